"""Run-in heads: under a label of short items, bold words or capitals that head their paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from publisher.structure.columns import is_capitals
from publisher.structure.kinds import is_of_short_items
from publisher.structure.piece import Piece, Role, unwrapped
from publisher.text import Span

#: **Seed library opens.** The library will … — and the same in capitals.
_HEAD = re.compile(
    r"\*\*(?P<bold>[^*\n]{2,60}?)[.:。：]?\*\*[.:。：]?\s*(?=[^\s—–-])"
    r"|(?P<capitals>[A-Z][A-Z’'&\d -]{3,50}[A-Z])[.:]\s+(?=\S)"
)

#: A single one may be a paragraph that begins in bold.
_FEWEST = 2


def with_run_in_heads(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with headline and text apart where two or more items under a label have them.

    >>> from publisher.structure.pieces import read_pieces
    >>> text = "## AREA BRIEFS\\n\\n**Bridge shut.** It is.\\n\\n**Choir sings.** It does."
    >>> [piece.span.of(text) for piece in with_run_in_heads(text, read_pieces(text))]
    ['AREA BRIEFS', 'Bridge shut', 'It is.', 'Choir sings', 'It does.']
    """
    found: list[Piece] = []
    place = 0
    while place < len(pieces):
        label = pieces[place]
        items = _items(text, pieces, place + 1) if _is_label(text, label) else ()
        if len(items) < _FEWEST:
            found.append(label)
            place += 1
            continue
        level = label.level or 1
        found.append(replace(label, role=Role.COLUMN, level=level))
        for item in items:
            found += _apart(text, item, level + 1)
        place += 1 + len(items)
    return found


def _is_label(text: str, piece: Piece) -> bool:
    told = piece.role in {Role.HEADING, Role.COLUMN, Role.TEXT} and len(piece.lines) <= 1
    core = unwrapped(text, piece.span).of(text)
    return told and len(core) < 40 and (is_of_short_items(core) or is_capitals(core))


def _items(text: str, pieces: Sequence[Piece], start: int) -> Sequence[Piece]:
    return list(
        takewhile(
            lambda piece: piece.role is Role.TEXT and _HEAD.match(text, piece.span.start),
            pieces[start:],
        )
    )


def _apart(text: str, item: Piece, level: int) -> tuple[Piece, Piece]:
    head = _HEAD.match(text, item.span.start, item.span.end)
    assert head is not None
    name = Span(*head.span("bold" if head["bold"] else "capitals"))
    origin, rest = Span(item.origin.start, head.end()), Span(head.end(), item.span.end)
    return (
        Piece(Role.HEADLINE, name, origin, (name,), level),
        Piece(Role.TEXT, rest, Span(rest.start, item.origin.end), (rest,)),
    )
