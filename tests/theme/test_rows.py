"""Rows: short articles side by side, the page's columns filled, the order kept."""

from __future__ import annotations

import pytest

from publisher.model import Article, Figure, Paragraph, Table, Text
from publisher.text import Span
from publisher.theme import find_theme
from publisher.theme.layout import Layout, layout
from publisher.theme.rows import Cell, rows

HERE = Span(0, 0)


@pytest.fixture
def pages() -> Layout:
    return layout(find_theme("gazette"), "zh-Hans")


def article(characters: int, number: int = 0) -> Article:
    text = Paragraph((Text("字" * characters, HERE),), HERE)
    return Article(f"i{number:04}", None, (text,), HERE)


def shape(found: tuple[tuple[Cell, ...], ...]) -> list[list[tuple[int, int]]]:
    return [[(len(cell.articles), cell.span) for cell in row] for row in found]


@pytest.mark.parametrize(
    ("lengths", "wanted"),
    [
        ([100], [[(1, 3)]]),
        ([100, 100, 100], [[(1, 1), (1, 1), (1, 1)]]),
        ([100, 300], [[(1, 1), (1, 2)]]),
        ([300, 100], [[(1, 2), (1, 1)]]),
        ([400, 50, 60], [[(1, 2), (2, 1)]]),
        ([2000, 100], [[(1, 3)], [(1, 3)]]),
        ([], []),
    ],
)
def test_articles_share_the_columns_by_their_lengths(
    lengths: list[int], wanted: list[list[tuple[int, int]]], pages: Layout
) -> None:
    assert shape(rows(map(article, lengths), "zh-Hans", pages)) == wanted


def test_every_article_stands_once_and_in_its_order(pages: Layout) -> None:
    lengths = [90, 500, 40, 40, 700, 30, 250, 1500, 60, 80, 80, 90, 200] * 20
    given = [article(length, number) for number, length in enumerate(lengths)]
    found = rows(given, "zh-Hans", pages)
    assert [one for row in found for cell in row for one in cell.articles] == given
    assert all(sum(cell.span for cell in row) == 3 for row in found)


@pytest.mark.parametrize(
    "block",
    [Figure("a.jpg", (), HERE), Table((("a", "b", "c", "d", "e"),), False, HERE)],
)
def test_a_picture_and_a_wide_table_have_the_pages_width(
    block: Figure | Table, pages: Layout
) -> None:
    wide = Article("i0002", None, (block,), HERE)
    assert shape(rows([article(50), wide], "zh-Hans", pages)) == [[(1, 3)], [(1, 3)]]


def test_the_lead_and_another_language_stand_alone(pages: Layout) -> None:
    lead, other = article(50), Article("i0002", None, (), HERE, language="en")
    assert shape(rows([lead, article(60)], "zh-Hans", pages, [lead])) == [[(1, 3)], [(1, 3)]]
    assert shape(rows([article(60), other], "zh-Hans", pages)) == [[(1, 3)], [(1, 2)]]


def test_one_column_holds_no_rows() -> None:
    book = layout(find_theme("book"), "zh-Hans")
    assert shape(rows([article(50), article(50)], "zh-Hans", book)) == [[(1, 1)], [(1, 1)]]
