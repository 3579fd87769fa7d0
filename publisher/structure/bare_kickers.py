"""Lines without a sign over a signed headline: kickers, labels, what readers are asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from publisher.structure.columns import is_capitals, is_slogan
from publisher.structure.kinds import told_kind
from publisher.structure.lines import could_be_heading, ends_sentence, width
from publisher.structure.piece import Piece, Role, unwrapped
from publisher.structure.signatures import is_signature

#: Behind these, an unsigned line over a headline is no part of what came before.
_BEFORE_KICKER = frozenset(
    {
        *(Role.COLUMN, Role.PAGE_END, Role.FURNITURE, Role.SOURCE, Role.CREDIT, Role.RULE),
        *(Role.LIST, Role.TABLE, Role.NOTE, Role.QUOTE, Role.VERSE, Role.JUMP),
        Role.SIGNATURE,
    }
)

#: The widest unsigned kicker and subhead, and the widest heading that may be a mere label, in ems.
_KICKER = 24

#: What a standing line asks readers to do.
_WRITE = re.compile(
    r"(?i:write to|e-?mail|send (?:your|us)|letters to|contact)\b.*(?:@|\d)"
    r"|来信|来稿|投稿|信箱|邮箱"
)

_ADDRESS = re.compile(r"\S+@\S+")


def without_standing_lines(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with a line that asks readers (Write to: …) below a label as furniture.

    >>> from publisher.structure.pieces import read_pieces
    >>> text = "# LETTERS\\n\\nWrite to: Letters, 1 Quay\\n\\n## Parking\\n\\nIt is dear."
    >>> [piece.role.value for piece in without_standing_lines(text, read_pieces(text))]
    ['heading', 'page furniture', 'heading', 'text']
    """
    found = list(pieces)
    for place in range(1, len(pieces) - 1):
        above, piece, below = pieces[place - 1 : place + 2]
        line = piece.role is Role.TEXT and len(piece.lines) == 1
        under = above.role is Role.HEADING and below.role is Role.HEADING
        if line and under and below.level > above.level and _WRITE.search(piece.span.of(text)):
            found[place] = replace(piece, role=Role.FURNITURE)
    return found


def with_kickers(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Short unsigned lines right over a headline are its kicker."""
    found = list(pieces)
    level = 0
    for place, piece in enumerate(pieces):
        if piece.level and piece.role in {Role.HEADING, Role.COLUMN}:
            if place and _is_kicker(text, pieces, place - 1, deeper=0 < level < piece.level):
                role = Role.COLUMN if _is_label(text, pieces[place - 1]) else Role.KICKER
                found[place - 1] = replace(pieces[place - 1], role=role)
            level = piece.level if piece.role is Role.HEADING else 0
        elif piece.role is Role.PAGE_END:
            level = 0
    return found


def _is_label(text: str, piece: Piece) -> bool:
    """Whether a line in capitals is a label; a bold one that names no kind calls to one article."""
    core = unwrapped(text, piece.span)
    printed = core.of(text)
    return is_capitals(printed) and (core == piece.span or told_kind(printed) is not None)


def _is_kicker(text: str, pieces: Sequence[Piece], place: int, *, deeper: bool) -> bool:
    """Whether a line over a heading is its kicker; over a `deeper` one, only below a slogan."""
    piece = pieces[place]
    if piece.role is not Role.TEXT or len(piece.lines) > 1:
        return False
    printed = piece.span.of(text)
    if _ADDRESS.fullmatch(unwrapped(text, piece.span).of(text)):
        return False
    if width(printed) > _KICKER or not could_be_heading(printed) or is_signature(text, piece.span):
        return False
    before = pieces[place - 1] if place else None
    if deeper:
        return (
            before is not None and before.role is Role.HEADING and is_slogan(before.span.of(text))
        )
    if before is None or before.role in _BEFORE_KICKER:
        return True
    return before.role is Role.TEXT and ends_sentence(before.span.of(text))
