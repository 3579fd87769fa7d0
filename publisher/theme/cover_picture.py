"""The picture of a cover: masthead, day and number, and the main headlines, drawn as a PNG.

Readers and libraries show it among others, small: the cover's page in the book says the same in
text. It's drawn with the pinned faces and nothing else, so the same issue gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from publisher.model import Issue
from publisher.text.marks import GAP_MARK
from publisher.theme.days import printed_day
from publisher.theme.direction import direction
from publisher.theme.fonts import Face, faces, locate, stand_ins
from publisher.theme.glyphs import held, seen
from publisher.theme.headlines import cover_headlines
from publisher.theme.rendering import printable
from publisher.theme.words import words

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

#: The picture's width and height, in pixels; 3:4, between a newspaper's page and a screen.
SIZE = (1200, 1600)

_MARGIN = 90
_MEASURE = SIZE[0] - 2 * _MARGIN
_INK, _PAPER = 16, 255
_LINES = 3

_OPEN, _CLOSE = "“‘（《〈「『【〔", "，。、；：？！”’）》〉」』】〕…"

#: What stays together on a line: a word, or an East Asian character, with the marks around it.
_UNIT = re.compile(rf"[{_OPEN}]*(?:[⺀-￯]|[^\s⺀-￯{_OPEN}]+)[{_CLOSE}]*\s*|\S\s*")

#: More characters than a line of the smallest size holds.
_MOST = 120


@dataclass(frozen=True, slots=True)
class _Pen:
    """Sets text with the first face that has a character; `heavy` is bold."""

    draw: ImageDraw
    language: str
    heavy: bool
    size: int

    def width(self, text: str) -> float:
        return sum(_font(face, self.size).getlength(run) for face, run in self.runs(text))

    def runs(self, text: str) -> Iterator[tuple[Face, str]]:
        """The text by the faces that it's set in."""
        chosen = _faces(self.language, self.heavy)
        run, now = "", chosen[0]
        for sign in text:
            others = stand_ins(self.language) if seen(sign) else ()
            face = next((one for one in (*chosen, *others) if sign in _signs(one)), chosen[0])
            if face != now and run:
                yield now, run
                run = ""
            now, run = face, run + sign
        if run:
            yield now, run

    def lines(self, text: str, most: int) -> list[str]:
        """The text in at most so many lines of the measure; what doesn't fit ends in ….

        Only so much is read as could fit: a headline may be a megabyte long.
        """
        lines: list[str] = []
        line = ""
        for unit in _units(text[: _MOST * most]):
            if line and self.width((line + unit).rstrip()) > _MEASURE:
                if len(lines) == most - 1:
                    return [*lines, self._cut(line)]
                lines.append(line.rstrip())
                line = ""
            line += unit
        return [*lines, line.rstrip()] if line else lines

    def _cut(self, line: str) -> str:
        """As much of a line as leaves room for …."""
        shown = line.rstrip()
        while shown and self.width(shown + "…") > _MEASURE:
            shown = shown[:-1].rstrip()
        return shown + "…"

    def line(self, text: str, top: float, *, centred: bool = False) -> float:
        """Draw a line; where the next begins."""
        left = _MARGIN + (max(0, _MEASURE - self.width(text)) / 2 if centred else 0)
        for face, run in self.runs(text):
            font = _font(face, self.size)
            self.draw.text((left, top + self.size), run, _INK, font, anchor="ls")
            left += font.getlength(run)
        return top + self.size * 1.4


def cover_picture(issue: Issue, title: str) -> bytes | None:
    """The cover of an issue as PNG; None in a script that needs shaping (Arabic, Hebrew).

    `title` stands where the paper's name isn't known. Raises ToolMissing where a face isn't in
    the cache.
    """
    if direction(issue.language) == "rtl":
        return None
    from PIL import Image, ImageDraw

    picture = Image.new("L", SIZE, _PAPER)
    draw = ImageDraw.Draw(picture)
    draw.fontmode = "L"
    texts = words(issue.language)
    number = texts["number"].format(issue.number) if issue.number else ""
    facts = "  ".join(filter(None, (printed_day(issue.date, texts), number, *issue.supplements)))
    top = float(_MARGIN)
    name = _plain(issue.title.name, "") or _plain(title, "")
    size = 190
    while size > 70 and _Pen(draw, issue.language, True, size).width(name[:_MOST]) > _MEASURE:
        size -= 10
    masthead = _Pen(draw, issue.language, True, size)
    for line in masthead.lines(name, _LINES):
        top = masthead.line(line, top, centred=True)
    small = _Pen(draw, issue.language, False, 38)
    for line in (*small.lines(_plain(issue.title.name_en, ""), 1), *small.lines(facts, 1)):
        top = small.line(line, top, centred=True)
    top = _rule(draw, top + 16, 8)
    bold, plain = (_Pen(draw, issue.language, heavy, 58) for heavy in (True, False))
    heads = [_plain(head, texts["gap"]) for head in cover_headlines(issue)]
    for place, head in enumerate(heads):
        pen = plain if place else bold
        lines = pen.lines(head, _LINES)
        if top + len(lines) * pen.size * 1.4 + 30 > SIZE[1] - _MARGIN:
            break
        for line in lines:
            top = pen.line(line, top)
        top = _rule(draw, top + 14, 2)
    file = BytesIO()
    picture.save(file, "PNG", compress_level=9)
    return file.getvalue()


def _rule(draw: ImageDraw, top: float, weight: int) -> float:
    draw.rectangle((_MARGIN, top, SIZE[0] - _MARGIN, top + weight - 1), _INK)
    return top + weight + 24


def _plain(text: str, lost: str) -> str:
    """A text on one line, lost text said."""
    return " ".join(printable(text).replace(GAP_MARK, lost).split())


def _units(text: str) -> Iterator[str]:
    """What may not be parted at a line's end; a word longer than the measure may.

    >>> list(_units("The “Bay” 工会（北京）开班。"))
    ['The ', '“Bay” ', '工', '会', '（北', '京）', '开', '班。']
    """
    for found in _UNIT.finditer(text):
        unit = found[0]
        yield from (unit[place : place + 24] for place in range(0, len(unit), 24))


@lru_cache(maxsize=8)
def _faces(language: str, heavy: bool) -> tuple[Face, ...]:
    weight = 700 if heavy else 400
    return tuple(one for one in faces(language) if one.weight == weight and one.kind == "Serif")


@lru_cache(maxsize=8)
def _signs(face: Face) -> frozenset[str]:
    return frozenset(held(locate(face).read_bytes()))


@lru_cache(maxsize=32)
def _font(face: Face, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    # Raqm may be there or not: without it, each machine sets the same.
    return ImageFont.truetype(str(locate(face)), size, layout_engine=ImageFont.Layout.BASIC)
