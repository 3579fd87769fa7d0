"""A page in a script written from right to left says so."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import LANG, XHTML, Book

CODE = CODES["PUB081"]

_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def check(book: Book) -> Iterator[Diagnostic]:
    """`dir="rtl"` on the page or its body where its language is written so."""
    for name, root in book.pages.items():
        tongue = (root.get(LANG) or root.get("lang") or "").lower().partition("-")[0]
        body = root.find(f"{XHTML}body")
        said = {root.get("dir"), body.get("dir") if body is not None else None}
        if tongue in _RIGHT_TO_LEFT and "rtl" not in said:
            yield book.at(CODE, name)
