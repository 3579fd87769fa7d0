"""mojibake: what is certainly decoded wrongly is decoded anew; odd spellings stay."""

from __future__ import annotations

import ftfy.bad_codecs  # noqa: F401  (registers sloppy-windows-1252)
import pytest

from publisher.repairs.rules.mojibake import RULE
from tests.repairs.rules.verbs import check_noop, check_transformed

SENTENCES = [
    "L’été à la café façade.",
    "Größe – „über“ Straßen",
    "¿Dónde está el niño?",
    "Привет, мир",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("codec", ["latin-1", "sloppy-windows-1252"])
def test_utf_8_that_was_read_as_western_comes_back(sentence: str, codec: str) -> None:
    check_transformed(RULE, sentence.encode().decode(codec), sentence)


@pytest.mark.parametrize("sentence", ["近日，区总工会在文化宫办", "职工下班后都来上夜校"])
def test_utf_8_that_was_read_as_gbk_comes_back(sentence: str) -> None:
    check_transformed(RULE, sentence.encode().decode("gb18030"), sentence)


def test_only_the_damaged_line_is_changed() -> None:
    check_transformed(RULE, "Ça va\nLe cafÃ© est fermÃ©\nL’été", "Ça va\nLe café est fermé\nL’été")


@pytest.mark.parametrize("text", ["", *SENTENCES, "Ã", "â", "SÃO", "Â", "1 Â 2", "浜松", "涓"])
def test_odd_spellings_stay(text: str) -> None:
    check_noop(RULE, text)


@pytest.mark.parametrize("text", ["近日，区总工会在文化宫举办职工歌咏比赛。", "東京都は来月から"])
def test_chinese_and_japanese_stay(text: str) -> None:
    check_noop(RULE, text)
