"""Jump lines: an article goes on on another page, or comes from one."""

from __future__ import annotations

import re

from publisher.structure.lines import trimmed
from publisher.text import Span

_PAGE = r"第?\s*[A-Z]?[\d一二三四五六七八九十]{1,3}\s*版"
_CHINESE = (
    r"(?:紧接|[下上][转轉接]|文?[转轉]|全文[见見]|[详詳][见見]|相[关關]?[报報][道導][见見])\s*"
    rf"(?:本[报報])?(?:今日)?{_PAGE}"
)
_ENGLISH = (
    r"\(?\s*(?i:continued\s+(?:on|from)\s+(?:the\s+)?(?:page\s+)?"
    r"(?:[a-z]?\d{1,3}|(?:next|previous|front)\s+page)"
    r"|(?:please\s+)?see\s+[A-Z][A-Z’' ]+,?\s+(?:page\s+)?[a-z]?\d{1,3}"
    r"|from\s+(?:page\s+)?[a-z]\d{1,3})\s*\)?\.?"
)
_LINE = re.compile(rf"[（(【]?\s*{_CHINESE}[^。]{{0,12}}?\s*[）)】]?|{_ENGLISH}")
_AT_START = re.compile(rf"\s*[（(]\s*{_CHINESE}\s*[）)]\s*")
_AT_END = re.compile(rf"[（(]\s*{_CHINESE}\s*[）)]\s*\Z")


def is_jump_line(text: str, span: Span) -> bool:
    """Whether a line is nothing but a jump line.

    >>> is_jump_line("（下转第二版）", Span(0, 7)), is_jump_line("下转型的企业", Span(0, 6))
    (True, False)
    """
    line = trimmed(text, span)
    return 0 < len(line) < 60 and bool(_LINE.fullmatch(text, line.start, line.end))


def jump_at_start(text: str, span: Span) -> Span | None:
    """The jump mark in brackets that a paragraph begins with.

    >>> jump_at_start("（上接第一版）扩大到全市。", Span(0, 13))
    Span(start=0, end=7)
    """
    found = _AT_START.match(text, span.start, span.end)
    return Span(*found.span()) if found else None


def jump_at_end(text: str, span: Span) -> Span | None:
    """The jump mark in brackets that a paragraph ends with.

    >>> jump_at_end("下一步将（下转第四版）", Span(0, 11))
    Span(start=4, end=11)
    """
    start = max(span.start, span.end - 24)
    found = _AT_END.search(text, start, span.end)
    return Span(*found.span()) if found else None
