"""The picture of a cover: drawn alike each time, whatever the issue holds."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from PIL.ImageDraw import ImageDraw

from publisher.model import ArticleKind, Issue, Phrase
from publisher.text import Span
from publisher.theme.cover_picture import SIZE, cover_picture
from tests.issues import article, hostile, issue

LONG = issue(*(article(number, "长" * 10_000, "文") for number in range(9)), title="报" * 500)


def drawn(model: Issue) -> Image.Image:
    content = cover_picture(model, "一期")
    assert content is not None
    return Image.open(BytesIO(content))


def ink(picture: Image.Image, box: tuple[int, int, int, int]) -> int:
    """The dark pixels of a part."""
    return sum(picture.crop(box).histogram()[:128])


@pytest.mark.parametrize(
    "model",
    [
        issue(article(1, "夜校开课", "文"), title="劳动午报"),
        issue(),
        LONG,
        hostile(),
        issue(article(1, "a" * 9000 + " 🎉 č", "x"), language="en", title="Post"),
        issue(article(1, "都の補正予算案", "文"), language="ja", title="東都新聞"),
        issue(article(1, "1", "2"), language=""),
    ],
    ids=["Chinese", "no article", "long", "hostile", "English", "Japanese", "unknown"],
)
def test_it_keeps_its_size_and_its_margins(model: Issue) -> None:
    picture = drawn(model)
    assert picture.size == SIZE
    width, height = SIZE
    assert ink(picture, (0, 0, width, height)) > 0
    for box in (
        (0, 0, 60, height),
        (width - 60, 0, width, height),
        (0, height - 60, width, height),
    ):
        assert ink(picture, box) == 0


def test_the_same_issue_gives_the_same_bytes() -> None:
    assert cover_picture(LONG, "一期") == cover_picture(LONG, "一期")


def test_masthead_day_number_and_headlines_are_drawn() -> None:
    bare = issue(title="劳动午报")
    pictures = [
        cover_picture(model, "一期")
        for model in (
            bare,
            replace(bare, date="2025-05-20"),
            replace(bare, number="7"),
            replace(bare, supplements=("周末副刊",)),
            replace(bare, articles=(article(1, "夜校开课"),)),
            replace(bare, title=replace(bare.title, name="工人日报")),
            replace(bare, title=replace(bare.title, name_en="Laodong Wubao")),
        )
    ]
    assert len(set(pictures)) == len(pictures)


def test_the_day_is_drawn_in_the_words_of_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(
        ImageDraw, "text", lambda self, place, text, *more, **named: drawn.append(text)
    )
    cover_picture(replace(issue(title="Post", language="en"), date="2025-05-20"), "")
    assert "Tuesday, May 20, 2025" in drawn


def test_an_index_of_the_issue_is_no_headline_of_its_cover() -> None:
    news = issue(article(1, "夜校开课"), title="报")
    index = replace(article(2, "导读"), kind=ArticleKind.INDEX)
    indexed = replace(news, articles=(index, *news.articles))
    assert cover_picture(indexed, "") == cover_picture(news, "")


def test_lost_text_is_said_not_drawn_as_a_mark() -> None:
    said = issue(article(1, "甲〔此处原文缺失〕"), title="报")
    marked = replace(
        said, articles=(replace(said.articles[0], headline=Phrase("甲⟦gap⟧", Span(0, 1))),)
    )
    assert cover_picture(marked, "") == cover_picture(said, "")


@pytest.mark.parametrize("language", ["ar", "he"])
def test_a_script_that_needs_shaping_gets_none(language: str) -> None:
    assert cover_picture(issue(language=language), "x") is None
