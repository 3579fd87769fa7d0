"""Lines without a sign that could be headings by their looks."""

from __future__ import annotations

import re

from publisher.structure.lines import could_be_heading, width
from publisher.structure.piece import Piece, Role
from publisher.structure.signatures import is_signature
from publisher.text import Span

#: From this width on, a lone short line over a lead may be a headline, in ems.
HEADLINE = 9

#: What begins a deck: a dash, or brackets around all of it.
DASH = re.compile(r"[—–―-]{1,2}\s*\S|\([A-Z][\w’'-]*(?: [^()]+){2,}\)\Z")

ADDRESS = re.compile(r"[：:].*\d{3}|\d{3,4}-\d{3,4}")


def is_candidate(text: str, piece: Piece) -> bool:
    """Whether a piece could be a heading by its looks: one short line that ends no sentence.

    >>> from publisher.structure.pieces import read_pieces
    >>> text = "工地送清凉\\n\\n近日，工会送去清凉。"
    >>> [is_candidate(text, piece) for piece in read_pieces(text)]
    [True, False]
    """
    if piece.role is Role.HEADING:
        first = piece.lines[0]
        return _is_heading(text, piece.lines[-1] if first.of(text).endswith(",") else first)
    return piece.role is Role.TEXT and len(piece.lines) == 1 and _is_heading(text, piece.span)


def _is_heading(text: str, line: Span) -> bool:
    printed = line.of(text)
    if DASH.match(printed) and width(printed) < HEADLINE * 4:
        return True
    if ADDRESS.search(printed):
        return False
    return could_be_heading(printed) and not is_signature(text, line)
