"""The words of a PDF with their boxes, as Poppler measures them, and which lie on each other."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from publisher.errors import ToolMissing

_WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
)

#: The part of a box above the ink, and below it; the part that two inks must share to be seen.
_EMPTY = 0.2
_SEEN = 0.12

#: Marks of Chinese and Japanese whose ink fills less than half their em: where two meet, a
#: typesetter lays one's empty half on the other's.
_OPENING = tuple("“‘（《〈「『【〔［｛")
_CLOSING = tuple("”’）》〉」』】〕］｝，。、；：！？．")
_HALF = 0.48


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space, and its box in points from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def overprinted(path: Path) -> Iterator[tuple[int, Word, Word]]:
    """Pairs of words of which one is printed on the other, with their page from 1.

    The boxes of squeezed punctuation may meet by half an em, and those of lines by their leading.
    Raises ToolMissing where Poppler isn't there.
    """
    for number, words in enumerate(words_by_page(path), start=1):
        for first, second in _pairs(words):
            yield number, first, second


def _pairs(words: list[Word]) -> Iterator[tuple[Word, Word]]:
    row = sorted(words, key=lambda word: word.top)
    for place, first in enumerate(row):
        for second in row[place + 1 :]:
            if second.top >= first.bottom:
                break
            if overlap(first, second):
                yield first, second


def overlap(first: Word, second: Word) -> bool:
    """Whether the inks of two words lie on each other."""
    wide = min(_ink_right(first), _ink_right(second)) - max(_ink_left(first), _ink_left(second))
    # Poppler's box is as high as the font's lines; its ink fills about the middle of it.
    top, bottom = max(_ink_top(first), _ink_top(second)), min(_ink_end(first), _ink_end(second))
    lower = min(first.bottom - first.top, second.bottom - second.top)
    return wide > 0.4 * lower and bottom - top > _SEEN * lower


def _ink_left(word: Word) -> float:
    return word.left + _HALF * _em(word) * word.text.startswith(_OPENING)


def _ink_right(word: Word) -> float:
    return word.right - _HALF * _em(word) * word.text.endswith(_CLOSING)


def _em(word: Word) -> float:
    """The width of a character of a word in Chinese."""
    return min(word.bottom - word.top, (word.right - word.left) / max(1, len(word.text)))


def _ink_top(word: Word) -> float:
    return word.top + _EMPTY * (word.bottom - word.top)


def _ink_end(word: Word) -> float:
    return word.bottom - _EMPTY * (word.bottom - word.top)


def words_by_page(path: Path) -> Iterator[list[Word]]:
    """The words of each page; ToolMissing where Poppler isn't there."""
    program = shutil.which("pdftotext")
    if program is None:
        raise ToolMissing(
            "Poppler is needed to find glyphs printed on glyphs",
            remedy="Install it (Debian: apt-get install poppler-utils; macOS: brew install"
            " poppler).",
        )
    done = subprocess.run([program, "-bbox", str(path), "-"], capture_output=True, check=False)
    for page in done.stdout.decode("utf-8", "replace").split("<page ")[1:]:
        yield [_word(found) for found in _WORD.finditer(page)]


def _word(found: re.Match[str]) -> Word:
    left, top, right, bottom = map(float, found.groups()[:4])
    return Word(left, top, right, bottom, unescape(found[5]))
