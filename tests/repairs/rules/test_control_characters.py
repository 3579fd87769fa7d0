"""control-characters: what shows nothing goes, what means something stays."""

from __future__ import annotations

import pytest

from publisher.repairs.rules.control_characters import RULE
from tests.repairs.rules.verbs import check_noop, check_transformed


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1a", "\x1b", "\x7f", "\ufeff", "\u2060"])
def test_a_sign_that_shows_nothing_goes(sign: str) -> None:
    check_transformed(RULE, f"夜{sign}校{sign}{sign}", "夜校")


@pytest.mark.parametrize("text", ["su\xadper\xadmarket", "su\xad\xadpermarket"])
def test_soft_hyphens_inside_a_line_go(text: str) -> None:
    check_transformed(RULE, text, "supermarket")


def test_a_zero_width_space_between_latin_letters_goes() -> None:
    check_transformed(RULE, "super\u200bmarket", "supermarket")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\tb\nc\fd",
        "super\xad\nmarket",
        "super\xad \nmarket",
        "می\u200cخواهم",
        "क्\u200dष",
        "ภาษา\u200bไทย",
        "👩\u200d🚀",
        "夜\ufffd开",
        "\u200eabc\u200f",
        "a\u00a0b\u2009c\u3000d",
        "⟦gap⟧",
    ],
)
def test_signs_that_mean_something_stay(text: str) -> None:
    check_noop(RULE, text)
