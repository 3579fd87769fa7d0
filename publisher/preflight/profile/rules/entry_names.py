"""Every entry can be unpacked under its own name on any file system."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from publisher.containers import leads_out
from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book

CODE = CODES["PUB071"]

#: What a file name in a container may not hold (OCF 3.3, 4.2.3).
_UNFIT = re.compile('[\x00-\x1f\x7f-\x9f"*:<>?\\\\|\ufff0-\uffff]')


def check(book: Book) -> Iterator[Diagnostic]:
    """No name leads out, holds a forbidden sign, or is another's in other case or form."""
    seen: set[str] = set()
    for name in book.container.names:
        folded = normalize("NFC", normalize("NFC", name).casefold())
        if leads_out(name):
            yield book.at(CODE, name, f"{name!r} leads out of the container")
        elif _UNFIT.search(name) or name.rstrip("/").endswith("."):
            yield book.at(CODE, name, f"{name!r} can't be a file's name everywhere")
        elif folded in seen:
            yield book.at(CODE, name, f"{name!r} stands there twice, as some file systems see it")
        seen.add(folded)
