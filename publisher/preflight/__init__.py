"""Preflight: editions checked by the outside validators and by what the project promises."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from publisher.diagnostics import Diagnostic

Checker = Callable[..., tuple[Diagnostic, ...]]

#: What checks a file, by its suffix; a module loads when it's first used.
CHECKS = {
    ".epub": ("publisher.preflight.epub", "check_epub"),
    ".pdf": ("publisher.preflight.pdf", "check_pdf"),
}


def checker(suffix: str) -> Checker:
    """The check for files of a suffix that stands in `CHECKS`.

    It takes a path; that of PDFs takes a profile as well.
    """
    module, function = CHECKS[suffix]
    found: Checker = getattr(import_module(module), function)
    return found
