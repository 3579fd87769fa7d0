"""What there is to read, as the catalogue has it: years, issues, articles."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.archive.catalogue import opened
from publisher.archive.store import Store
from publisher.reading_room.addresses import NO_DAY

_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_ALL = "1"
_UNDATED = f"date NOT GLOB '{_DAY}'"


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue of the catalogue; "" is what it doesn't say."""

    id: str
    title: str
    date: str
    number: str
    language: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article of an issue's contents; `page` counts from 1, 0 is unknown."""

    id: str
    headline: str
    section: str
    byline: str
    page: int


def years(store: Store) -> tuple[tuple[str, int], ...]:
    """The years that issues are kept of, the last first, each with their number.

    Issues without a day are counted under `NO_DAY`, last.
    """
    with opened(store.catalogue) as connection:
        rows = connection.execute(
            f"SELECT CASE WHEN {_UNDATED} THEN '' ELSE substr(date, 1, 4) END AS year, count(*)"
            " FROM issue GROUP BY year ORDER BY year DESC"
        ).fetchall()
    return tuple((year or NO_DAY, count) for year, count in rows)


def issues(
    store: Store, year: str = "", *, limit: int = -1, offset: int = 0
) -> tuple[IssueRow, ...]:
    """The issues of a year (or `NO_DAY`, or all), the last first; -1 is no limit."""
    where, values = _year(year)
    with opened(store.catalogue) as connection:
        rows = connection.execute(
            f"SELECT id, title, date, number, language FROM issue WHERE {where}"
            " ORDER BY date DESC, id LIMIT ? OFFSET ?",
            [*values, limit, offset],
        ).fetchall()
    return tuple(IssueRow(*row) for row in rows)


def count(store: Store, year: str = "") -> int:
    """How many issues `issues` has in all."""
    where, values = _year(year)
    with opened(store.catalogue) as connection:
        (number,) = connection.execute(
            f"SELECT count(*) FROM issue WHERE {where}", values
        ).fetchone()
    return int(number)


def _year(year: str) -> tuple[str, list[str]]:
    if not year:
        return _ALL, []
    if year == NO_DAY:
        return _UNDATED, []
    return f"date GLOB '{_DAY}' AND date >= ? AND date < ?", [year, f"{year}-~"]


def contents(store: Store, issue: str) -> tuple[ArticleRow, ...]:
    """The articles of an issue in reading order."""
    with opened(store.catalogue) as connection:
        rows = connection.execute(
            "SELECT id, headline, section, byline, page FROM article WHERE issue = ?"
            " ORDER BY sequence",
            [issue],
        ).fetchall()
    return tuple(ArticleRow(*row) for row in rows)
