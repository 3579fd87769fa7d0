"""Facts for machines: schema.org's NewsArticle and PublicationIssue as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from publisher.model import Article, Issue, Title


def news_article(issue: Issue, article: Article, headline: str) -> Markup:
    """The content of a `script` element; it can't end its element, whatever the article holds.

    >>> from publisher.text import Span
    >>> article = Article("i0001", None, (), Span(0, 0))
    >>> print(news_article(Issue("a", "a", "", (article,), ""), article, "</script>"))
    {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "\\u003c/script\\u003e"}
    """
    printed = {page.sequence: page.label for page in issue.pages}
    return _script(
        {
            "@type": "NewsArticle",
            "headline": headline,
            "alternativeHeadline": str(article.deck or ""),
            "abstract": str(article.summary or ""),
            "inLanguage": article.language or issue.language,
            "author": [_author(one.name, one.organisation) for one in article.bylines],
            "datePublished": issue.date,
            "dateline": str(article.dateline or ""),
            "articleSection": str(article.column or ""),
            "printSection": article.section,
            "pagination": ", ".join(printed[page] for page in article.pages if page in printed),
            "isPartOf": _issue(issue),
        }
    )


def publication_issue(
    issue: Issue, files: Mapping[str, str], headlines: Mapping[str, str]
) -> Markup:
    """The issue with its articles: `files` and `headlines` are by their ids.

    >>> print(publication_issue(Issue("a", "a", "en", (), "", date="2025-05-20"), {}, {}))
    {"@context": "https://schema.org", "@type": "PublicationIssue", "datePublished": "2025-05-20"}
    """
    facts = _issue(issue) or {"@type": "PublicationIssue", "datePublished": issue.date}
    parts = [
        {"@type": "NewsArticle", "headline": headlines[one.id], "url": files[one.id]}
        for one in issue.articles
    ]
    return _script({**facts, "hasPart": parts})


def _script(facts: dict[str, Any]) -> Markup:
    known = _known({"@context": "https://schema.org", **facts})
    text = json.dumps(known, ensure_ascii=False, sort_keys=True)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if value}


def _author(name: str, organisation: str) -> dict[str, Any]:
    person: dict[str, Any] = {"@type": "Person", "name": name}
    if organisation:
        person["affiliation"] = {"@type": "Organization", "name": organisation}
    return person


def _issue(issue: Issue) -> dict[str, Any]:
    """The issue within its volume and paper; nothing where the paper isn't known."""
    if not issue.title.name:
        return {}
    paper = _paper(issue.title)
    volume = {"@type": "PublicationVolume", "volumeNumber": issue.volume, "isPartOf": paper}
    return _known(
        {
            "@type": "PublicationIssue",
            "issueNumber": issue.number,
            "datePublished": issue.date,
            "isPartOf": volume if issue.volume else paper,
        }
    )


def _paper(title: Title) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": title.publisher} if title.publisher else {}
    return _known(
        {
            "@type": "Newspaper",
            "name": title.name,
            "alternateName": title.name_en,
            "issn": title.issn,
            "identifier": title.cn,
            "publisher": publisher,
        }
    )
