"""Blocks of lines that are kicker, headline and deck, which verse looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from publisher.structure.bylines import lone_name
from publisher.structure.candidates import is_candidate
from publisher.structure.kinds import told_kind
from publisher.structure.page_setting import ends, has_indent
from publisher.structure.piece import Piece, Role
from publisher.text import Span

#: The most lines of a headline with its kicker and deck that stand in one block.
_LINES = 5

#: So many words in capitals over more of them are the first line of a headline.
_CAPITALS = 3

#: Words that no line of a headline ends with, unless it goes on in the next.
_OPEN = re.compile(
    "[为與与和的在将將对對向以及把被让讓到于於从從并並又或、，之由给給]\\Z"
    r"|\b(?i:a|an|the|of|to|in|on|for|and|or|with|as|at|by|from|but|who|that|is|are)\Z|[A-Za-z],\Z"
)

#: Behind these, the next headline begins an article.
CLOSING = frozenset(
    {
        *(Role.SOURCE, Role.RULE, Role.PAGE_END, Role.KICKER, Role.COLUMN, Role.BYLINE),
        *(Role.JUMP, Role.NOTE, Role.FURNITURE, Role.SIGNATURE),
    }
)


def lines_apart(text: str, pieces: Sequence[Piece], *, indented: bool) -> Iterator[Piece]:
    """The pieces with the headings of one block apart, which verse looks like.

    >>> from publisher.structure.pieces import read_pieces
    >>> text = "市民等了十一年\\n断头路打通了\\n\\n近日，三条断头路全部打通。"
    >>> [piece.role.value for piece in lines_apart(text, read_pieces(text), indented=False)]
    ['heading', 'heading', 'text']
    """
    for place, piece in enumerate(pieces):
        if piece.role is Role.NOTE and told_kind(piece.span.of(text)):
            yield replace(piece, role=Role.TEXT)
        elif _is_block_of_heads(text, pieces, place, indented=indented):
            yield from _heads(text, piece)
        else:
            yield piece


def _heads(text: str, piece: Piece) -> Iterator[Piece]:
    """The headings of a block of lines; one may take several lines."""
    held = piece.lines[:1]
    for line in piece.lines[1:]:
        if _goes_on(held[-1].of(text), line.of(text)):
            held = (*held, line)
        else:
            yield _head(held)
            held = (line,)
    yield _head(held)


def _head(lines: tuple[Span, ...]) -> Piece:
    span = Span(lines[0].start, lines[-1].end)
    return Piece(Role.HEADING, span, span, lines)


def _goes_on(above: str, below: str) -> bool:
    """Whether a headline goes on in the next line."""
    both = above + below
    # A kicker in capitals has fewer words.
    capitals = both == both.upper() != both.lower() and len(above.split()) >= _CAPITALS
    return below[:1].islower() or bool(_OPEN.search(above)) or capitals


def _is_block_of_heads(text: str, pieces: Sequence[Piece], place: int, *, indented: bool) -> bool:
    piece = pieces[place]
    if piece.role is not Role.VERSE or len(piece.lines) > _LINES:
        return False
    first = () if piece.lines[0].of(text).endswith(",") else (_head(piece.lines[:1]),)
    if not all(is_candidate(text, head) for head in (*first, *_heads(text, piece))):
        return False
    below = pieces[place + 1 :]
    if below and below[0].role is Role.VERSE and lone_name(text, piece.lines[-1]):
        return True
    if indented and below and has_indent(text, below[0]):
        return not has_indent(text, piece)
    return _may_begin(text, pieces[:place]) and _leads(text, below)


def _may_begin(text: str, above: Sequence[Piece]) -> bool:
    """Whether an article may begin behind these, a kicker of one line at most between."""
    if not above or above[-1].role in CLOSING | {Role.TABLE, Role.CREDIT, Role.LIST}:
        return True
    last = above[-1]
    if is_candidate(text, last):
        return len(above) == 1 or above[-2].role in CLOSING or ends(text, above[-2])
    return ends(text, last)


def _leads(text: str, below: Sequence[Piece]) -> bool:
    """Whether a byline or an opening follows, or text, a deck at most between."""
    for piece in below[:2]:
        if piece.role is Role.BYLINE:
            return True
        if piece.role is not Role.TEXT:
            return False
        if not is_candidate(text, piece):
            return True
    return False
