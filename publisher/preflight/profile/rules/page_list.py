"""Page breaks of a printed original can be reached by its page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import OPS_TYPE, XHTML, Book, target

CODE = CODES["PUB080"]

#: What names the source of the page numbers: EPUB Accessibility 1.1 (4.1.2), or as it was before.
_SOURCE = ("pageBreakSource", "source-of")


def check(book: Book) -> Iterator[Diagnostic]:
    """Where there are page breaks, a page list leads to each of them and its source is named.

    Ace fails a book for one that isn't in the list, though its number be there already.
    """
    name, _ = book.nav
    links = [link for one in book.lists("page-list") for link in one.iter(f"{XHTML}a")]
    led = {target(name, link.get("href", "")) for link in links}
    missed = {
        (page, one.get("id", ""))
        for page, root in book.pages.items()
        for one in root.iter()
        if _breaks(one)
    } - led
    if missed:
        page, id = min(missed)
        yield book.at(CODE, page, f"no page list leads to the page break {id or 'without an id'}")
    if links and not any(book.said(one) for one in _SOURCE):
        yield book.at(CODE, book.package_name, "whose page numbers the page list has isn't said")


def _breaks(element: Element) -> bool:
    types = element.get(OPS_TYPE, "").split()
    return "pagebreak" in types or element.get("role") == "doc-pagebreak"
