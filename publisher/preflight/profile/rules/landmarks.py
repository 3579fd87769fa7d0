"""Landmarks lead to where the text begins."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import OPS_TYPE, XHTML, Book

CODE = CODES["PUB079"]


def check(book: Book) -> Iterator[Diagnostic]:
    """A list of landmarks with a `bodymatter`, which reading systems open a book at."""
    links = [link for one in book.lists("landmarks") for link in one.iter(f"{XHTML}a")]
    name, _ = book.nav
    if not links:
        yield book.at(CODE, name or book.package_name)
    elif not any("bodymatter" in link.get(OPS_TYPE, "").split() for link in links):
        yield book.at(CODE, name, "no landmark says where the text begins (bodymatter)")
