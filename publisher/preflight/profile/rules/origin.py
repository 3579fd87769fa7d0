"""The book says what it was made from."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book
from publisher.preflight.profile.rules.provenance import RECORD

CODE = CODES["PUB090"]


def check(book: Book) -> Iterator[Diagnostic]:
    """A `dc:source`, or the source itself on record inside."""
    inside = any(name.endswith(RECORD) for name in book.container.names)
    if not inside and not book.said("dc:source"):
        yield book.at(CODE, book.package_name)
