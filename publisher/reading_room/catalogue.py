"""The catalogue for reading programs: navigation, and pages of issues, before it's Atom or JSON."""

from __future__ import annotations

import re
from dataclasses import dataclass

from publisher.archive.store import SCHEME, Store
from publisher.errors import ArchiveError, InputError
from publisher.reading_room import holdings
from publisher.reading_room.holdings import IssueRow
from publisher.reading_room.kept import KeptEdition, editions

#: The issues of a page.
SIZE = 25
ALL = "all"
#: Says when an empty catalogue changed.
NEVER = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Entry:
    """An issue in a catalogue; `modified` is when its last version was kept."""

    row: IssueRow
    modified: str
    editions: tuple[KeptEdition, ...]

    @property
    def title(self) -> str:
        """The paper, the day, the number: what tells it from others in a list."""
        row = self.row
        parts = (row.title or row.id, row.date, f"({row.number})" if row.number else "")
        return " ".join(filter(None, parts))

    @property
    def position(self) -> int | None:
        """The issue's own number, its place in the series; None where it isn't a number."""
        return int(self.row.number) if re.fullmatch(r"[0-9]{1,9}", self.row.number) else None


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of a catalogue; `name` is a year or `ALL`, `number` counts from 1 to `last`."""

    name: str
    number: int
    last: int
    total: int
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """When the latest of its entries was kept."""
        return max((one.modified for one in self.entries), default=NEVER)

    @property
    def turns(self) -> tuple[tuple[str, int], ...]:
        """The pages that one may turn to, each by its link relation."""
        found = [("first", 1), ("last", self.last)]
        if self.number > 1:
            found.append(("previous", self.number - 1))
        if self.number < self.last:
            found.append(("next", self.number + 1))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Root:
    """The beginning of a catalogue: all issues, and those of each year, with their numbers."""

    title: str
    updated: str
    shelves: tuple[tuple[str, int], ...]


def root(store: Store) -> Root:
    """The beginning."""
    newest = shelf(store, ALL, 1)
    title = newest.entries[0].row.title if newest.entries else ""
    return Root(title, newest.updated, ((ALL, newest.total), *holdings.years(store)))


def shelf(store: Store, name: str, number: int) -> Shelf:
    """A page of issues, the last first; InputError where there is none.

    A damaged issue is left out.
    """
    year = "" if name == ALL else name
    total = holdings.count(store, year)
    last = max(1, -(-total // SIZE))
    if not 1 <= number <= last or (year and not total):
        raise InputError(f"the catalogue has no page {name} {number}", remedy="Begin at the first.")
    rows = holdings.issues(store, year, limit=SIZE, offset=(number - 1) * SIZE)
    found = (_entry(store, row) for row in rows)
    return Shelf(name, number, last, total, tuple(one for one in found if one))


def _entry(store: Store, row: IssueRow) -> Entry | None:
    try:
        inventory = store.inventory(SCHEME + row.id)
    except (ArchiveError, InputError):
        return None
    modified = inventory.versions[-1].stamp.created
    return Entry(row, modified, editions(store, inventory))
