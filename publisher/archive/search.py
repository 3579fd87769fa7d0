"""Search: which articles have all the phrases, each with an excerpt in which they are marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from publisher.archive.catalogue import opened
from publisher.archive.store import Store
from publisher.archive.terms import matching, occurrences, phrases
from publisher.errors import UsageError

#: The characters of an excerpt.
EXCERPT = 80
_BEFORE = 24
#: The most results of one page.
LARGEST = 1000


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: phrases, and what narrows them; "" or 0 narrows nothing.

    `since` and `until` are days (ISO 8601), or beginnings of such: 2025, 2025-05.
    """

    query: str = ""
    byline: str = ""
    section: str = ""
    since: str = ""
    until: str = ""
    page: int = 0
    issue: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found; `marks` are places in the excerpt, `(start, end)` in code points."""

    issue: str
    title: str
    date: str
    article: str
    headline: str
    section: str
    byline: str
    page: int
    excerpt: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Results:
    """A part of what was found, newest first, and how many there are in all."""

    total: int
    offset: int
    hits: tuple[Hit, ...]


def search(store: Store, question: Question, *, limit: int = 20, offset: int = 0) -> Results:
    """Find articles; UsageError where the question says nothing.

    Every phrase of the query stands in the article as it's written here, but for width, case,
    accents and traditional characters; a Western word stands whole.
    """
    where, values = _conditions(question)
    wanted = phrases(question.query)
    found = (
        f"FROM article {'JOIN words ON words.rowid = article.row' if 'MATCH' in where else ''}"
        f" WHERE {where}"
    )
    with opened(store.catalogue) as connection:
        (total,) = connection.execute(f"SELECT count(*) {found}", values).fetchone()
        rows = connection.execute(
            "SELECT article.issue, issue.title, article.date, article.id, headline,"
            " article.section, article.byline, page, article.text"
            f" FROM (SELECT row {found} ORDER BY date DESC, issue, sequence"
            " LIMIT ? OFFSET ?) AS one"
            " JOIN article ON article.row = one.row JOIN issue ON issue.id = article.issue"
            " ORDER BY article.date DESC, article.issue, sequence",
            [*values, max(0, min(limit, LARGEST)), max(0, offset)],
        ).fetchall()
    return Results(total, offset, tuple(_hit(row, wanted) for row in rows))


def _hit(row: tuple[Any, ...], wanted: list[list[str]]) -> Hit:
    values = (*row[:-1], *excerpt(row[-1], wanted))
    return Hit(*values)


def _conditions(question: Question) -> tuple[str, list[object]]:
    columns = {"text": question.query, "byline": question.byline, "section": question.section}
    expressions = [
        f"{column} : ({matching(found)})"
        for column, text in columns.items()
        if (found := phrases(text))
    ]
    conditions: list[tuple[str, object]] = []
    if expressions:
        conditions.append(("words MATCH ?", " AND ".join(expressions)))
    if question.since:
        conditions.append(("article.date >= ?", question.since))
    if question.until:
        # A month or a year goes to its end.
        conditions.append(("article.date <= ?", f"{question.until}~"))
    if question.page:
        conditions.append(("page = ?", question.page))
    if question.issue:
        conditions.append(("article.issue = ?", question.issue))
    if not conditions:
        raise UsageError("nothing to look for", remedy="Give a word, or an option that narrows.")
    return " AND ".join(one for one, _ in conditions), [value for _, value in conditions]


def excerpt(text: str, wanted: list[list[str]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The part of a text around the first phrase found, with the phrases' places in it.

    >>> excerpt("总工會办起夜校", [["工", "会"]])
    ('总工會办起夜校', ((1, 3),))
    """
    places = occurrences(text, wanted)
    first = places[0][0] if places else 0
    start = max(0, min(first - _BEFORE, len(text) - EXCERPT))
    end = start + EXCERPT
    marks = tuple((a - start, b - start) for a, b in places if start <= a and b <= end)
    return text[start:end], marks
