"""An article's facts for machines: schema.org's NewsArticle as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from publisher.model import Article, Issue


def news_article(issue: Issue, article: Article, headline: str) -> Markup:
    """The content of a `script` element; it can't end its element, whatever the article holds.

    >>> from publisher.text import Span
    >>> article = Article("i0001", None, (), Span(0, 0))
    >>> print(news_article(Issue("a", "a", "", (article,), ""), article, "</script>"))
    {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "\\u003c/script\\u003e"}
    """
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": headline,
        "alternativeHeadline": str(article.deck or ""),
        "inLanguage": article.language or issue.language,
        "author": [_author(one.name, one.organisation) for one in article.bylines],
        "datePublished": issue.date,
        "articleSection": str(article.column or ""),
        "isPartOf": _paper(issue),
    }
    known = {key: value for key, value in facts.items() if value}
    text = json.dumps(known, ensure_ascii=False, sort_keys=True)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _author(name: str, organisation: str) -> dict[str, Any]:
    person: dict[str, Any] = {"@type": "Person", "name": name}
    if organisation:
        person["affiliation"] = {"@type": "Organization", "name": organisation}
    return person


def _paper(issue: Issue) -> dict[str, str]:
    if not issue.title.name:
        return {}
    paper = {"@type": "Newspaper", "name": issue.title.name, "issn": issue.title.issn}
    return {key: value for key, value in paper.items() if value}
