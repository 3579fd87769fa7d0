"""The pages of a PDF as Poppler measures them: words, lines of columns, in points."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from html import unescape
from itertools import groupby
from pathlib import Path

_WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
)


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space, and its box; `page` counts from 1."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column."""

    page: int
    column: int
    top: float
    left: float
    right: float
    text: str


def poppler(*arguments: str | Path) -> str:
    """What one of Poppler's programs prints."""
    done = subprocess.run(list(map(str, arguments)), capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def text_of(pdf: Path) -> str:
    """The text in the order of the file, without white space."""
    return "".join(poppler("pdftotext", "-raw", pdf, "-").split())


def words_of(pdf: Path) -> list[Word]:
    """Every word with its box."""
    pages = poppler("pdftotext", "-bbox", pdf, "-").split("<page ")[1:]
    return [
        Word(number, *map(float, found.groups()[:4]), unescape(found[5]))
        for number, page in enumerate(pages, start=1)
        for found in _WORD.finditer(page)
    ]


def body_lines(pdf: Path, size: float = 10.5, columns: int = 3) -> list[Line]:
    """The lines of the body type, by page and column from top to bottom.

    The body is told by the height of its boxes; the columns share the width of A4 evenly.
    """
    body = [word for word in words_of(pdf) if abs(word.bottom - word.top - 1.437 * size) < 0.2]
    left = min(word.left for word in body)
    width = (595.28 - 2 * left) / columns
    keyed = sorted(
        ((word.page, int((word.left - left + 2) // width), round(word.top, 1)), word.left, word)
        for word in body
    )
    lines = []
    for (page, column, top), group in groupby(keyed, key=lambda one: one[0]):
        words = [word for _, _, word in group]
        text = " ".join(word.text for word in words)
        right = max(word.right for word in words)
        lines.append(Line(page, column, top, words[0].left, right, text))
    return lines


def structure_text(pdf: Path) -> str:
    """The text in the order of the tags, as a screen reader says it, without white space."""
    lines = poppler("pdfinfo", "-struct-text", pdf).splitlines()
    said = (line.strip() for line in lines)
    return "".join("".join(line[1:-1] for line in said if line.startswith('"')).split())


def overprinted(pdf: Path) -> list[tuple[Word, Word]]:
    """Pairs of words of which one is printed on the other.

    The boxes of squeezed punctuation may meet by half an em. Poppler's boxes of the Noto faces are
    some 1.4 em high; the em squares inside them, of which a fifth of the box lies above and an
    eighth below, never meet.
    """
    words = words_of(pdf)
    found = []
    for page in {word.page for word in words}:
        row = sorted((word for word in words if word.page == page), key=lambda word: word.top)
        for place, first in enumerate(row):
            for second in row[place + 1 :]:
                if second.top >= first.bottom:
                    break
                if _overlap(first, second):
                    found.append((first, second))
    return found


def _overlap(first: Word, second: Word) -> bool:
    wide = min(first.right, second.right) - max(first.left, second.left)
    high = min(map(_foot, (first, second))) - max(map(_head, (first, second)))
    lower = min(first.bottom - first.top, second.bottom - second.top)
    return wide > 0.4 * lower and high > 0.1 * lower


def _head(word: Word) -> float:
    return word.top + 0.19 * (word.bottom - word.top)


def _foot(word: Word) -> float:
    return word.bottom - 0.12 * (word.bottom - word.top)
