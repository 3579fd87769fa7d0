"""Writers: an issue to an edition; one visible table of formats."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from publisher.errors import UsageError
from publisher.model import Edition, Issue, Provenance
from publisher.theme import Theme

Writer = Callable[[Issue, Provenance, Theme], Edition]

#: An output format: its name, its module, its function. A module loads when it's first used.
WRITERS = {
    "epub": ("publisher.writers.epub", "write_epub"),
    "pdf": ("publisher.writers.pdf", "write_pdf"),
}


def writer(name: str) -> Writer:
    """The writer of a format; UsageError with the formats there are.

    >>> writer("docx")
    Traceback (most recent call last):
    publisher.errors.UsageError: no format 'docx'
    """
    if name not in WRITERS:
        raise UsageError(f"no format {name!r}", remedy=f"Formats are: {', '.join(WRITERS)}.")
    module, function = WRITERS[name]
    found: Writer = getattr(import_module(module), function)
    return found
