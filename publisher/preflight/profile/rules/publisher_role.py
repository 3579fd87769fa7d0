"""No creator bears the role of a publisher: foliate-js fails on it."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import DC, Book

CODE = CODES["PUB094"]


def check(book: Book) -> Iterator[Diagnostic]:
    """No `dc:creator` with the MARC role `pbl`, which belongs into `dc:publisher`."""
    creators = {f"#{one.get('id')}" for one in book.package.iter(f"{DC}creator")}
    for meta in book.metas:
        role = meta.get("property") == "role" and (meta.text or "").strip() == "pbl"
        if role and meta.get("refines") in creators:
            yield book.at(CODE, book.package_name)
