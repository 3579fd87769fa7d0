"""Layouts: pages, columns and margins as a theme and the settings want them."""

from __future__ import annotations

import pytest

from publisher.errors import UsageError
from publisher.model import PrintSettings
from publisher.theme import find_theme
from publisher.theme.layout import Layout, layout

MM = 72 / 25.4


def pages(theme: str = "gazette", language: str = "zh-Hans", **told: object) -> Layout:
    settings = PrintSettings(**told)  # type: ignore[arg-type]
    return layout(find_theme(theme, pages=settings), language)


@pytest.mark.parametrize("theme", ["gazette", "magazine", "book"])
@pytest.mark.parametrize("page", ["A3", "A4", "A5", "tabloid", "大32开", "170 x 240 mm"])
@pytest.mark.parametrize("language", ["zh-Hans", "ja", "en", "ar"])
def test_a_column_is_a_whole_number_of_characters_on_every_page(
    theme: str, page: str, language: str
) -> None:
    found = pages(theme, language, page=page)
    ems = found.column(language) / found.body
    assert ems == pytest.approx(round(ems))
    assert ems >= 8
    assert found.measure + 2 * found.side == pytest.approx(found.width, abs=0.5)
    assert found.depth > 0


@pytest.mark.parametrize(
    ("theme", "han", "words"), [("gazette", 3, 2), ("magazine", 2, 2), ("book", 1, 1)]
)
def test_words_have_wider_columns_than_characters(theme: str, han: int, words: int) -> None:
    found = pages(theme)
    assert (found.columns("zh-Hant"), found.columns("en")) == (han, words)


def test_as_many_columns_as_asked_for_hold_for_every_language() -> None:
    found = pages(page="tabloid", columns=5, body=9.5)
    assert (found.columns("zh-Hans"), found.columns("en")) == (5, 5)


def test_lines_go_with_the_size_of_the_text_unless_told() -> None:
    assert pages(body=9).line == pytest.approx(9 * 1.62, abs=0.05)
    assert pages(body=9, line=13).line == 13


def test_columns_that_hold_too_little_are_refused_with_the_way_out() -> None:
    with pytest.raises(UsageError, match="6 columns of 10 pt leave") as caught:
        pages("book", columns=6)
    assert "[print]" in caught.value.remedy
