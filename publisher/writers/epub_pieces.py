"""Pieces of articles: a long one fills several files, since readers load a file as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from publisher.model import (
    Article,
    Block,
    Emphasis,
    Inline,
    NoteReference,
    Strong,
    Subhead,
    Text,
    inlines_of,
    leaves,
    with_inlines,
)
from publisher.writers.epub_pages import PageBreak
from publisher.writers.epub_wholeness import texts


@dataclass(frozen=True, slots=True)
class Piece:
    """What one file holds of an article: an article itself, whose body is a run of its blocks.

    The heads stand in the first piece, the credits in the last, a note where the first mark that
    leads to it stands. `start` is the index of its first
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
        part = _with_notes(article, body, last=place == len(runs) - 1)
        if place:
            part = _without_heads(part)
        if place < len(runs) - 1:
            part = replace(part, credits=(), source_credit=None)
        name = f"{file}-{place + 1}.xhtml" if place else f"{file}.xhtml"
        found.append(Piece(part, name, start, place + 1, len(runs)))
        start += len(body)
    return tuple(found)


def _with_notes(article: Article, body: tuple[Block, ...], *, last: bool) -> Article:
    """A run of the body with its notes; a mark whose note stands in another file leads nowhere."""
    if not article.footnotes or body == article.body:
        return replace(article, body=body)
    marks = [
        leaf
        for block in body
        for leaf in leaves(inlines_of(block))
        if isinstance(leaf, NoteReference)
    ]
    own = {mark.note for mark in marks if not mark.again}

    def near(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(map(_near, content))

    def _near(inline: Inline) -> Inline:
        match inline:
            case Strong(children=children) | Emphasis(children=children):
                return replace(inline, children=near(children))
            case NoteReference(mark=mark, note=note, origin=origin) if note not in own:
                return Text(mark, origin)
        return inline

    notes = (
        note for note in article.footnotes if note.number in own or (last and not note.referred)
    )
    return replace(
        article,
        body=tuple(with_inlines(block, near) for block in body),
        footnotes=tuple(notes),
    )


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
