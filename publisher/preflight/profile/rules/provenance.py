"""The sources, ledger and model inside are those that were recorded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from posixpath import dirname, join

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book

CODE = CODES["PUB026"]

RECORD = "provenance/record.json"


def check(book: Book) -> Iterator[Diagnostic]:
    """What `provenance/record.json` names, held against its digests."""
    for name in book.container.names:
        if name.endswith(RECORD):
            yield from _held(book, name)


def _held(book: Book, name: str) -> Iterator[Diagnostic]:
    base = dirname(dirname(name))
    try:
        record = json.loads(book.container.read(name))
        told = [*record["sources"], *(record[key] for key in ("ledger", "model") if key in record)]
        parts = {join(base, one["path"]): one["sha256"] for one in told}
    except (ValueError, KeyError, TypeError, RecursionError):
        yield book.at(CODE, name, "the record of the sources can't be read")
        return
    for part, digest in parts.items():
        if part not in book.container.names:
            yield book.at(CODE, part, "a part on record isn't there")
        elif sha256(book.container.read(part)).hexdigest() != digest:
            yield book.at(CODE, part)
