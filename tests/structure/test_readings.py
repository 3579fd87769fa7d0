"""Readings of characters and emphasis marks: where the notation says so, and nowhere else."""

from __future__ import annotations

import pytest

from publisher.model import Emphasis, Inline, Ruby, inlines_of, leaves, plain
from tests.structure.reading import article_of, issue_of

BODY = "会場では多くの人が新刊を手に取り、夕方まで客足は絶えなかったという。"


def inlines(text: str, language: str = "ja") -> list[Inline]:
    (article,) = issue_of(f"# 見出し\n\n{text}{BODY}", language).articles
    return [one for block in article.body for one in inlines_of(block)]


def rubies(text: str, language: str = "ja") -> list[tuple[str, str]]:
    return [
        (leaf.base, leaf.reading)
        for leaf in leaves(inlines(text, language))
        if isinstance(leaf, Ruby)
    ]


def test_a_japanese_text_of_many_readings_writes_them_behind_han() -> None:
    text = "読者《どくしゃ》は朝から古本《ふるほん》まつりで志《こころざし》を語った。"
    assert rubies(text) == [("読者", "どくしゃ"), ("古本", "ふるほん"), ("志", "こころざし")]
    assert plain(inlines(text)).startswith("読者は朝から古本まつりで志を語った。")


def test_a_sign_before_one_shows_the_notation_for_all() -> None:
    assert rubies("｜お台場《おだいば》で古本《ふるほん》まつり。") == [
        ("お台場", "おだいば"),
        ("古本", "ふるほん"),
    ]


@pytest.mark.parametrize(
    ("base", "reading", "language"),
    [
        ("重庆", "chóngqìng", "zh-Hans"),
        ("重慶", "ㄔㄨㄥˊ ㄑㄧㄥˋ", "zh-Hant"),
        ("漢江", "한강", "ko"),
    ],
)
def test_a_marked_reading_is_one_in_any_language(base: str, reading: str, language: str) -> None:
    assert rubies(f"今年在｜{base}《{reading}》。", language) == [(base, reading)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("小説《こころ》を読む。", "ja"),
        ("読者《どくしゃ》は古本《ふるほん》と《人間失格》を読む、作家《さっか》も。", "ja"),
        ("読者（どくしゃ）は古本(ふるほん)を買い、志（こころざし）を語った。", "ja"),
        ("《论语》《孟子》和《大学》都在书架上，读者很多。", "zh-Hans"),
        ("文化｜读《论语》有感，专题｜看《Nature》杂志。", "zh-Hans"),
        ("重庆（chóngqìng）今年很热。", "zh-Hans"),
        ("臺北《ㄊㄞˊ》的街頭。", "zh-Hant"),
    ],
)
def test_titles_and_brackets_stay_as_they_are(text: str, language: str) -> None:
    assert rubies(text, language) == []
    assert text in plain(inlines(text, language))


def test_emphasis_is_what_its_sign_repeats() -> None:
    found = [one for one in inlines("強調［＃「強調」に傍点］した。") if isinstance(one, Emphasis)]
    assert [plain((one,)) for one in found] == ["強調"]
    assert plain(inlines("強調［＃「強調」に傍点］した。")).startswith("強調した。")


@pytest.mark.parametrize("text", ["強調［＃「別」に傍点］した。", "強調［＃ここから字下げ］した。"])
def test_another_sign_stays_as_it_is(text: str) -> None:
    assert plain(inlines(text)).startswith(text)


def test_every_character_of_the_signs_is_accounted_for() -> None:
    issue = issue_of(f"# 題\n\n強調［＃「強調」に傍点］した｜東京《とうきょう》。{BODY}", "ja")
    assert [one.origin.of(issue.text) for one in issue.omissions if "emphasis" in one.reason] == [
        "［＃「強調」に傍点］"
    ]


def test_a_reading_in_an_article_that_speaks_another_language_is_left() -> None:
    assert article_of("# 标题\n\n他在读小说《こころ》和《いろは》以及散文《さんぽ》。").body
