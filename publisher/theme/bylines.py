"""Bylines as they print: run in after the dateline, or a line below the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from publisher.model import Article, Byline
from publisher.theme.words import words

#: Such a byline says by itself who wrote.
_OWN_WORDS = re.compile(r"(?i:(?:from |the )?(?:\w+ )?staff\b|by\b|from\b|special to\b)")


def run_in(article: Article, language: str) -> str:
    """The bylines that follow the dateline, in its parentheses; "" where there are none.

    >>> from publisher.model import Dateline
    >>> from publisher.text import Span
    >>> article = Article(
    ...     "i0001", None, (), Span(0, 12), dateline=Dateline("本报讯", Span(0, 3)),
    ...     bylines=(Byline("张晶", "记者", Span(4, 9)),))
    >>> run_in(article, "zh-Hans")
    '（记者 张晶）'
    """
    marks = words(language)
    printed = _printed(article.bylines[_first(article) :], marks)
    return f"{marks['open_mark']}{printed}{marks['close_mark']}" if printed else ""


def byline_line(article: Article, language: str) -> str:
    """The bylines that stand in a line of their own; "" where there are none.

    >>> from publisher.text import Span
    >>> writer = Byline("Jane Doe", "Staff Writer", Span(0, 8))
    >>> byline_line(Article("i0001", None, (), Span(0, 8), bylines=(writer,)), "en")
    'By Jane Doe, Staff Writer'
    """
    return _printed(article.bylines[: _first(article)], words(language))


def _first(article: Article) -> int:
    """How many bylines stand before the dateline: all where there is no dateline."""
    if article.dateline is None:
        return len(article.bylines)
    start = article.dateline.origin.start
    return sum(byline.origin.start < start for byline in article.bylines)


def _printed(bylines: Iterable[Byline], marks: Mapping[str, str]) -> str:
    """Names behind their common role (记者 张晶 李华), or before it (By Jane Doe, Staff Writer).

    A role is said once for all names that share it.
    """
    groups = [
        (role, organisation, place, [byline.name for byline in group])
        for (role, organisation, place), group in groupby(
            bylines, key=lambda one: (one.role, one.organisation, one.place)
        )
    ]
    if not groups:
        return ""
    if marks["by"]:
        printed = ", ".join(_western(*group) for group in groups)
        return printed if _OWN_WORDS.match(printed) else marks["by"] + printed
    return " ".join(_eastern(*group) for group in groups)


def _western(role: str, organisation: str, place: str, names: list[str]) -> str:
    return ", ".join(filter(None, (*names, role, organisation, place)))


def _eastern(role: str, organisation: str, place: str, names: list[str]) -> str:
    return " ".join(filter(None, (f"{organisation}{place}{role}", *names)))
