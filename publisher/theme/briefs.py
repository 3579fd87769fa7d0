"""Briefs: articles of few lines, which a newspaper sets one below the other in its columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from publisher.model import (
    Article,
    Block,
    Figure,
    Gap,
    ListItems,
    Table,
    Verse,
    plain,
)

#: A brief has at most so many characters, or letters: some thirty lines of a column.
_CHARACTERS, _LETTERS = 400, 850

#: More cells in a row don't go into a column.
_CELLS = 4

#: Characters of a line of a column.
_LINE = 15


@dataclass(frozen=True, slots=True)
class Run:
    """Articles that follow each other: briefs, or one that has the page's width."""

    articles: tuple[Article, ...]
    brief: bool


def runs(articles: Iterable[Article], language: str) -> tuple[Run, ...]:
    """Articles in their order, two or more briefs in a row together.

    >>> from publisher.text import Span
    >>> short = Article("i0001", None, (), Span(0, 0))
    >>> [(len(run.articles), run.brief) for run in runs([short, short], "en")]
    [(2, True)]
    """
    found: list[Run] = []
    for brief, group in groupby(articles, key=lambda one: is_brief(one, one.language or language)):
        members = tuple(group)
        if brief and len(members) > 1:
            found.append(Run(members, True))
        else:
            found += (Run((one,), False) for one in members)
    return tuple(found)


def is_brief(article: Article, language: str) -> bool:
    """Whether an article goes into one column, with no picture nor wide table."""
    most = _CHARACTERS if language.split("-")[0] in ("zh", "ja") else _LETTERS
    return _length(article) <= most and not any(
        (isinstance(block, Figure) and block.image)
        or (isinstance(block, Table) and max(map(len, block.rows), default=0) > _CELLS)
        for block in article.body
    )


def _length(article: Article) -> int:
    """The characters of the body, as if a line of a list or of verse were full."""
    return sum(map(_length_of, article.body))


def _length_of(block: Block) -> int:
    match block:
        case ListItems(items=lines) | Verse(lines=lines):
            return sum(max(_LINE, len(plain(line))) for line in lines)
        case Table(rows=rows):
            return 2 * _LINE * len(rows)
        case Gap():
            return _LINE
    return len(plain(block.content))
