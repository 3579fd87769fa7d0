"""Pieces: blocks with the part they play, in the order of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from publisher.text import Span


class Role(StrEnum):
    """What a piece is in an issue."""

    BANNER = "banner"
    COLUMN = "column"
    KICKER = "kicker"
    HEADING = "heading"
    HEADLINE = "headline"
    DECK = "deck"
    SUBHEAD = "subhead"
    SUMMARY = "summary"
    BYLINE = "byline"
    CREDIT = "credit"
    SOURCE = "source"
    CAPTION = "caption"
    NOTE = "note"
    SIGNATURE = "signature"
    TEXT = "text"
    LIST = "list"
    TABLE = "table"
    VERSE = "verse"
    QUOTE = "quotation"
    GAP = "gap"
    FURNITURE = "page furniture"
    IMPRINT = "imprint"
    JUMP = "jump line"
    RULE = "rule"
    PICTURE = "picture"
    PAGE_END = "page end"


#: Pieces that no article holds: they are omissions, and these words are their reasons.
OMITTED = frozenset({Role.FURNITURE, Role.IMPRINT, Role.RULE, Role.PICTURE})


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece: its role, its content, all of it with its signs, its lines, a heading's level."""

    role: Role
    span: Span
    origin: Span
    lines: tuple[Span, ...] = ()
    level: int = 0


_BOLD = re.compile(
    r"(?:(\*{1,3})(?=\S)(?P<inside>[^*]+)(?<=\S)\1|(_{1,2})(?=\S)(?P<sloped>[^_]+)(?<=\S)\3)"
)


def unwrapped(text: str, line: Span) -> Span:
    """A line without the bold or sloped dress that all of it wears.

    >>> unwrapped("**本报记者 张三**", Span(0, 11))
    Span(start=2, end=9)
    """
    bold = _BOLD.fullmatch(text, line.start, line.end) if len(line) < 400 else None
    return Span(*bold.span("inside" if bold["inside"] else "sloped")) if bold else line
