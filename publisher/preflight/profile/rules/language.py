"""The package and every page name their language."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import LANG, Book

CODE = CODES["PUB023"]


def check(book: Book) -> Iterator[Diagnostic]:
    """`xml:lang` on the package; the same in `lang` and `xml:lang` on every page."""
    if not book.package.get(LANG):
        yield book.at(CODE, book.package_name)
    silent = [
        name
        for name, root in book.pages.items()
        if not root.get("lang") or root.get("lang") != root.get(LANG)
    ]
    if silent:
        more = f", nor do {len(silent) - 1} other pages" if len(silent) > 1 else ""
        yield book.at(CODE, silent[0], f"it doesn't name its language in lang and xml:lang{more}")
