"""Short lines that stand by themselves, between blank lines or at the edge of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.text import Span, pages

#: Longer lines are no furniture of a page.
LONGEST = 100

#: So many lines at the top and at the foot of a page are its edges.
EDGE = 2

_LINE = re.compile(r"[^\n\f]+")
_WHITE = re.compile(r"[ \t\u3000]*\n?(?:[ \t\u3000]*\n)*")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class StandingLine:
    """A line without the white space around it, its page, and how it stands.

    `page` counts from 1; `top` and `foot` count the lines above and below it on its page. `alone`
    tells that blank lines or page ends are around it.
    """

    text: str
    span: Span
    page: int
    top: int
    foot: int
    alone: bool

    @property
    def pattern(self) -> str:
        """The line with its digits as one sign, its white space as one space."""
        return " ".join(_DIGITS.sub("#", self.text).split())

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers in the line, of up to four digits."""
        return tuple(int(one) for one in _DIGITS.findall(self.text) if len(one) <= 4)


def standing_lines(text: str) -> Iterator[StandingLine]:
    """The short lines of a text that stand alone or at the edge of one of its pages.

    >>> [line.text for line in standing_lines("One.\\n\\n41\\n\\nTwo.\\nThree.\\fFour")]
    ['One.', '41', 'Two.', 'Three.', 'Four']
    """
    for page, bounds in enumerate(pages(text), start=1):
        lines = list(_lines(text, bounds))
        for top, (span, alone) in enumerate(lines):
            foot = len(lines) - 1 - top
            if len(span) <= LONGEST and (alone or min(top, foot) < EDGE):
                yield StandingLine(span.of(text), span, page, top, foot, alone)


def _lines(text: str, page: Span) -> Iterator[tuple[Span, bool]]:
    """The lines of a page that aren't blank, each with whether it stands alone."""
    held: tuple[Span, bool] | None = None
    blank = True
    for match in _LINE.finditer(text, page.start, page.end):
        bare = match[0].strip()
        start = match.start() + (len(match[0]) - len(match[0].lstrip()) if bare else 0)
        apart = blank or text.startswith("\n", match.start() - 2)
        if held is not None:
            yield held[0], held[1] and (apart or not bare)
        held = (Span(start, start + len(bare)), apart) if bare else None
        blank = not bare
    if held is not None:
        yield held


def removal(text: str, span: Span) -> Span:
    """What to take out with a line: its indent, its end, and the blank lines after it."""
    start = span.start
    while start and text[start - 1] in " \t\u3000":
        start -= 1
    white = _WHITE.match(text, span.end)
    return Span(start, white.end() if white else span.end)
