"""The desk's pages: an issue under review, its contents and doubts, what is said in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import groupby
from urllib.parse import urlencode

from publisher.desk.cards import rows
from publisher.desk.choosing import READING, Wanted, chosen, sheets
from publisher.desk.points import Point
from publisher.desk.rendering import render
from publisher.desk.review import Entry, Review
from publisher.desk.sitting import Seen
from publisher.desk.words import WORDS
from publisher.ledger import Certainty

#: What every page wears.
DRESS = {
    "desk.css": "text/css; charset=utf-8",
    "desk.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an editor is: what is wanted of the issue, and which sheet of it, from 1."""

    wanted: Wanted = field(default_factory=Wanted)
    sheet: int = 1

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Place:
        """The place that an address's query names; what it names wrongly counts as not named.

        >>> Place.of({"sheet": "2", "open": "1"})
        Place(wanted=Wanted(rule='', certainty='', open=True, words=''), sheet=2)
        """
        number = told.get("sheet", "1")
        return cls(
            Wanted(
                told.get("rule", "")[:100],
                told.get("certainty", "")[:100],
                told.get("open", "") == "1",
                told.get("q", "").strip()[:200],
            ),
            max(1, int(number))
            if number.isascii() and number.isdecimal() and len(number) < 8
            else 1,
        )

    def query(self, sheet: int | None = None) -> str:
        """The query that names the place, or another sheet of it."""
        wanted = self.wanted
        told = {
            "rule": wanted.rule,
            "certainty": wanted.certainty,
            "open": "1" if wanted.open else "",
            "q": wanted.words,
            "sheet": "" if (sheet or self.sheet) == 1 else str(sheet or self.sheet),
        }
        return urlencode({key: value for key, value in told.items() if value})


def issue_page(
    seen: Seen, place: Place, language: str, form: str, *, undoable: bool, notice: str = ""
) -> bytes:
    """A sheet of the issue: source beside text, and the points to answer."""
    review = seen.review
    parts = sheets(chosen(review, place.wanted), place.wanted)
    sheet = min(place.sheet, len(parts))
    return render(
        "issue.html",
        language,
        review=review,
        rows=rows(review, parts[sheet - 1], place.wanted, WORDS[language]),
        place=place,
        sheet=sheet,
        count=len(parts),
        rules=_rules(review),
        certainties=tuple(map(str, Certainty)),
        seen=seen,
        form=form,
        undoable=undoable,
        notice=notice,
        served=True,
    )


def _rules(review: Review) -> tuple[str, ...]:
    told = {one.rule for one in review.points}
    return tuple(sorted(told)) + ((READING,) if review.notes else ())


def next_open(review: Review, after: str = "") -> Point | None:
    """The first point that is open behind the one called so, then from the beginning."""
    waiting = [one for one in review.asked if not one.answered]
    known = review.point(after)
    place = known.span.end if known else 0
    behind = (one for one in waiting if one.span.start >= place)
    return next(behind, waiting[0] if waiting else None)


def address_of(review: Review, place: Place, point: Point) -> str:
    """Where a point is shown, under what is wanted; else among everything."""
    for one in (place, Place()):
        for number, sheet in enumerate(sheets(chosen(review, one.wanted), one.wanted), start=1):
            if any(
                point.id == other.id and one.wanted.has(other)
                for row in sheet
                for other in row.points
            ):
                return _address(one.query(number), f"p-{point.id}")
    return _address("", "content")


def address_at(review: Review, at: int) -> str:
    """Where a place of the source is shown."""
    passage = review.passage_at(at)
    parts = sheets(review.passages, Wanted())
    number = next(number for number, sheet in enumerate(parts, start=1) if passage in sheet)
    return _address(Place().query(number), f"at-{passage.source.start}")


def _address(query: str, fragment: str) -> str:
    return f"/?{query}#{fragment}" if query else f"/#{fragment}"


def _contents(review: Review) -> list[tuple[list[str], tuple[Entry, ...]]]:
    """The articles under the names of their section and column."""
    groups = groupby(review.contents, key=lambda one: (one.section, one.column))
    return [([*filter(None, names)], tuple(entries)) for names, entries in groups]


def contents_page(seen: Seen, language: str) -> bytes:
    """The issue's articles by section, continuations and doubts, each a link to its place."""
    return render(
        "contents.html",
        language,
        review=seen.review,
        contents=_contents(seen.review),
        seen=seen,
        served=True,
    )


def problem_page(language: str, problem: str, told: str = "", remedy: str = "") -> bytes:
    """What is said in place of a page; `problem` is a key of the desk's words."""
    return render(
        "problem.html", language, problem=problem, told=told, remedy=remedy, served=True, seen=None
    )


def waiting_page(language: str) -> bytes:
    """What is said while the issue is being read; it asks again by itself."""
    return render("waiting.html", language, served=True, seen=None)


def refused_page(language: str) -> bytes:
    """What is said to who has no key."""
    return problem_page(language, "refused", remedy=WORDS[language]["refused_so"])


def report(review: Review, language: str) -> bytes:
    """The whole review as one page that needs nothing else, to be mailed or printed."""
    return render(
        "report.html",
        language,
        review=review,
        contents=_contents(review),
        rows=rows(review, review.passages, Wanted(), WORDS[language]),
        style=dress("desk.css").decode(),
        served=False,
        seen=None,
        form="",
    )


def dress(name: str) -> bytes:
    """The style sheet, the script, or the icon."""
    return (files("publisher.desk") / name).read_bytes()
