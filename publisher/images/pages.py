"""Pages and articles: which articles stand on a page, and which one a place belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Issue, Page
from publisher.text import Span


def articles_on(issue: Issue, page: int) -> list[int]:
    """The indexes of the articles with a part on a page; of all where `page` is 0.

    A page is named by its printed number (3 for 03 or A3) where one has it, else by its place.
    """
    if not page:
        return list(range(len(issue.articles)))
    printed = [one for one in issue.pages if _number(one) == page]
    named = printed or [one for one in issue.pages if one.sequence == page]
    return _on(issue, [one.span for one in named])


def article_at(issue: Issue, place: Span) -> int | None:
    """The article that a place lies in, or else the nearest before it, on its page if one is."""
    page = next((one.span for one in issue.pages if one.span.covers(place)), None)
    on_page = _on(issue, [page]) if page else []
    earlier = [index for start, index in sorted(_starts(issue)) if start <= place.start]
    here = [index for index in earlier if index in on_page]
    nearest = here[-1:] or on_page[:1] or earlier[-1:] or list(range(len(issue.articles)))
    return nearest[0] if nearest else None


def _number(page: Page) -> int:
    digits = page.printed.lstrip("ABCDEFGH")
    return int(digits) if digits.isascii() and digits.isdecimal() else 0


def _on(issue: Issue, spans: list[Span]) -> list[int]:
    return [
        index
        for index, article in enumerate(issue.articles)
        if any(
            part.start < span.end and span.start < part.end
            for part in (article.origin, *article.continued)
            for span in spans
        )
    ]


def _starts(issue: Issue) -> Iterator[tuple[int, int]]:
    for index, article in enumerate(issue.articles):
        for part in (article.origin, *article.continued):
            yield part.start, index
