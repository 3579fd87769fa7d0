"""What an article is called."""

from __future__ import annotations

from collections.abc import Mapping

from publisher.model import Article


def headline_of(article: Article, words: Mapping[str, str]) -> str:
    """The headline, or what stands for none in the fixed words of a language.

    >>> from publisher.text import Span
    >>> headline_of(Article("i0001", None, (), Span(0, 0)), {"no_headline": "Untitled"})
    'Untitled'
    """
    text = article.headline.text.strip() if article.headline else ""
    return text or words["no_headline"]
