"""Nothing that the book shows is fetched from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book, local, references

CODE = CODES["PUB086"]

_ELSEWHERE = re.compile(r"\s*(?:https?|ftp|file):|\s*//", re.IGNORECASE)
_IN_SHEET = re.compile(
    r"(?:url\(\s*|@import\s+)[\"']?\s*((?:https?:|ftp:|file:|//)[^\"')\s]*)", re.IGNORECASE
)
#: Elements whose `href` leads a reader elsewhere and fetches nothing.
_LINKS = frozenset({"a", "area"})


def check(book: Book) -> Iterator[Diagnostic]:
    """No item, picture, style sheet, font, medium or frame has an address outside."""
    for item in book.items:
        if _ELSEWHERE.match(item.href):
            yield book.at(CODE, book.package_name, f"{item.href} lies elsewhere")
    for name, root in (*book.pages.items(), *book.drawings.items()):
        for element, key, reference in references(root):
            followed = key == "href" and local(element) in _LINKS
            if _ELSEWHERE.match(reference) and not followed:
                yield book.at(CODE, name, f"{reference} is fetched from elsewhere")
    for name, sheet in book.sheets.items():
        for found in _IN_SHEET.finditer(sheet):
            yield book.at(CODE, name, f"{found[1]} is fetched from elsewhere")
