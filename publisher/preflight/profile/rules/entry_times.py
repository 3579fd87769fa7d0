"""The container bears no time of its making, so that the same book has the same bytes."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book

CODE = CODES["PUB072"]


def check(book: Book) -> Iterator[Diagnostic]:
    """All entries have one time: different ones, or odd seconds of a clock, were looked at."""
    times = {entry.date_time for entry in book.container.entries}
    if len(times) > 1 or any(time[3:] != (0, 0, 0) for time in times):
        yield book.at(CODE)
