"""The source beside the text it became: what stands on both sides, and where they differ. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publisher.errors import LedgerError
from publisher.ledger import Ledger, Origin
from publisher.text import Span

#: A piece of so many characters ends with its line.
_LONG = 4000

#: The first character behind white space.
_START = re.compile(r"(?<!\S)\S")


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


def pieces(found: Sequence[Run], source: str, text: str) -> Iterator[tuple[Run, ...]]:
    """The runs in pieces, a paragraph or what became one each, with the white space behind it.

    A piece ends at an empty line or a page's end that stands on both sides, a long one at a line's.
    """
    piece: list[Run] = []
    begun = 0
    for one in found:
        if not one.same:
            piece.append(one)
            continue
        here = one.source.start
        shift = one.text.start - one.source.start
        for match in _START.finditer(source, one.source.start, one.source.end):
            at = match.start()
            ends = min(_end(source, at), _end(text, at + shift))
            if ends == 2 or (ends and at - begun > _LONG):
                if here < at:
                    piece.append(_part(one, here, at))
                if piece:
                    yield tuple(piece)
                piece, here, begun = [], at, at
        if here < one.source.end:
            piece.append(_part(one, here, one.source.end))
    if piece:
        yield tuple(piece)


def _part(run: Run, start: int, end: int) -> Run:
    shift = run.text.start - run.source.start
    return Run(Span(start, end), Span(start + shift, end + shift), same=True)


def _end(text: str, place: int) -> int:
    """What ends right before a place: 2 a paragraph or page, 1 a line, 0 neither."""
    start = place
    while start and text[start - 1].isspace():
        start -= 1
    if "\f" in text[start:place]:
        return 2
    return min(2, text.count("\n", start, place))
