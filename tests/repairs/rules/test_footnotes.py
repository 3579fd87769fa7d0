"""footnotes: a note and its number are marked where one tells of the other."""

from __future__ import annotations

import pytest

from publisher.repairs.rules.footnotes import RULE
from tests.repairs.rules.verbs import check_noop, check_transformed

NOTE = "Minutes of the board, 3 May 1931."


@pytest.mark.parametrize(
    "given",
    ["moved in 1931.{} Later", "it was moved.{} Later", "the “archive”{} was", "the board{} was"],
)
def test_a_glued_number_and_its_note_are_marked(given: str) -> None:
    text = f"{given.format(4)} it burned.\n\n4 {NOTE}"
    check_transformed(RULE, text, f"{given.format('[^4]')} it burned.\n\n[^4]: {NOTE}")


def test_superior_digits_are_marked_too() -> None:
    check_transformed(RULE, f"It moved.¹ So.\n\n¹ {NOTE}", f"It moved.[^1] So.\n\n[^1]: {NOTE}")


def test_a_note_between_the_halves_of_a_sentence_is_one() -> None:
    text = f"carried forty\n\n2 {NOTE}\n\npassengers a day."
    check_transformed(RULE, text, f"carried forty\n\n[^2]: {NOTE}\n\npassengers a day.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"4 {NOTE}",
        f"It moved.\n\n4 {NOTE}\n\nIt burned.",
        f"It moved.\n\n1 {NOTE}\n\n2 {NOTE}",
        f"It cost 1.4 million.\n\n4 {NOTE}",
        f"A group of H4 and G4 met.\n\n4 {NOTE}",
        "It moved.4 Later it burned.",
        "It moved.4 Later it burned.\n\n4 boats came.",
        "It moved.[^4] Later.\n\n[^4]: Minutes of the board.",
        "carried forty\n\n2 passengers fell ill.\n\nand died.",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    check_noop(RULE, text)
