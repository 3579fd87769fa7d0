"""An issue of a periodical names the periodical as its series."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book

CODE = CODES["PUB077"]


def check(book: Book) -> Iterator[Diagnostic]:
    """`belongs-to-collection` of the type series (EPUB 3.3, D.3.2), if it's a periodical."""
    issn = any(one.lower().startswith("urn:issn:") for one in book.said("dc:identifier"))
    periodical = issn or any("periodical" in one.lower() for one in book.said("dc:type"))
    series = book.said("belongs-to-collection") and "series" in book.said("collection-type")
    if periodical and not series:
        yield book.at(CODE, book.package_name)
