"""Pieces of articles: a long one fills several files, since readers load a file as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from publisher.model import Article, Block, Subhead
from publisher.writers.epub_pages import PageBreak
from publisher.writers.epub_wholeness import texts


@dataclass(frozen=True, slots=True)
class Piece:
    """What one file holds of an article: an article itself, whose body is a run of its blocks.

    The heads stand in the first piece, the credits in the last. `start` is the index of its first
    block in the whole body, `number` counts from 1 of `of`.
    """

    article: Article
    file: str
    start: int = 0
    number: int = 1
    of: int = 1

    def holds(self, one: PageBreak) -> bool:
        """Whether a page of the source begins in it; its place is in this article."""
        if one.block < self.start:
            return self.number == 1
        return one.block < self.start + len(self.article.body)


def pieces(article: Article, file: str, limit: int) -> tuple[Piece, ...]:
    """The pieces of an article, none longer than `limit` characters unless one block is.

    `file` is the first one's path without its suffix. A subhead stays with what follows it.
    """
    runs = list(_runs(article.body, limit))
    found = []
    start = 0
    for place, body in enumerate(runs):
        part = replace(article, body=body)
        if place:
            part = _without_heads(part)
        if place < len(runs) - 1:
            part = replace(part, credits=(), source_credit=None)
        name = f"{file}-{place + 1}.xhtml" if place else f"{file}.xhtml"
        found.append(Piece(part, name, start, place + 1, len(runs)))
        start += len(body)
    return tuple(found)


def _without_heads(article: Article) -> Article:
    return replace(
        article,
        headline=None,
        column=None,
        kicker=None,
        deck=None,
        summary=None,
        dateline=None,
        bylines=(),
    )


def _runs(body: tuple[Block, ...], limit: int) -> Iterator[tuple[Block, ...]]:
    run: list[Block] = []
    length = 0
    for block in body:
        size = sum(map(len, texts((block,))))
        if run and length + size > limit:
            heads: list[Block] = []
            while len(run) > 1 and isinstance(run[-1], Subhead):
                heads.insert(0, run.pop())
            yield tuple(run)
            run, length = heads, 0
        run.append(block)
        length += size
    yield tuple(run)
