"""Where the pages of the source begin in the book: what the page list leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from publisher.model import Issue, Page
from publisher.text import Span

#: The place before an article's heads, where others are the index of a block.
HEADS = -1


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Page `number` begins in an article (its index), before a block (its index) or its heads.

    `label` is the page's number as printed, or `number`.
    """

    article: int
    block: int
    number: int
    label: str


def page_breaks(issue: Issue) -> tuple[PageBreak, ...]:
    """The beginnings of an issue's pages in reading order; none where the source is one page.

    A page is entered at the part that runs over its beginning, so that nothing of it is passed by,
    or else at the first that starts on it, and at what goes on from another page only where nothing
    else does; a page of which the book holds nothing is left out.
    """
    if len(issue.pages) < 2:
        return ()
    parts = sorted(_parts(issue), key=lambda part: part[0])
    found = (_begin(issue, page, parts) for page in issue.pages)
    return tuple(
        sorted(
            (one for one in found if one),
            key=lambda one: (one.article, one.block, one.number),
        )
    )


def _parts(issue: Issue) -> Iterator[tuple[Span, int, int]]:
    for place, article in enumerate(issue.articles):
        body = [block.origin for block in article.body]
        end = min((span.start for span in body), default=article.origin.end)
        yield Span(article.origin.start, max(article.origin.start, end)), place, HEADS
        for index, span in enumerate(body):
            yield span, place, index


def _begin(issue: Issue, page: Page, parts: Iterable[tuple[Span, int, int]]) -> PageBreak | None:
    start, end = page.span.start, page.span.end
    found: PageBreak | None = None
    for span, article, block in parts:
        if span.start < start < span.end or start <= span.start < end:
            begins = PageBreak(article, block, page.sequence, page.label)
            again = any(
                part.start <= span.start < part.end for part in issue.articles[article].continued
            )
            if not again:
                return begins
            found = found or begins
    return found
