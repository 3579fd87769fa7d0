"""A passage's two columns as strips: text, marked where a point is. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.desk.points import Point
from publisher.desk.review import Passage, Review

_SHOWN = str.maketrans(
    {"\n": "↵", "\f": "␌", "\r": "␍", "\t": "⇥", "\u3000": "□", "\u00ad": "‧", "\u2028": "⤶"}
)


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of a column; `point` is what it's marked for, None where it's plain."""

    text: str
    point: Point | None = None


def source_strips(review: Review, passage: Passage) -> tuple[Strip, ...]:
    """The source's column."""
    whole = passage.source
    return _trimmed([*_marked(review.source, passage, whole.start, whole.end, 0)])


def text_strips(review: Review, passage: Passage) -> tuple[Strip, ...]:
    """The text's column: what was changed carries the first point that changed it."""
    found: list[Strip] = []
    for run in passage.runs:
        if run.same:
            shift = run.text.start - run.source.start
            found += _marked(review.text, passage, run.source.start, run.source.end, shift)
            continue
        loud = (one for one in passage.points if run.source.covers(one.span) and not one.quiet)
        made = run.text.of(review.text)
        body = made.rstrip()
        found += (Strip(body, next(loud, None)), Strip(made[len(body) :]))
    return _trimmed(found)


def _trimmed(found: list[Strip]) -> tuple[Strip, ...]:
    """The strips without the white space that a passage ends with: the next one stands below."""
    while found and found[-1].point is None and not found[-1].text.strip():
        found.pop()
    if found and found[-1].point is None:
        found[-1] = Strip(found[-1].text.rstrip())
    return tuple(found)


def _marked(text: str, passage: Passage, start: int, end: int, shift: int) -> Iterator[Strip]:
    """A stretch of the source, or of a text that lies `shift` characters behind it."""
    place = start
    for point in passage.points:
        span = point.span
        if span.start < place or span.start >= end or point.quiet:
            continue
        until = min(span.end, end)
        if place < span.start:
            yield Strip(text[place + shift : span.start + shift])
        yield Strip(text[span.start + shift : until + shift], point)
        place = until
    if place < end:
        yield Strip(text[place + shift : end + shift])


def shown(text: str) -> str:
    """White space that would not be seen, as signs.

    >>> shown("产\\n\\n业")
    '产↵↵业'
    """
    return text.translate(_SHOWN)
