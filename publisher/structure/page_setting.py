"""How a page is set: paragraphs with an indent, on lines that follow each other, or apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from publisher.structure.lines import ends_sentence
from publisher.structure.piece import Piece, Role

_INDENT = re.compile(r"(?:\A|[\n\f])(?:\u3000{2}|\t| {2,6})\Z")


def is_tight(text: str, pieces: Sequence[Piece], *, indented: bool) -> bool:
    """Whether whole paragraphs, or they and subheads, stand on lines that follow each other."""
    if indented:
        # A repair has set the paragraphs apart; what begins without an indent it leaves in place.
        return any(
            a.role is Role.TEXT
            and has_indent(text, a)
            and not (has_indent(text, b) or is_blank(text, a, b))
            for a, b in pairwise(pieces)
            if b.role is not Role.PAGE_END
        )
    near = [
        text[a.origin.end : b.origin.start].count("\n") == 1
        for a, b in pairwise(pieces)
        if a.role is b.role is Role.TEXT and ends(text, a) and ends(text, b)
    ]
    return len(near) > 2 and 2 * sum(near) > len(near)


def is_indented(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether the paragraphs of a page begin with an indent."""
    told = [has_indent(text, piece) for piece in pieces if ends(text, piece)]
    return sum(told) > 2 and 3 * sum(told) > 2 * len(told)


def has_indent(text: str, piece: Piece) -> bool:
    """Whether white space stands before a piece on its line, as before a paragraph.

    >>> from publisher.structure.pieces import read_pieces
    >>> text = "工地送清凉\\n\\n　　近日，工会送去清凉。"
    >>> [has_indent(text, piece) for piece in read_pieces(text)]
    [False, True]
    """
    start = piece.origin.start
    return bool(_INDENT.search(text, max(0, start - 8), start))


def ends(text: str, piece: Piece) -> bool:
    """Whether a piece is running text that ends with a sentence."""
    return piece.role is Role.TEXT and ends_sentence(piece.span.of(text))


def is_blank(text: str, above: Piece, below: Piece) -> bool:
    """Whether a blank line stands between two pieces."""
    return "\n\n" in text[above.origin.end : below.origin.start]
