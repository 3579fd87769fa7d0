"""The source beside the text it became: what stands on both sides, and where they differ. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publisher.errors import LedgerError
from publisher.ledger import Ledger, Origin
from publisher.text import Span

#: A piece of so many characters ends with its line.
_LONG = 4000


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the source and what became of it; where it is `same`, both hold the same text."""

    source: Span
    text: Span
    same: bool


def runs(ledger: Ledger, source: str, text: str) -> tuple[Run, ...]:
    """Both texts in runs, same and changed by turns, that cover each from end to end.

    Changes that touch are one. Raises LedgerError where the texts aren't those of the ledger.

    >>> from publisher.pipeline import normalize
    >>> source = "同时，围绕产\\n\\n业链分层分类开展劳动竞赛。"
    >>> done = normalize(source)
    >>> [one.source.of(source) for one in runs(done.ledger, source, done.text)]
    ['同时，围绕产', '\\n\\n', '业链分层分类开展劳动竞赛。']
    """
    found: list[Run] = []
    here = there = 0
    for span, gain in _changed(ledger):
        kept = span.start - here
        if kept:
            found.append(Run(Span(here, span.start), Span(there, there + kept), same=True))
        there += kept
        grown = len(span) + gain
        if grown < 0:
            raise LedgerError(f"more is taken out than stands at character {span.start}")
        found.append(Run(span, Span(there, there + grown), same=False))
        here, there = span.end, there + grown
    if here < len(source):
        found.append(Run(Span(here, len(source)), Span(there, len(text)), same=True))
    for one in found:
        if one.same and one.source.of(source) != one.text.of(text):
            raise LedgerError(f"the text differs at character {one.text.start} without a change")
    return tuple(found)


def _changed(ledger: Ledger) -> Iterator[tuple[Span, int]]:
    """The changed spans of the source in order, and by how much each grew."""
    grown: list[tuple[Span, int]] = []
    for number, one in enumerate(ledger.passes):
        back = Origin(ledger.passes[:number])
        grown += [(back.of(edit.span), len(edit.after) - len(edit.before)) for edit in one.edits]
    grown.sort(key=lambda pair: pair[0])
    whole: Span | None = None
    gain = 0
    for span, more in grown:
        if whole is None:
            whole, gain = span, more
        elif span.start <= whole.end:
            whole, gain = Span(whole.start, max(whole.end, span.end)), gain + more
        else:
            yield whole, gain
            whole, gain = span, more
    if whole is not None:
        yield whole, gain


def pieces(found: Sequence[Run], source: str) -> Iterator[tuple[Run, ...]]:
    """The runs in pieces, a paragraph or what became one each; a piece ends with its white space.

    A piece ends at an empty line or a page's end that stands on both sides, a long one at a line's.
    """
    piece: list[Run] = []
    for one in found:
        if not one.same:
            piece.append(one)
            continue
        here = one.source.start
        for end in _ends(source, one.source):
            piece.append(_part(one, here, end))
            yield tuple(piece)
            piece, here = [], end
        if here < one.source.end:
            piece.append(_part(one, here, one.source.end))
    if piece:
        yield tuple(piece)


def _part(run: Run, start: int, end: int) -> Run:
    shift = run.text.start - run.source.start
    return Run(Span(start, end), Span(start + shift, end + shift), same=True)


def _ends(source: str, span: Span) -> Iterator[int]:
    """Where paragraphs end: behind a run of white space with an empty line or a page's end."""
    place = last = span.start
    while place < span.end:
        place = min(
            (at for sign in "\n\f" if (at := source.find(sign, place, span.end)) >= 0), default=-1
        )
        if place < 0:
            return
        start = place
        while place < span.end and source[place].isspace():
            place += 1
        white = source[start:place]
        if white.count("\n") > 1 or "\f" in white or place - last > _LONG:
            yield place
            last = place
