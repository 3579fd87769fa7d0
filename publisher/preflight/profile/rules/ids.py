"""No id stands twice in a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book

CODE = CODES["PUB084"]


def check(book: Book) -> Iterator[Diagnostic]:
    """Each id of a page or drawing is one element's: a link must know where it leads."""
    for name, root in (*book.pages.items(), *book.drawings.items()):
        counts = Counter(one.get("id", "") for one in root.iter())
        for id, count in counts.items():
            if id and count > 1:
                yield book.at(CODE, name, f"the id {id!r} stands there {count} times")
