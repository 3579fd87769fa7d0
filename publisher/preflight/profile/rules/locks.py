"""The book isn't locked, nor is any part of it."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book

CODE = CODES["PUB022"]

_LOCKS = frozenset({"META-INF/encryption.xml", "META-INF/rights.xml"})


def check(book: Book) -> Iterator[Diagnostic]:
    """No encryption, obfuscated fonts among it, and no rights management."""
    for name in book.container.names:
        if name in _LOCKS:
            yield book.at(CODE, name)
