"""The identifier stays the same when the same book is built again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import OPF, Book

CODE = CODES["PUB076"]

#: A UUID of version 4, made by chance (RFC 9562, 5.4).
_CHANCE = re.compile(
    r"(?:urn:)?(?:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f-]+", re.IGNORECASE
)


def check(book: Book) -> Iterator[Diagnostic]:
    """The unique identifier isn't made by chance."""
    name = book.package.get("unique-identifier")
    for one in book.package.iter():
        chosen = name is not None and one.get("id") == name and one.tag != f"{OPF}item"
        if chosen and _CHANCE.fullmatch((one.text or "").strip()):
            yield book.at(CODE, book.package_name, f"{(one.text or '').strip()} is made by chance")
