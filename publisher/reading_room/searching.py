"""The room's search: what a reader asks, refused where it makes no sense, and the page of hits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from publisher.archive.search import Hit, Question, Results, search
from publisher.archive.terms import phrases
from publisher.reading_room.addresses import SEARCH
from publisher.reading_room.pages import Page, Room

#: The hits of a page, the characters of a question, and the last page one may turn to.
SIZE, LONGEST, LAST = 20, 200, 100_000

_KEYS = ("q", "byline", "section", "since", "until")
_DATE = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?")


def search_page(room: Room, told: Mapping[str, str]) -> Page:
    """The search form, with what was found where something was asked."""
    asked = {key: told.get(key, "").strip() for key in _KEYS}
    number = int(told["page"]) if re.fullmatch(r"[1-9]\d{0,5}", told.get("page", "")) else 1
    fault, results = _fault(asked), None
    if (not fault and any(map(phrases, (asked["q"], asked["byline"], asked["section"])))) or (
        not fault and asked["since"] + asked["until"]
    ):
        results = _found(room, asked, number)
    more = results is not None and results.offset + len(results.hits) < results.total
    page = room.page(
        "search",
        SEARCH,
        asked={key: value[:LONGEST] for key, value in asked.items()},
        fault=fault,
        results=results,
        tongue="zh" if re.search("[\u4e00-\u9fff]", asked["q"]) else room.language,
        before=_turn(asked, number - 1) if number > 1 else "",
        after=_turn(asked, number + 1) if more else "",
        stretches=stretches,
    )
    return Page(page.content, status=400 if fault else 200)


def _fault(asked: Mapping[str, str]) -> str:
    if any(len(value) > LONGEST for value in asked.values()):
        return "too_long"
    dates = (asked["since"], asked["until"])
    return "" if all(map(_DATE.fullmatch, dates)) else "bad_date"


def _found(room: Room, asked: Mapping[str, str], number: int) -> Results:
    question = Question(
        asked["q"], asked["byline"], asked["section"], asked["since"], asked["until"]
    )
    return search(room.store, question, limit=SIZE, offset=(min(number, LAST) - 1) * SIZE)


def _turn(asked: Mapping[str, str], number: int) -> str:
    told = {key: value for key, value in asked.items() if value}
    return f"{SEARCH}?{urlencode({**told, 'page': number})}"


def stretches(hit: Hit) -> Iterator[tuple[str, bool]]:
    """A hit's excerpt in stretches, each with whether it's marked.

    >>> hit = Hit("a", "", "", "x", "", "", "", 1, "总工会办", ((1, 3),))
    >>> list(stretches(hit))
    [('总', False), ('工会', True), ('办', False)]
    """
    place = 0
    for start, end in hit.marks:
        start = max(start, place)
        if end > start:
            yield hit.excerpt[place:start], False
            yield hit.excerpt[start:end], True
            place = end
    yield hit.excerpt[place:], False
