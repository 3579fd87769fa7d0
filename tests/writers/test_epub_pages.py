"""Where the pages of the source begin in the book."""

from __future__ import annotations

from publisher.model import Article, Issue, Page, Paragraph, Phrase
from publisher.text import Span
from publisher.writers.epub_pages import HEADS, PageBreak, page_breaks


def article(name: str, start: int, *blocks: tuple[int, int]) -> Article:
    body = tuple(Paragraph((), Span(*block)) for block in blocks)
    return Article(name, Phrase("题", Span(start, start + 1)), body, Span(start, blocks[-1][1]))


def breaks(articles: tuple[Article, ...], *pages: tuple[int, int]) -> tuple[PageBreak, ...]:
    found = tuple(Page(number, Span(*span)) for number, span in enumerate(pages, start=1))
    return page_breaks(Issue("x", "x", "zh-Hans", articles, "文" * 100, pages=found))


def test_a_source_of_one_page_has_no_page_list() -> None:
    assert breaks((article("a", 0, (2, 20)),), (0, 20)) == ()


def test_a_page_begins_at_the_heads_of_an_article_or_before_a_block() -> None:
    issue = (article("a", 0, (2, 20), (22, 40)), article("b", 50, (52, 60)))
    assert breaks(issue, (0, 21), (22, 45), (46, 60)) == (
        PageBreak(0, HEADS, 1, "1"),
        PageBreak(0, 1, 2, "2"),
        PageBreak(1, HEADS, 3, "3"),
    )


def test_a_page_that_begins_inside_a_paragraph_is_entered_before_it() -> None:
    assert breaks((article("a", 0, (2, 20), (22, 40)),), (0, 10), (10, 40)) == (
        PageBreak(0, HEADS, 1, "1"),
        PageBreak(0, 0, 2, "2"),
    )


def test_a_page_inside_one_paragraph_is_not_lost() -> None:
    found = breaks((article("a", 0, (2, 40)),), (0, 10), (10, 20), (20, 40))
    assert [(one.block, one.number) for one in found] == [(HEADS, 1), (0, 2), (0, 3)]


def test_a_page_of_which_the_book_holds_nothing_is_left_out() -> None:
    issue = (article("a", 0, (2, 20)), article("b", 50, (52, 60)))
    assert [one.number for one in breaks(issue, (0, 21), (22, 45), (46, 60))] == [1, 3]


def test_the_list_follows_the_book_not_the_source() -> None:
    carried = article("a", 0, (2, 10), (40, 50))
    between = article("b", 20, (22, 30))
    found = breaks((carried, between), (0, 15), (16, 35), (36, 50))
    assert found == (
        PageBreak(0, HEADS, 1, "1"),
        PageBreak(0, 1, 3, "3"),
        PageBreak(1, HEADS, 2, "2"),
    )
