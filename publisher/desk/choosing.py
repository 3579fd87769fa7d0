"""What of a review is wanted: by rule, by certainty, what is open, what has the words. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from publisher.desk.points import Point
from publisher.desk.review import Passage, Review

#: A sheet holds so many characters of the source, or one passage.
SHEET = 6000
#: And so many points.
_POINTS = 60
#: What stands for a rule where the doubts about the reading are wanted.
READING = "reading"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A choice; "" and False want everything. `words` are sought in the source and the text."""

    rule: str = ""
    certainty: str = ""
    open: bool = False
    words: str = ""

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()

    def has(self, point: Point) -> bool:
        """Whether a point is wanted; a quiet one only by its rule or certainty.

        >>> from publisher.desk.points import BREAKS, Nature
        >>> from publisher.ledger import Certainty
        >>> from publisher.text import Span
        >>> one = Point(Span(0, 2), Nature.BREAK, BREAKS, "", "", Certainty.CERTAIN)
        >>> Wanted().has(one), Wanted(rule=BREAKS).has(one), Wanted(rule="ligatures").has(one)
        (False, True, False)
        """
        if self.open and (point.answered or not point.asks):
            return False
        if point.quiet and not (self.rule or self.certainty):
            return False
        return self.rule in {"", point.rule} and self.certainty in {"", str(point.certainty)}


def chosen(review: Review, wanted: Wanted) -> tuple[Passage, ...]:
    """The passages with what is wanted, all where nothing is left out."""
    if wanted.everything:
        return review.passages
    return tuple(
        one for one in review.passages if _has(one, wanted) and _reads(review, one, wanted.words)
    )


def _has(passage: Passage, wanted: Wanted) -> bool:
    if wanted.rule == READING:
        return bool(passage.notes)
    by_point = wanted.rule or wanted.certainty or wanted.open
    return not by_point or any(map(wanted.has, passage.points))


def _reads(review: Review, passage: Passage, words: str) -> bool:
    if not words:
        return True
    sought = words.casefold()
    return any(
        sought in side.casefold()
        for side in (passage.source.of(review.source), passage.text.of(review.text))
    )


def sheets(passages: Sequence[Passage], wanted: Wanted) -> tuple[tuple[Passage, ...], ...]:
    """The passages in sheets that a browser shows at once; one empty sheet where there are none."""
    found: list[tuple[Passage, ...]] = []
    sheet: list[Passage] = []
    length = count = 0
    for one in passages:
        more = sum(map(wanted.has, one.points))
        if sheet and (length + len(one.source) > SHEET or count + more > _POINTS):
            found.append(tuple(sheet))
            sheet, length, count = [], 0, 0
        sheet.append(one)
        length, count = length + len(one.source), count + more
    return (*found, tuple(sheet)) if sheet or not found else tuple(found)
