"""What the editor states: corrections to articles; what they replace is kept in account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from publisher.model import (
    Article,
    ArticleKind,
    ArticleStatement,
    Byline,
    Issue,
    Omission,
    Phrase,
)

_PHRASES = ("headline", "kicker", "deck", "summary", "column")

#: What an editor's word has replaced stands in the account with this reason.
REPLACED = "replaced by the editor"


def corrected(issue: Issue, stated: Sequence[ArticleStatement]) -> Issue:
    """The issue with its articles as the editor states them.

    >>> from publisher.text import Span
    >>> article = Article("a-i0001", Phrase("夜校", Span(0, 2)), (), Span(0, 2))
    >>> issue = Issue("a", "a", "", (article,), "夜校")
    >>> told = corrected(issue, [ArticleStatement("夜校", headline="夜校开课")])
    >>> str(told.articles[0].headline), told.omissions[0].reason
    ('夜校开课', 'replaced by the editor')
    """
    omissions = list(issue.omissions)
    articles = list(issue.articles)
    for one in stated:
        for place, article in enumerate(articles):
            if one.article in (article.id, str(article.headline or "")):
                articles[place], replaced = _corrected(article, one)
                omissions += replaced
    if not stated:
        return issue
    ordered = tuple(sorted(omissions, key=lambda omission: omission.origin))
    return replace(issue, articles=tuple(articles), omissions=ordered)


def unknown(issue: Issue, stated: Sequence[ArticleStatement]) -> tuple[str, ...]:
    """The articles that the editor names and the issue hasn't."""
    names = {name for one in issue.articles for name in (one.id, str(one.headline or ""))}
    return tuple(one.article for one in stated if one.article not in names)


def _corrected(article: Article, stated: ArticleStatement) -> tuple[Article, list[Omission]]:
    changes: dict[str, Any] = {}
    omissions: list[Omission] = []
    for name in _PHRASES:
        told, read = getattr(stated, name), getattr(article, name)
        if told is None or told == str(read or ""):
            continue
        # Where nothing was printed, the correction stands at the article's beginning.
        origin = read.origin if read else replace(article.origin, end=article.origin.start)
        changes[name] = Phrase(told, replace(origin, end=origin.start)) if told else None
        omissions += [Omission(origin, REPLACED)] if read else []
    if stated.bylines is not None:
        place = replace(article.origin, end=article.origin.start)
        changes["bylines"] = tuple(
            Byline(one.name, one.role, place, one.organisation, one.place) for one in stated.bylines
        )
        omissions += [Omission(byline.origin, REPLACED) for byline in article.bylines]
    if stated.kind:
        changes["kind"] = ArticleKind(stated.kind)
    for name in ("section", "language"):
        if getattr(stated, name) is not None:
            changes[name] = getattr(stated, name)
    return replace(article, **changes), omissions
