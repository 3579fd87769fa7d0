"""What an article is called, and how its lines come out even."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from publisher.model import Article, ArticleKind, Issue


def headline_of(article: Article, words: Mapping[str, str]) -> str:
    """The headline, or what stands for none in the fixed words of a language.

    >>> from publisher.text import Span
    >>> headline_of(Article("i0001", None, (), Span(0, 0)), {"no_headline": "Untitled"})
    'Untitled'
    """
    text = article.headline.text.strip() if article.headline else ""
    return text or words["no_headline"]


def cover_headlines(issue: Issue) -> list[str]:
    """The headlines that a cover shows: the first six; an index of the issue has none to show.

    >>> from publisher.model import Phrase
    >>> from publisher.text import Span
    >>> none = Span(0, 0)
    >>> index = Article("i0001", Phrase("Inside", none), (), none, kind=ArticleKind.INDEX)
    >>> news = Article("i0002", Phrase("Rain", none), (), none)
    >>> cover_headlines(Issue("x", "x", "en", (index, news), ""))
    ['Rain']
    """
    articles = (one for one in issue.articles if one.kind is not ArticleKind.INDEX)
    return [one.headline.text for one in articles if one.headline][:6]


#: The width of a letter of a black face in ems, and room for a word that doesn't part.
_LETTER, _SLACK = 0.57, 3.0


def even_width(text: str, language: str, measure: float) -> float:
    """The width in ems in which a headline of several lines breaks into even ones.

    `measure` is what there is. Chinese and Japanese ones fill it: their lines are set by words.

    >>> even_width("School budget falls by $410,000 and nobody cheers", "en", 24) < 20
    True
    >>> even_width("School budget falls", "en", 24)
    24
    """
    width = len(text) * _LETTER
    if language.split("-")[0] in ("zh", "ja", "ko") or width <= measure:
        return measure
    return min(measure, round(width / ceil(width / measure) + _SLACK, 1))
