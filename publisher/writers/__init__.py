"""Writers: an issue to an edition; visible tables of formats."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from publisher.errors import UsageError
from publisher.model import Edition, Issue, Press, Provenance
from publisher.theme import Theme

Writer = Callable[[Issue, Provenance, Theme], Edition]

#: An output format: its name, its module, its function. A module loads when it's first used.
WRITERS = {
    "epub": ("publisher.writers.epub", "write_epub"),
    "pdf": ("publisher.writers.pdf", "write_pdf"),
}

PressWriter = Callable[
    [
        Issue,
        Provenance,
        Theme,
        Press,
        Callable[[float, float, float], tuple[float, float, float, float]],
    ],
    Edition,
]

#: The formats that are made for a press.
PRESS_WRITERS = {
    "print": ("publisher.writers.print_pdf", "write_print"),
    "sheets": ("publisher.writers.print_pdf", "write_sheets"),
}


def writer(name: str) -> Writer:
    """The writer of a format; UsageError with the formats there are.

    >>> writer("docx")
    Traceback (most recent call last):
    publisher.errors.UsageError: no format 'docx'
    """
    found: Writer = _found(WRITERS, name)
    return found


def press_writer(name: str) -> PressWriter:
    """The writer of a format that is made for a press; UsageError with the formats there are."""
    found: PressWriter = _found(PRESS_WRITERS, name)
    return found


def _found(table: dict[str, tuple[str, str]], name: str) -> Any:
    if name not in table:
        known = ", ".join((*WRITERS, *PRESS_WRITERS))
        raise UsageError(f"no format {name!r}", remedy=f"Formats are: {known}.")
    module, function = table[name]
    return getattr(import_module(module), function)
