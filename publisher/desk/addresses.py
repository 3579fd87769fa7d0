"""Addresses of answers: what is quoted beside a place, so that it is found again. Pure."""

from __future__ import annotations

from publisher.repairs import Answer, Verdict
from publisher.repairs.evidence.answers import bare
from publisher.text import Span

#: So many characters of each side are quoted at first, and doubled until one place has them.
_SHORT, _LONG = 10, 160


class Sides:
    """A source that places are quoted from, made once for many places."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._bare = bare(source)

    def of(self, span: Span, between: str = "") -> tuple[str, str]:
        """What stands left and right of a span: as short as tells it from every other place.

        `between` is what of the span counts, without its white space.

        >>> Sides("职工之家。\\n\\n职工夜校。").of(Span(5, 7))
        ('职工之家。', '职工夜校。')
        """
        for count in (_SHORT, 2 * _SHORT, 4 * _SHORT, _LONG):
            left, right = self._left(span.start, count), self._right(span.end, count)
            sought = bare(left) + bare(between) + bare(right)
            first = self._bare.find(sought)
            if self._bare.find(sought, first + 1) < 0:
                break
        return left, right

    def _left(self, end: int, count: int) -> str:
        return self.source[max(0, end - count) : end].strip()

    def _right(self, start: int, count: int) -> str:
        return self.source[start : start + count].strip()


def on_break(sides: Sides, span: Span, verdict: Verdict) -> Answer:
    """The answer that a break of the source is so."""
    return Answer(*sides.of(span, span.of(sides.source)), verdict)


def as_edit(sides: Sides, span: Span, text: str) -> Answer:
    """The answer that a span of the source shall read `text`.

    The answer's own text begins and ends with the white space that stands around the span, since
    an address can't tell where in it the span begins.

    >>> as_edit(Sides("the  re-form of 1832"), Span(5, 12), "reform").text
    '  reform '
    """
    source = sides.source
    start, end = span.start, span.end
    while start and source[start - 1].isspace():
        start -= 1
    while end < len(source) and source[end].isspace():
        end += 1
    around = f"{source[start : span.start]}{text}{source[span.end : end]}".replace("\r\n", "\n")
    before = source[start:end].strip()
    left, right = sides.of(Span(start, end), before)
    return Answer(left, right, None, before, around)
