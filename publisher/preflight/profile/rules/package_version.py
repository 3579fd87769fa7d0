"""The book is EPUB 3 and has a package document."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book

CODE = CODES["PUB073"]


def check(book: Book) -> Iterator[Diagnostic]:
    """The package says `version="3.0"`, as every EPUB 3 does."""
    version = book.package.get("version", "")
    if not version:
        yield book.at(CODE, book.package_name, "there is no package document that can be read")
    elif not version.startswith("3"):
        yield book.at(CODE, book.package_name, f"it is EPUB {version}, not EPUB 3")
