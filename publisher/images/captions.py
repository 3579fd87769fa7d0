"""Captions: each becomes a figure, with the credits that stand behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from publisher.model import Article, Block, Caption, Credit, Figure
from publisher.text import Span

#: What may stand between a caption and its credit, and between two credits.
_BETWEEN = re.compile(r"[\s（(|/、，,;；。.]*")
_NO_WORDS = re.compile(r"[\W_]+")


def captioned(article: Article, text: str) -> Article:
    """An article whose captions are figures without pictures; their credits are taken along."""
    body: list[Block] = []
    credits = article.credits
    for block in article.body:
        if isinstance(block, Caption):
            own = credits_behind(text, block.origin, credits)
            credits = tuple(one for one in credits if one not in own)
            body.append(Figure("", block.content, block.origin, own))
        else:
            body.append(block)
    return replace(article, body=tuple(body), credits=credits)


def credits_behind(text: str, origin: Span, credits: Sequence[Credit]) -> tuple[Credit, ...]:
    """Those of an article's credits that follow a place with no word between."""
    found: list[Credit] = []
    end = origin.end
    for credit in sorted(credits, key=lambda one: one.origin):
        if credit.origin.start >= end and _BETWEEN.fullmatch(text, end, credit.origin.start):
            found.append(credit)
            end = credit.origin.end
    return tuple(found)


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same but for white space and punctuation.

    >>> same_words("图为 “夜校” 。", "图为夜校")
    True
    """
    return words_of(one) == words_of(other)


def words_of(text: str) -> str:
    """The letters and digits of a text."""
    return _NO_WORDS.sub("", text).casefold()
