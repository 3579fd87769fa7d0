"""Lines with the place from which a story was filed, below the line of its writer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from publisher.structure.bylines import is_position
from publisher.structure.columns import is_section_name
from publisher.structure.lines import ends_sentence, width
from publisher.structure.piece import Piece, Role, unwrapped
from publisher.text import Span

#: NEW DELHI, PORT ST. MARY; a label has other words.
_PLACE = re.compile(r"(?=[A-Z]{3}|[A-Z]+[ .])[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2}")

_WRITER = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}")

#: Running text is wider, in ems.
_TEXT = 30


def with_place_lines(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with the line of capitals below a byline, over running text, put to the byline.

    A name over such a line is a byline too, where nothing is left open above it.

    >>> from publisher.structure.pieces import read_pieces
    >>> body = "Under his trees in blossom he looks up at a sky that darkens."
    >>> text = f"Rain\\n\\nJane Doe\\nNUZVID\\n\\n{body}"
    >>> [piece.role.value for piece in read_pieces(text)]
    ['text', 'byline', 'byline', 'text']
    """
    for place, piece in enumerate(pieces):
        above = pieces[place - 1] if place else None
        below = pieces[place + 1] if place + 1 < len(pieces) else None
        if below is None or not _is_running(text, below):
            yield piece
        elif _is_signed_block(text, piece, above):
            yield from (Piece(Role.BYLINE, line, line, (line,)) for line in piece.lines)
        elif above and above.role is Role.BYLINE and _is_line(text, piece):
            yield replace(piece, role=Role.BYLINE)
        else:
            yield piece


def _is_running(text: str, piece: Piece) -> bool:
    return piece.role is Role.TEXT and width(piece.span.of(text)) > _TEXT


def _is_signed_block(text: str, piece: Piece, above: Piece | None) -> bool:
    """Whether a block is a name over a place or a position; below a text it signs."""
    if len(piece.lines) != 2 or piece.role not in {Role.VERSE, Role.TEXT} or above is None:
        return False
    closes = above.role is Role.TEXT and ends_sentence(above.span.of(text))
    name, where = piece.lines
    placed = is_place_line(text, where) or is_position(text, where)
    return not closes and placed and bool(_WRITER.fullmatch(name.of(text)))


def _is_line(text: str, piece: Piece) -> bool:
    told = piece.role is Role.TEXT and len(piece.lines) == 1
    return told and is_place_line(text, piece.span)


def is_place_line(text: str, span: Span) -> bool:
    """Whether a line is in capitals as places below a byline are, and no position or section.

    >>> is_place_line("NEW DELHI", Span(0, 9)), is_place_line("STAFF WRITER", Span(0, 12))
    (True, False)
    """
    core = unwrapped(text, span)
    if is_position(text, core) or is_section_name(core.of(text)):
        return False
    return len(core) < 40 and bool(_PLACE.fullmatch(core.of(text)))
