"""Jump lines: an article goes on on another page, comes from one, or points to one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from publisher.structure.dates import integer
from publisher.structure.lines import trimmed
from publisher.text import Span

#: Why a jump line is left out of the text, where its other end was found or isn't asked for.
MARKER = "jump line"

#: Why a jump line is left out of the text that nothing answers on the other page.
LONE = "jump line without its other end"


class Way(StrEnum):
    """Whether the article goes on there, comes from there, or another one is there."""

    TO = "to"
    FROM = "from"
    SEE = "see"


@dataclass(frozen=True, slots=True)
class Jump:
    """A jump line as printed; `page` is the page's printed number, `keyword` the jump word."""

    way: Way
    page: str
    keyword: str
    text: str
    origin: Span


_PAGE = (
    r"(?:今[日天])?第?\s*(?P<page>[A-Z]\d{1,3}(?=\s*[版页頁]?)|\d{1,3}(?=[\d、，,\s]*[版页頁])"
    r"|[一二三四五六七八九十]{1,3}(?=\s*[版页頁]))(?:[、，,]\s*\d{1,3})*\s*[版页頁]?"
    r"(?:\s*[·・]\s*\S{1,8}|\s*[《“][^》”]{1,30}[》”])?"
)
_CHINESE = (
    r"(?:(?P<from>(?:紧接|緊接|[上文]?接)(?:本[报報])?(?:今[日天])?)"
    r"|(?P<to>(?:[下文]?[转轉接])(?:本[报報])?)"
    r"|(?P<see>(?:全文|[详詳]|相[关關](?:[报報][道導]|[内內]容)?|[报報][道導]|[图圖]?文|[评評][论論])"
    r"[请請]?[见見](?:本[报報])?))"
    rf"\s*[：:]?\s*{_PAGE}"
)
_LABEL = (
    r"(?:[»›>▶►]\s*)?(?:the\s+)?(?:page\s+|p\.\s*)?"
    r"(?P<page>[a-z]?\d{1,3}[a-z]?\b|(?:next|previous|front)\s+page|back\s+page|one\b)"
    r"(?:,?\s+col(?:umn|\.)?\s*\d)?"
)
_SEE = (
    r"(?:please\s+)?(?:see|turn\s+to)"
    r"(?=\s+[\w’' -]{2,40}(?:,?\s+(?:on\s+)?|\s*[/|,]\s*)(?:page\s+)?[a-z]?\d|\s+page"
    r"|\s+[\w’' -]{2,40}\s+on\s+(?:back|next)\s+page|(?<=to)\s+[a-z]\d)"
)
_ENGLISH = (
    rf"(?i:(?:story\s+)?(?P<to>cont(?:inue[ds]|[.’']?d?)?\.?,?\s+on|{_SEE})"
    r"|(?P<from>cont(?:inued|[.’']?d?)?\.?,?\s+from|from(?=\s+(?:page\s+\d|(?:page\s+)?(?:[a-z]\d|\d{1,2}[a-z]\b))))"
    r"|(?P<see>story(?:\s+on)?|(?:see\s+)?related\s+\w+(?:\s+on)?|more\s+on"
    r"|full\s+(?:story|report)(?:\s+on|:)?)),?\s+"
    r"(?:(?P<keyword>[A-Z](?:[A-Z’'& -]|(?<=[A-Z])[a-z]+(?=[/|,])){1,39}?)"
    r"(?:\s*[,/|:–—-]\s*|\s+on\s+|\s+(?=page\s)))?"
    rf"(?i:{_LABEL})"
)
_SIGNS = "[▶►➤→▷▸»>◀◁◄←«<▲■●◆*—-]*"
_CHINESE_LINE = re.compile(
    rf"[（(【\[]?\s*{_SIGNS}\s*(?:{_CHINESE})(?:\s+\S{{1,10}})?\s*{_SIGNS}\s*[）)】\]]?"
)
_JUMP_WORD_LINE = re.compile(
    r"\(?(?:(?:\*\*)?(?P<keyword>[A-Z][A-Z’'& -]{1,39}?)(?:\*\*)?\s*[,|]?\s+"
    r"(?i:(?P<to>(?:continue[ds]\s+)?on)|(?P<from>from))"
    r"|(?P<keyword2>[A-Z][\w’'& -]{1,39}?)(?:\s*[:|–—-]\s*(?i:(?:continued\s+)?from)"
    rf"|\s+(?i:continued\s+from)))\s+(?i:{_LABEL})\)?"
)
_SIGNED_LINE = re.compile(
    rf"[▶►➤→▷▸»]\s*(?P<keyword>[A-Z][A-Z’'& -]{{1,39}}?)\s*[,|]?\s+(?i:{_LABEL})"
)
_ENGLISH_LINE = re.compile(rf"\(?\s*{_SIGNS}\s*(?:{_ENGLISH})\s*{_SIGNS}\s*\)?\.?")
_BRACKET = re.compile(r"[（(【]\s*[^（）()【】]{3,40}?\s*[）)】]")


