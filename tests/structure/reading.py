"""Reads a text as an issue for the tests, and shows an article's fields as plain values."""

from __future__ import annotations

from typing import Any

from publisher.model import Article, Gap, Issue
from publisher.structure import read_issue
from publisher.text import Transcript


def issue_of(text: str, language: str = "") -> Issue:
    """The issue that a text holds."""
    return read_issue(Transcript.of(text), id="paper", name="paper", language=language)


def article_of(text: str) -> Article:
    """The one article that a text holds."""
    (article,) = issue_of(text).articles
    return article


def headlines(text: str) -> list[str]:
    """The headlines of a text's articles, "" where there is none."""
    return [str(article.headline or "") for article in issue_of(text).articles]


def fields(article: Article) -> dict[str, Any]:
    """An article's fields as the hand-made readings write them."""
    gaps = [place for place, block in enumerate(article.body) if isinstance(block, Gap)]
    source = article.source_credit
    labels = {
        name: None if value is None else str(value)
        for name, value in (
            ("column", article.column),
            ("kicker", article.kicker),
            ("headline", article.headline),
            ("deck", article.deck),
            ("dateline", article.dateline),
        )
    }
    return labels | {
        "bylines": [{"role": one.role, "name": one.name} for one in article.bylines],
        "paragraphs": [paragraph.text for paragraph in article.paragraphs],
        "gap_after_paragraph": gaps[0] if gaps else None,
        "credits": [
            {"role": one.role, "name": one.name, "text": one.text} for one in article.credits
        ],
        "source_credit": source and {"text": source.text, "name": source.name},
    }
