"""Accounting: every character of a transcript stands in a field, a block, or an omission."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from publisher.errors import LostText
from publisher.model import (
    Article,
    Block,
    Figure,
    Gap,
    Inline,
    Issue,
    Omission,
    Table,
    inlines_of,
    leaves,
)
from publisher.text import Span

#: What layout signs, and brackets and points around names, are made of.
_SIGNS = re.compile(
    r"[\s#*>＞<＜》《|_~\\\-—–+=`■●◆▲★◎□◇▌▍▎█◤◥∎()（）\[\]【】〖〗［］〔〕、，,:：/／。.;；·&]+"
)

_STRETCH = re.compile(r"\S+")

#: Omissions of layout signs bear this reason.
SIGN = "layout sign"


def account(issue: Issue) -> tuple[Omission, ...]:
    """The issue's omissions with those of its layout signs, in order of place.

    White space needs no account. Raises LostText for any other character that stands nowhere.

    >>> from publisher.model import Article, Phrase
    >>> article = Article("a-i0001", Phrase("夜校", Span(2, 4)), (), Span(0, 4))
    >>> account(Issue("a", "a", "", (article,), "# 夜校"))
    (Omission(origin=Span(start=0, end=1), reason='layout sign'),)
    """
    found: list[Omission] = [*issue.omissions]
    place = 0
    for span in sorted([*_leaves(issue), Span(len(issue.text), len(issue.text))]):
        if place < span.start:
            found += _between(issue.text, Span(place, span.start))
        place = max(place, span.end)
    return tuple(sorted(found, key=lambda omission: omission.origin))


def _between(text: str, span: Span) -> Iterator[Omission]:
    for stretch in _STRETCH.finditer(text, span.start, span.end):
        if not _SIGNS.fullmatch(stretch.group()):
            line = text.count("\n", 0, stretch.start()) + 1
            raise LostText(
                f"line {line} of the repaired text: {stretch.group()[:40]!r} stands in no block",
                remedy="This is a fault of publisher; please report it with the source.",
            )
        yield Omission(Span(*stretch.span()), SIGN)


def _leaves(issue: Issue) -> Iterator[Span]:
    for banner in issue.banners:
        yield banner.origin
    for omission in issue.omissions:
        yield omission.origin
    for article in issue.articles:
        yield from _fields(article)
        for block in article.body:
            yield from _in_block(block)
        yield from (note.origin for note in article.footnotes)


def _fields(article: Article) -> Iterator[Span]:
    phrases = (article.column, article.kicker, article.headline, article.deck, article.summary)
    yield from (phrase.origin for phrase in phrases if phrase)
    if article.dateline:
        yield article.dateline.origin
    if article.source_credit:
        yield article.source_credit.origin
    yield from (byline.origin for byline in article.bylines)
    yield from (credit.origin for credit in article.credits)


def _in_block(block: Block) -> Iterator[Span]:
    if isinstance(block, Gap | Table | Figure):
        yield block.origin
    yield from _in_inlines(inlines_of(block))
    if isinstance(block, Figure):
        yield from (credit.origin for credit in block.credits)


def _in_inlines(content: Iterable[Inline]) -> Iterator[Span]:
    yield from (leaf.origin for leaf in leaves(content) if leaf.origin)
