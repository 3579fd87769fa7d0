"""Footnotes: notes below a text, and the marks in it that lead to them.

A note is one by the signs of Markdown (`[^1]: …`), which the repairs set too, or by the place: at
the end of an article, or of its part of a page, in the order of their marks, each of which stands
once above, glued to what it is about. An enumeration (①… ②…) has no such marks and stays one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from publisher.model import (
    Article,
    Block,
    Footnote,
    Inline,
    NoteReference,
    Page,
    Paragraph,
    Text,
    inlines_of,
    leaves,
    with_inlines,
)
from publisher.structure.inlines import replaced
from publisher.structure.lines import ends_sentence
from publisher.structure.note_marks import TOLD, Candidate, candidates, marks, told_marks
from publisher.text import Span


def with_footnotes(article: Article, text: str, pages: Sequence[Page], first: int) -> Article:
    """The article with the notes of its body in `footnotes`, numbered from `first`.

    `text` is what its spans count in.
    """
    blocks = [tuple(candidates(block)) for block in article.body]
    if not any(blocks):
        return article
    found: list[tuple[Candidate, list[int]]] = []
    taken: set[int] = set()
    begin = 0
    for start, end in _runs(article.body, blocks, pages):
        notes = [note for block in blocks[start:end] for note in block]
        places = marks(article.body[begin:start], notes, text)
        if places is not None:
            found += zip(notes, places, strict=True)
            taken |= set(range(start, end))
            begin = end
    told = [place for place, block in enumerate(blocks) if block and block[0].label]
    notes = [note for place in told for note in blocks[place]]
    found += zip(notes, told_marks(article.body, notes), strict=True)
    taken |= set(told)
    found.sort(key=lambda one: one[0].origin)
    footnotes = tuple(
        Footnote(note.mark, note.content, number, note.origin, bool(places))
        for number, (note, places) in enumerate(found, start=first)
    )
    references = sorted(_references(found, first), key=_start)

    def find(text: Text) -> Sequence[Inline]:
        span = text.origin
        from_here = bisect_left(references, span.start, key=_start)
        return references[from_here : bisect_left(references, span.end, key=_start)]

    kept = [block for place, block in enumerate(article.body) if place not in taken]
    body = tuple(
        with_inlines(block, lambda run: replaced(run, find)) for block in _whole(kept, footnotes)
    )
    return replace(article, body=body, footnotes=footnotes)


def _start(reference: NoteReference) -> int:
    return reference.origin.start


def unled(article: Article) -> Iterator[tuple[str, Span]]:
    """The marks of Markdown in an article that lead to no note, with the text they stand in."""
    for block in article.body:
        for leaf in leaves(inlines_of(block)):
            if isinstance(leaf, Text):
                yield from ((one[0], leaf.origin) for one in TOLD.finditer(leaf.text))


def _runs(
    body: Sequence[Block], blocks: Sequence[Sequence[Candidate]], pages: Sequence[Page]
) -> Iterator[tuple[int, int]]:
    """The blocks that end the article's part of a page and are notes of one kind by their marks."""

    def page(place: int) -> int:
        return bisect_right(pages, body[place].origin.start, key=lambda one: one.span.start)

    for _, group in groupby(range(len(body)), key=page):
        places = list(group)
        end = start = places[-1] + 1
        kind = blocks[end - 1][0].kind if blocks[end - 1] else ""
        while start > places[0] and any(one.kind == kind for one in blocks[start - 1]):
            start -= 1
        if start < end and kind != "told":
            yield start, end


def _references(
    found: Iterable[tuple[Candidate, Sequence[int]]], first: int
) -> Iterator[NoteReference]:
    for number, (note, places) in enumerate(found, start=first):
        size = len(f"[^{note.label}]") if note.label else len(note.mark)
        for place in places:
            origin = Span(place, place + size)
            yield NoteReference(note.mark, number, origin, place != places[0])


def _whole(body: Sequence[Block], notes: Sequence[Footnote]) -> Iterator[Block]:
    """The body with the sentences whole again that a note stood in."""
    open_block: Block | None = None
    for block in body:
        if open_block is not None and _goes_on(open_block, block, notes):
            assert isinstance(open_block, Paragraph)
            assert isinstance(block, Paragraph)
            space = Text(" ", Span(block.origin.start, block.origin.start))
            origin = Span(open_block.origin.start, block.origin.end)
            block = Paragraph((*open_block.content, space, *block.content), origin)
        elif open_block is not None:
            yield open_block
        open_block = block
    if open_block is not None:
        yield open_block


def _goes_on(first: Block, second: Block, notes: Sequence[Footnote]) -> bool:
    if not (isinstance(first, Paragraph) and isinstance(second, Paragraph)):
        return False
    if ends_sentence(first.text) or not second.text[:1].islower():
        return False
    start, end = first.origin.start, second.origin.start
    return any(start < note.origin.start < end for note in notes)
