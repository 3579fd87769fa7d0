"""The checks of an EPUB: what EPUBCheck finds, and what this project promises beside it."""

from __future__ import annotations

from pathlib import Path

from publisher.diagnostics import Diagnostic
from publisher.preflight.epubcheck import check_epub as run_epubcheck
from publisher.preflight.profile import check_profile


def check_epub(path: Path) -> tuple[Diagnostic, ...]:
    """The faults of an EPUB for reading and keeping; ToolMissing where EPUBCheck isn't there."""
    return (*check_profile(path), *run_epubcheck(path))
