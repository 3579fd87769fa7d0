"""Rows: how a newspaper sets short articles side by side, each in as many columns as it fills."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from publisher.model import Article, Block, Figure, Gap, ListItems, Table, Verse, plain
from publisher.theme.layout import Layout

#: A row may fill this part of the page: it isn't broken over two.
_HIGHEST = 0.42

#: Lines that a headline and what belongs to it take, in a column.
_HEADS = 4

#: More cells in a row of a table don't go into a column.
_CELLS = 4

#: Letters of words in the room of one Han character.
_LETTERS = 2.1

#: Where each cell of a row begins and ends, and its columns.
_Cells = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Articles one below the other, `span` columns wide."""

    articles: tuple[Article, ...]
    span: int


def rows(
    articles: Iterable[Article], language: str, layout: Layout, lead: Sequence[Article] = ()
) -> tuple[tuple[Cell, ...], ...]:
    """Articles in their order in rows of cells that fill the columns of the page together.

    An article too long for a row, one with a picture or a wide table, and one of `lead` have a row
    of their own; so has what follows in another language.

    >>> from publisher.text import Span
    >>> from publisher.theme import find_theme
    >>> from publisher.theme.layout import layout
    >>> short = Article("i0001", None, (), Span(0, 0))
    >>> found = rows([short, short], "zh", layout(find_theme("gazette"), "zh"))
    >>> [[cell.span for cell in row] for row in found]
    [[1, 2]]
    """
    found: list[tuple[Cell, ...]] = []

    def key(article: Article) -> tuple[bool, str]:
        tongue = article.language or language
        return article not in lead and _goes_beside(article, tongue, layout), tongue

    for (beside, tongue), run in groupby(articles, key=key):
        count = layout.columns(tongue)
        if not beside or count == 1:
            found += ((Cell((one,), count),) for one in run)
            continue
        for group in _groups(tuple(run), tongue, layout):
            heights = [_lines(one, tongue, layout) for one in group]
            found.append(
                tuple(Cell(group[start:end], span) for start, end, span in _row(heights, count))
            )
    return tuple(found)


def _goes_beside(article: Article, language: str, layout: Layout) -> bool:
    most = _HIGHEST * layout.depth / layout.line
    if _lines(article, language, layout) > most * max(1, layout.columns(language) - 1):
        return False
    return not any(
        (isinstance(block, Figure) and block.image)
        or (isinstance(block, Table) and max(map(len, block.rows), default=0) > _CELLS)
        for block in article.body
    )


def _groups(
    articles: tuple[Article, ...], language: str, layout: Layout
) -> Iterator[tuple[Article, ...]]:
    """Parts of a run that a row holds each, about evenly filled."""
    lines = [_HEADS + _lines(one, language, layout) for one in articles]
    room = _HIGHEST * layout.depth / layout.line * layout.columns(language)
    remaining = sum(lines)
    rows_left = ceil(remaining / room)
    group: list[Article] = []
    filled = 0.0
    for article, height in zip(articles, lines, strict=True):
        if group and rows_left > 1 and filled + height / 2 > remaining / rows_left:
            yield tuple(group)
            remaining, rows_left = remaining - filled, rows_left - 1
            group, filled = [], 0.0
        group.append(article)
        filled += height
    yield tuple(group)


def _row(heights: Sequence[float], count: int) -> _Cells:
    """Where each cell begins and ends, and its columns, so that the highest is as low as can be.

    `heights` are the lines of the texts in one column; a headline's don't grow less over more.

    >>> _row([10, 50, 10], 5), _row([10, 10, 20, 5, 5], 3)
    (((0, 1, 1), (1, 2, 3), (2, 3, 1)), ((0, 2, 1), (2, 3, 1), (3, 5, 1)))
    """
    best: dict[tuple[int, int], tuple[float, float, _Cells]] = {(0, 0): (0.0, 0.0, ())}
    for end in range(1, len(heights) + 1):
        for used in range(1, count + 1):
            found = [
                (max(highest, here), area + here * span, (*cells, (start, end, span)))
                for start in range(end)
                for span in range(1, used + 1)
                if (start, used - span) in best
                for highest, area, cells in [best[start, used - span]]
                for here in [_HEADS * (end - start) + sum(heights[start:end]) / span]
            ]
            if found:
                best[end, used] = min(found)
    return best[len(heights), count][2]


def _lines(article: Article, language: str, layout: Layout) -> float:
    """About how many lines of a column the text of an article fills."""
    room = layout.column(language) / layout.body
    if language.split("-")[0] not in ("zh", "ja"):
        room *= _LETTERS
    return sum(_lines_of(block, room) for block in article.body)


def _lines_of(block: Block, room: float) -> float:
    match block:
        case ListItems(items=lines) | Verse(lines=lines):
            return float(sum(ceil(len(plain(line)) / room) for line in lines))
        case Table(rows=cells):
            return 1.5 * len(cells)
        case Gap():
            return 2.0
    return float(ceil(len(plain(block.content)) / room))
