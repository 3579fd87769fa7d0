"""drop-caps: a first letter goes back to its word; letters that are words stay."""

from __future__ import annotations

import pytest

from publisher.repairs.rules.drop_caps import RULE
from tests.repairs.rules.verbs import check_asks, check_noop, check_transformed


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "T\n\nhe mayor opened it.", "The mayor opened it."),
        ("en", "Title\n\nT\nhe mayor opened it.", "Title\n\nThe mayor opened it."),
        ("en", "T he mayor opened it.", "The mayor opened it."),
        ("en", "T\n\nHE MAYOR opened it.", "THE MAYOR opened it."),
        ("en", "A\n\nmayor opened it.", "A mayor opened it."),
        ("de", "D\n\ner Rat tagte gestern.", "Der Rat tagte gestern."),
        ("es", "L\n\nos barcos volvieron.", "Los barcos volvieron."),
        ("", "D\n\nie Stadt hat gestern die Brücke freigegeben.",
         "Die Stadt hat gestern die Brücke freigegeben."),
    ],
)  # fmt: skip
def test_a_letter_goes_back_to_its_word(language: str, text: str, expected: str) -> None:
    check_transformed(RULE, text, expected, language)


@pytest.mark.parametrize("text", ["A\n\nlong the quay they stood.", "I\n\nt rained all day."])
def test_a_letter_that_is_a_word_is_asked_for_or_decided_by_the_rest(text: str) -> None:
    if "long" in text:
        check_asks(RULE, text, "en")
    else:
        check_transformed(RULE, text, "It rained all day.", "en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "T",
        "I\n\nThe harbour was quiet.",
        "A mayor opened the market.",
        "I saw it.",
        "Plan B\n\nhas not been made.",
        "X\n\nqzt of it",
        "T\n\n\n\n\nhe mayor",
        "HE said that vitamin C in it was good and plan B of it.",
        "HE said that it was good.",
        "NATO members met in a T shape and left",
        "THE recent storm closed nine T schools",
        "报\n\n道称",
        "A\n\nB\n\nC",
    ],
)
def test_other_letters_stay(text: str) -> None:
    check_noop(RULE, text, "en")
