"""The container begins with its media type, unpacked: its first bytes tell what it is."""

from __future__ import annotations

from collections.abc import Iterator
from zipfile import ZIP_STORED

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book

CODE = CODES["PUB070"]


def check(book: Book) -> Iterator[Diagnostic]:
    """The first entry is `mimetype`, stored, without an extra field (OCF 3.3, 4.3.2)."""
    first = book.container.entries[0] if book.container.entries else None
    if first is None or first.filename != "mimetype":
        yield book.at(CODE, "mimetype", "the entry mimetype isn't the first")
    elif first.compress_type != ZIP_STORED or first.extra:
        yield book.at(CODE, "mimetype", "it is packed or has an extra field")
    elif book.container.read("mimetype") != b"application/epub+zip":
        yield book.at(CODE, "mimetype", "it isn't application/epub+zip and nothing else")
