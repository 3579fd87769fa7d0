"""Contents lead to every page of the book."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import XHTML, Book, target

CODE = CODES["PUB078"]


def check(book: Book) -> Iterator[Diagnostic]:
    """There are contents, and no page of the spine is out of their and the landmarks' reach."""
    name, _ = book.nav
    if not any(True for _ in book.lists("toc")):
        yield book.at(CODE, name or book.package_name, "there is no contents list")
        return
    led = {
        found[0]
        for sort in ("toc", "landmarks")
        for one in book.lists(sort)
        for link in one.iter(f"{XHTML}a")
        if (found := target(name, link.get("href", "")))
    }
    lost = [page for page in book.spine if page not in led and page != name]
    if lost:
        more = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
        yield book.at(CODE, name, f"nothing leads to {lost[0]}{more}")
