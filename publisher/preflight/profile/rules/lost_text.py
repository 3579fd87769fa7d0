"""Lost text has a name for those who hear the page."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book

CODE = CODES["PUB024"]


def check(book: Book) -> Iterator[Diagnostic]:
    """Each element of the class `gap` has a role and an aria-label."""
    for name, root in book.pages.items():
        gaps = [one for one in root.iter() if "gap" in one.get("class", "").split()]
        if not all(gap.get("aria-label") and gap.get("role") for gap in gaps):
            yield book.at(CODE, name)
