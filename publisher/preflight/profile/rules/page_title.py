"""Every page has a title of its own."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import XHTML, Book

CODE = CODES["PUB082"]


def check(book: Book) -> Iterator[Diagnostic]:
    """A `title` that says something (WCAG 2.4.2)."""
    for name, root in book.pages.items():
        title = root.find(f"{XHTML}head/{XHTML}title")
        if title is None or not "".join(title.itertext()).strip():
            yield book.at(CODE, name)
