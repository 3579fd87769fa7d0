"""The fixed words: every language has all of them, with the same places to fill in."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

from publisher.theme import words

LANGUAGES = ["zh-Hans", "zh-Hant", "ja", "ko", "de", "fr", "es", "ru", "ar", "he"]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_languages_are_all_tested(root: Path) -> None:
    table = tomllib.loads((root / "styles" / "words.toml").read_text("utf-8"))
    assert set(table) == {"en", *LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_word_with_the_same_fields(language: str, root: Path) -> None:
    table = tomllib.loads((root / "styles" / "words.toml").read_text("utf-8"))
    english = {key: fields(text) for key, text in table["en"].items()}
    own = {key: fields(text) for key, text in table[language].items()}
    assert english | own == english
    assert not {key for key in english if not key.endswith("_mark")} - set(own)


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_the_words_for_lost_text_are_bracketed_and_fit_into_any_page(language: str) -> None:
    gap = words(language)["gap"]
    assert re.fullmatch(r"〔[^〔〕]+〕|\[[^\[\]]+\]", gap)
    assert not set(gap) & set("<>&\"'\\")


@pytest.mark.parametrize(
    ("tag", "gap"),
    [
        ("zh", "〔此处原文缺失〕"),
        ("zh-CN", "〔此处原文缺失〕"),
        ("zh-TW", "〔此處原文缺失〕"),
        ("zh-Hant-HK", "〔此處原文缺失〕"),
        ("ja-JP", "〔原文欠落〕"),
        ("de-AT", "[hier fehlt Text]"),
        ("vi", "[text missing here]"),
        ("", "[text missing here]"),
        ("und", "[text missing here]"),
    ],
)
def test_a_tag_finds_its_language_or_english(tag: str, gap: str) -> None:
    assert words(tag)["gap"] == gap
