"""The checks of an EPUB: what EPUBCheck finds, and what this project promises beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from publisher.diagnostics import Diagnostic
from publisher.preflight.epubcheck import check_epubs as run_epubcheck
from publisher.preflight.profile import check_profile


def check_epub(path: Path) -> tuple[Diagnostic, ...]:
    """The faults of an EPUB for reading and keeping; ToolMissing where EPUBCheck isn't there."""
    (found,) = check_epubs((path,))
    return found


def check_epubs(paths: Sequence[Path]) -> tuple[tuple[Diagnostic, ...], ...]:
    """The faults of each EPUB; Java is started once for all."""
    others = run_epubcheck(paths)
    return tuple((*check_profile(path), *other) for path, other in zip(paths, others, strict=True))
