"""Calendars: the months of a year with the issues of each day."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from publisher.reading_room.holdings import IssueRow


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a calendar: weeks from Monday, each day with the first issue's id or ""."""

    number: int
    name: str
    weeks: tuple[tuple[tuple[int, str], ...], ...]
    issues: tuple[IssueRow, ...]


def dated(rows: tuple[IssueRow, ...]) -> tuple[dict[IssueRow, date], tuple[IssueRow, ...]]:
    """The issues with a day, and those that bear none that there is."""
    found: dict[IssueRow, date] = {}
    for row in rows:
        try:
            found[row] = date.fromisoformat(row.date)
        except ValueError:
            # Kept by hand or from elsewhere: listed, but on no calendar.
            continue
    return found, tuple(row for row in rows if row not in found)


def months(days: dict[IssueRow, date]) -> Iterator[Month]:
    """The months that issues are of, in order."""
    for (year, month), group in groupby(
        sorted(days, key=lambda row: (row.date, row.id)),
        key=lambda row: (days[row].year, days[row].month),
    ):
        issues = tuple(group)
        first = {days[row].day: row.id for row in reversed(issues)}
        weeks = tuple(
            tuple((day, first.get(day, "")) for day in week)
            for week in calendar.Calendar().monthdayscalendar(year, month)
        )
        yield Month(month, f"{year}-{month:02}", weeks, issues)
