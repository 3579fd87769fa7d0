"""Headings with signs that are set in several lines."""

from __future__ import annotations

import re
from dataclasses import replace

from publisher.structure.columns import is_capitals, is_section_name, is_slogan
from publisher.structure.lines import width
from publisher.structure.lists import is_numbered_subhead
from publisher.structure.piece import Piece, Role
from publisher.text import Span

#: A line of a headline set in several is no narrower, in ems.
_LINE = 4

_DASH = re.compile(r"[—–―-]{1,2}\s*\S")


def with_wrapped_headings(text: str, pieces: list[Piece]) -> list[Piece]:
    """Headings of one level on lines that follow each other are one, set in several lines."""
    found: list[Piece] = []
    for piece in pieces:
        above = found[-1] if found else None
        if (
            above is not None
            and piece.role is above.role is Role.HEADING
            and piece.level == above.level
            and (_is_next_line(text, above, piece) or _is_one_headline(text, above, piece))
        ):
            span = Span(above.span.start, piece.span.end)
            origin = Span(above.origin.start, piece.origin.end)
            found[-1] = replace(above, span=span, origin=origin, lines=(*above.lines, piece.span))
        else:
            found.append(piece)
    return found


def _is_one_headline(text: str, above: Piece, piece: Piece) -> bool:
    """Whether two headings with nothing but blank lines between are one, set in two lines.

    A heading right over another of its level has no text: it's no headline by itself, and no
    slogan, label or number of a part either.
    """
    printed = above.span.of(text), piece.span.of(text)
    if text[above.origin.end : piece.origin.start].strip() or min(map(width, printed)) < _LINE:
        return False
    if any(is_slogan(one) or is_section_name(one) or is_capitals(one) for one in printed):
        return False
    return not any(is_numbered_subhead(one) or _DASH.match(one) for one in printed)


def _is_next_line(text: str, above: Piece, piece: Piece) -> bool:
    between = text[above.origin.end : piece.origin.start]
    return not between.strip() and between.count("\n") == 1