def read_jump(text: str, span: Span) -> Jump | None:
    """The jump that a line is; None where it is anything else.

    >>> jump = read_jump("（下转第二版）", Span(0, 7))
    >>> jump.way.value, jump.page
    ('to', '2')
    >>> jump = read_jump("See COUNCIL, A4", Span(0, 15))
    >>> jump.way.value, jump.page, jump.keyword
    ('to', 'A4', 'COUNCIL')
    >>> read_jump("下转型的企业", Span(0, 6))
    """
    line = trimmed(text, span)
    if not 0 < len(line) < 80:
        return None
    for pattern in (_CHINESE_LINE, _ENGLISH_LINE, _JUMP_WORD_LINE, _SIGNED_LINE):
        if found := pattern.fullmatch(text, line.start, line.end):
            told = found.groupdict("")
            alone = Way.FROM if told.get("keyword2") else Way.TO
            way = next((way for way in Way if told.get(way.value)), alone)
            keyword = (told.get("keyword") or told.get("keyword2") or "").strip()
            return Jump(way, _number(told["page"]), keyword, line.of(text), line)
    return None


def _number(printed: str) -> str:
    page = printed.strip().upper()
    if page == "ONE":
        return "1"
    if any(sign.isdecimal() for sign in page):
        return page
    return page.lower() if page.isascii() else str(integer(page))


def page_key(printed: str) -> str:
    """A page's number as jump lines and folios can be compared: without zeros in front.

    >>> page_key("第03版"), page_key("A04"), page_key("三")
    ('3', 'A4', '3')
    """
    found = re.search(r"([A-Z]?)0*(\d+)([A-Z]?)", printed.upper())
    if found:
        return found[1] + found[2] + found[3]
    numeral = re.search("[一二三四五六七八九十]+", printed)
    return str(integer(numeral.group())) if numeral else printed.lower()


def is_jump_line(text: str, span: Span) -> bool:
    """Whether a line is nothing but a jump line.

    >>> is_jump_line("（下转第二版）", Span(0, 7)), is_jump_line("下转型的企业", Span(0, 6))
    (True, False)
    """
    return read_jump(text, span) is not None


def jump_at_start(text: str, span: Span) -> Jump | None:
    """The jump mark in brackets that a paragraph or heading begins with.

    >>> jump_at_start("（上接第一版）扩大到全市。", Span(0, 13)).origin
    Span(start=0, end=7)
    """
    begins = trimmed(text, span)
    found = _BRACKET.match(text, begins.start, begins.end)
    return read_jump(text, Span(*found.span())) if found else None


def jump_at_end(text: str, span: Span) -> Jump | None:
    """The jump mark in brackets that a paragraph or heading ends with.

    >>> jump_at_end("下一步将（下转第四版）", Span(0, 11)).origin
    Span(start=4, end=11)
    """
    ends = trimmed(text, span)
    for found in _BRACKET.finditer(text, max(ends.start, ends.end - 44), ends.end):
        if found.end() == ends.end:
            return read_jump(text, Span(*found.span()))
    return None
