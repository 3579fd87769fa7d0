"""Letters and statements: the lines of names, places and dates that sign them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from publisher.structure.columns import is_capitals
from publisher.structure.lines import ends_sentence
from publisher.structure.piece import Piece, Role
from publisher.structure.signatures import is_salutation, is_valediction

#: The longest line of one, in characters.
_SIGNED = 40

#: A signature with its place and date has no more lines.
SIGNATURE = 3

_DATE = re.compile(
    r"(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日|[一二][〇零○九]\S{2}年\S{1,3}月\S{1,3}日"
)

_NAME = re.compile("[\u3400-\u9fff（）()·、\u3000 ]{2,40}")

_WRITER = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Rev)\. )?[A-Z](?:\.|[\w'’-]+)(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}"
)

_PLACE = re.compile(r"[A-Z][a-z'’]+(?: [A-Z][a-z'’]+)?")


def with_signatures(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with the lines told that sign a letter or a notice.

    They are a short line right over a date alone, and in a letter those below its leave-taking or
    its last whole paragraph.

    >>> from publisher.structure.pieces import read_pieces
    >>> text = "To the Editor:\\n\\nThe bench is gone.\\n\\nConstance Merrill\\n\\nRiver Street"
    >>> [piece.role.value for piece in read_pieces(text)]
    ['text', 'text', 'signature', 'signature']
    """
    found = list(_letters(text, [_signed(text, pieces, place) for place in range(len(pieces))]))
    for place, (piece, below) in enumerate(pairwise(pieces)):
        dated = below.role is Role.TEXT and _DATE.fullmatch(below.span.of(text).strip())
        if piece.role is Role.TEXT and dated and _NAME.fullmatch(piece.span.of(text).strip()):
            for other in (place, place + 1):
                found[other] = replace(pieces[other], role=Role.SIGNATURE)
    return found


def _letters(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """In a letter, what is signed below its last whole paragraph, and below its leave-taking."""
    greeted = whole = False
    left = 0
    for piece in pieces:
        printed = piece.span.of(text).strip()
        plain = piece.role is Role.TEXT and len(piece.lines) == 1
        short = plain and len(printed) <= _SIGNED and not ends_sentence(printed)
        short = short and not is_capitals(printed)
        name = greeted and whole and bool(_WRITER.fullmatch(printed))
        if greeted and whole and _is_block(text, piece):
            greeted = whole = False
            yield replace(piece, role=Role.SIGNATURE)
            continue
        if short and (is_valediction(printed) or name):
            # The name has a line, and the place or the office.
            left, greeted = 2 if name else 3, False
        if left and short:
            left -= 1
            yield replace(piece, role=Role.SIGNATURE)
        else:
            left = 0
            greeted = piece.role is not Role.PAGE_END and (
                greeted or (plain and is_salutation(printed))
            )
            yield piece
        whole = piece.role is Role.TEXT and ends_sentence(printed)


def _is_block(text: str, piece: Piece) -> bool:
    """Whether a block is a name and, on lines of their own, where its bearer lives."""
    told = piece.role is Role.VERSE and len(piece.lines) <= SIGNATURE
    return told and bool(_WRITER.fullmatch(piece.lines[0].of(text)))


def _signed(text: str, pieces: list[Piece], place: int) -> Piece:
    """Two lines that are a name and a place, behind a whole paragraph, sign a letter."""
    piece = pieces[place]
    above = pieces[place - 1] if place else None
    if piece.role is not Role.VERSE or len(piece.lines) != 2 or above is None:
        return piece
    name, where = (line.of(text).strip() for line in piece.lines)
    whole = above.role is Role.TEXT and ends_sentence(above.span.of(text))
    signed = whole and _WRITER.fullmatch(name.rstrip(",")) and _PLACE.fullmatch(where)
    return replace(piece, role=Role.SIGNATURE) if signed else piece
