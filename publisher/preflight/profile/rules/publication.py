"""A library can say who published the book, and when."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book

CODE = CODES["PUB075"]

_ASKED = ("dc:publisher", "dc:date")


def check(book: Book) -> Iterator[Diagnostic]:
    """Publisher and date, as the Library of Congress recommends for serials (2025-26)."""
    unsaid = [name for name in _ASKED if not book.said(name)]
    if unsaid:
        yield book.at(CODE, book.package_name, f"nothing is said of {', '.join(unsaid)}")
