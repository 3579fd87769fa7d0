"""What a page shows of each passage and point. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from publisher.desk.answering import takes
from publisher.desk.choosing import Wanted
from publisher.desk.points import Nature, Point
from publisher.desk.reasons import reason
from publisher.desk.review import Note, Passage, Review
from publisher.desk.strips import Strip, shown, source_strips, text_strips
from publisher.repairs import Verdict

#: How many characters stand on each side of a point in its card.
CONTEXT = 14
#: The word for each answer.
_WORDS = {"gap": "missing"}


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that can be given: its value, its name, and whether it's given or holds as yet."""

    value: str
    name: str
    given: bool
    holds: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A point with its surroundings, reasons and answers; `text` is what an edit begins with."""

    point: Point
    status: str
    question: str
    left: str
    right: str
    before: str
    after: str
    reasons: tuple[str, ...]
    choices: tuple[Choice, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A passage as a page shows it; `turn` is the page's name where one begins, else None."""

    passage: Passage
    source: tuple[Strip, ...]
    text: tuple[Strip, ...]
    cards: tuple[Card, ...]
    notes: tuple[Note, ...]
    turn: str | None


def rows(
    review: Review, passages: Sequence[Passage], wanted: Wanted, words: Mapping[str, str]
) -> tuple[Row, ...]:
    """The passages as rows, with the cards of what is wanted."""
    found: list[Row] = []
    page = 0
    for one in passages:
        turn = None
        if one.page != page and len(review.pages) > 1:
            turn = " · ".join(filter(None, (words["page"].format(one.page), name_of(review, one))))
        cards = tuple(card(review, point, words) for point in one.points if wanted.has(point))
        source, text = source_strips(review, one), text_strips(review, one)
        if source or text or cards or one.notes:
            page = one.page
            found.append(Row(one, source, text, cards, one.notes, turn))
    return tuple(found)


def name_of(review: Review, passage: Passage) -> str:
    """The file of a passage's page, "" where the issue is one file."""
    return review.pages[min(passage.page, len(review.pages)) - 1]


def card(review: Review, point: Point, words: Mapping[str, str]) -> Card:
    """A point's card."""
    span, source = point.span, review.source
    return Card(
        point,
        _status(point),
        _question(point),
        shown(source[max(0, span.start - CONTEXT) : span.start]),
        shown(source[span.end : span.end + CONTEXT]),
        shown(point.before),
        shown(point.after),
        tuple(reason(one, words["language"]) for one in point.evidence),
        tuple(
            Choice(one, words[_WORDS.get(one, one)], _given(point, one), _holds(point, one))
            for one in takes(point)
        ),
        point.after if point.verdict is None else "",
    )


def _status(point: Point) -> str:
    if point.answer is not None and point.answer.verdict is None:
        return "edited"
    return str(point.nature)


def _question(point: Point) -> str:
    if point.nature is not Nature.QUESTION:
        return ""
    return f"ask_{point.verdict}" if point.verdict else "ask_change"


def _given(point: Point, value: str) -> bool:
    answer = point.answer
    if answer is None:
        return False
    return value == (str(answer.verdict) if answer.verdict else "edit")


def _holds(point: Point, value: str) -> bool:
    """Whether the text is so as long as nothing is answered."""
    if point.answer is not None:
        return False
    if point.nature is Nature.QUESTION:
        return value == (str(Verdict.PARAGRAPH) if point.verdict else "leave")
    return value == (str(point.verdict) if point.verdict else "accept")
