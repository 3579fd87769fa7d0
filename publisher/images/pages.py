"""Pages and articles: which articles stand on a page, and which one a place belongs to."""

from __future__ import annotations

from publisher.model import Issue
from publisher.text import Span


def articles_on(issue: Issue, page: int) -> list[int]:
    """The indexes of the articles with a part on a page (from 1); of all where `page` is 0."""
    spans = [one.span for one in issue.pages if one.sequence == page]
    if not page:
        return list(range(len(issue.articles)))
    return [
        index
        for index, article in enumerate(issue.articles)
        for span in spans
        if article.origin.start < span.end and span.start < article.origin.end
    ]


def article_at(issue: Issue, place: Span) -> int | None:
    """The article that a place lies in, or else the nearest before it, on its page if one is."""
    if not issue.articles:
        return None
    starts = [article.origin.start for article in issue.articles]
    page = next((one for one in issue.pages if one.span.covers(place)), None)
    on_page = articles_on(issue, page.sequence) if page else []
    before = [index for index in on_page if starts[index] <= place.start]
    earlier = [index for index, start in enumerate(starts) if start <= place.start]
    return (before[-1:] or on_page[:1] or earlier[-1:] or [0])[0]
