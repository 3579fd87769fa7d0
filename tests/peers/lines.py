"""The lines of a print's body type as Poppler measures them: which are loose, which end ragged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from publisher.preflight.words import Word, words_by_page

#: More than so much of an em between characters is loose; lines may end so many points apart.
LOOSE, FLUSH = 0.1, 0.5
#: Shorter lines say little of how characters are spaced.
_LEAST = 8
#: In points: a mark's half beyond the edge, an indent, what a paragraph's last line lacks.
_HANGING, _INDENT, _SHORT = 8, 30, 40
_OPENING, _CLOSING = "“‘《（", "，。、；：？！”’》）"


@dataclass(frozen=True, slots=True)
class Setting:
    """How lines are set: all that were measured, the loose ones, those that don't end flush."""

    lines: int
    loose: int
    ragged: int


def setting(path: Path) -> Setting:
    """How the full lines of the body of a paper in Chinese are set, but for paragraphs' last."""
    pages = [list(_lines(page)) for page in _pages(path)]
    every = [line for page in pages for line in page]
    plain = [line for line in every if len(line.text) >= _LEAST and _is_han(line.text)]
    if not plain:
        return Setting(0, 0, 0)
    em = _commonest((line.right - line.left) / len(line.text) for line in plain)
    full = [(line, edge) for page in pages for line, edge in _full(page)]
    return Setting(
        len(full),
        sum(_is_loose(line, em) for line, _ in full),
        # The empty half of a mark may stand beyond the edge, or be cut off before it.
        sum(abs(line.right - edge) > FLUSH + em / 2 * _ends_in_mark(line) for line, edge in full),
    )


def _pages(path: Path) -> Iterator[list[Word]]:
    """The words of each page that are set in the body's size: the commonest height of a box."""
    pages = list(words_by_page(path))
    heights = Counter[float]()
    for page in pages:
        for word in page:
            heights[round(word.bottom - word.top, 1)] += len(word.text)
    body = heights.most_common(1)[0][0] if heights else 0.0
    for page in pages:
        yield [word for word in page if abs(word.bottom - word.top - body) < 0.2]


def _lines(words: list[Word]) -> Iterator[Word]:
    """The words of a column's line as one; between columns there is more than an em."""
    row = sorted(words, key=lambda word: (round(word.top), word.left))
    line: list[Word] = []
    for word in row:
        em = (word.bottom - word.top) / 1.437
        apart = not line or abs(word.top - line[-1].top) > 1 or word.left - line[-1].right > em
        if apart and line:
            yield _joined(line)
            line = []
        line.append(word)
    if line:
        yield _joined(line)


def _joined(words: Sequence[Word]) -> Word:
    first = words[0]
    text = "".join(word.text for word in words)
    return Word(first.left, first.top, max(word.right for word in words), first.bottom, text)


def _full(lines: Sequence[Word]) -> Iterator[tuple[Word, float]]:
    """Each line that its paragraph goes on below, with the right edge of its column."""
    starts = _starts(lines)
    columns: dict[int, list[Word]] = {start: [] for start in starts}
    for line in lines:
        # Indented by two ems it belongs to the column all the same.
        near = [start for start in starts if -_HANGING < line.left - start < _INDENT]
        if near:
            columns[min(near, key=lambda start: abs(line.left - start))].append(line)
    for start, column in columns.items():
        edge = _commonest(line.right for line in column)
        # What is wider spans the columns.
        own = [line for line in column if line.right < edge + _HANGING]
        for line, following in pairwise(sorted(own, key=lambda line: line.top)):
            close = following.top - line.top < 2.2 * (line.bottom - line.top)
            if close and abs(following.left - start) < 2 and line.right > edge - _SHORT:
                yield line, edge


def _starts(lines: Sequence[Word]) -> list[int]:
    """Where columns begin: the left edges of many lines, of which no commoner one is near."""
    counts = Counter(round(line.left) for line in lines)
    edges: list[int] = []
    for edge, count in counts.most_common():
        if count >= 5 and all(abs(edge - other) >= _INDENT for other in edges):
            edges.append(edge)
    return edges


def _is_loose(line: Word, em: float) -> bool:
    count = len(line.text)
    if count < _LEAST or not _is_wide(line.text):
        return False
    return (line.right - line.left - count * em) / (count - 1) > LOOSE * em


def _commonest(lengths: Iterable[float]) -> float:
    return Counter(round(one, 1) for one in lengths).most_common(1)[0][0]


def _is_han(text: str) -> bool:
    return all("\u4e00" <= one <= "\u9fff" for one in text)


def _is_wide(text: str) -> bool:
    return all(_is_han(one) or one in _OPENING or one in _CLOSING for one in text)


def _ends_in_mark(line: Word) -> bool:
    return line.text[-1] in _CLOSING
