"""The package says what the book is: identifier, title, language, time of change."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book

CODE = CODES["PUB074"]

_ASKED = ("dc:identifier", "dc:title", "dc:language", "dcterms:modified")


def check(book: Book) -> Iterator[Diagnostic]:
    """What EPUB 3.3 (5.5.3) asks of every package."""
    unsaid = [name for name in _ASKED if not book.said(name)]
    if unsaid:
        yield book.at(CODE, book.package_name, f"nothing is said of {', '.join(unsaid)}")
