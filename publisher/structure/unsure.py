"""Unsure readings: lines of an article that nothing but their looks told, each with a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from publisher.model import Article, Issue, Paragraph, Phrase, Subhead, plain
from publisher.structure.lines import could_be_heading, width
from publisher.structure.lists import is_numbered_subhead
from publisher.text import Span

#: The widest line that is hardly a paragraph, and the narrowest that is hardly a subhead, in ems.
_SHORT = 24
_LONG = 12

#: A telephone number or an address is a line of its own and known.
_NUMBER = re.compile(r"\d{3}|@|\d号")

#: Signs that say of a line what it is.
_SIGNS = "#*>＞》■●◆▲【_"


def unsure(issue: Issue, article: Article) -> Iterator[tuple[str, Phrase]]:
    """The codes of what is unsure in an article, each with the line in question.

    >>> kicker, headline = Phrase("市民等了十一年", Span(0, 7)), Phrase("断头路打通了", Span(8, 14))
    >>> article = Article("a-i0001", headline, (), Span(0, 14), kicker=kicker)
    >>> issue = Issue("a", "a", "zh", (article,), "市民等了十一年\\n断头路打通了")
    >>> [(code, str(line)) for code, line in unsure(issue, article)]
    [('PUB060', '市民等了十一年')]
    """
    if article.kicker and _is_one_of_two(issue.text, article):
        yield "PUB060", article.kicker
    for block, below in pairwise((*article.body, None)):
        match block:
            case Paragraph() if _is_short(issue.text, block):
                yield "PUB061", Phrase(block.text, block.origin)
            case Subhead(origin=origin) if _is_long(issue.text, origin) and below is not None:
                yield "PUB062", Phrase(plain(block.content), origin)


def _is_one_of_two(text: str, article: Article) -> bool:
    """Whether kicker and headline are lines of one block without a sign or a comma."""
    kicker, headline = article.kicker, article.headline
    if kicker is None or headline is None or article.deck is not None:
        return False
    printed = Span(kicker.origin.start, headline.origin.end).of(text)
    near = text[kicker.origin.end : headline.origin.start] == "\n"
    return near and not _is_signed(text, kicker.origin) and "，" not in printed


def _is_short(text: str, paragraph: Paragraph) -> bool:
    printed = paragraph.text
    if "\n" in printed or _is_signed(text, paragraph.origin) or _NUMBER.search(printed):
        return False
    return width(printed) <= _SHORT and could_be_heading(printed)


def _is_long(text: str, line: Span) -> bool:
    printed = line.of(text)
    told = _is_signed(text, line) or is_numbered_subhead(printed)
    return not told and width(printed) >= _LONG


def _is_signed(text: str, line: Span) -> bool:
    begins = text.rfind("\n", 0, line.start) + 1
    return text[begins : line.start + 1].strip()[:1] in _SIGNS
