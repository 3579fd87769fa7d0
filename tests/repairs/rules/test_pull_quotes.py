"""pull-quotes: one that interrupts a sentence goes; every other block stays."""

from __future__ import annotations

import pytest

from publisher.repairs.rules.pull_quotes import RULE
from tests.repairs.rules.verbs import check_asks, check_noop, check_transformed

QUOTE = "he would not give in, whatever the council decides"
LEFT = f"The harbour master said that {QUOTE}. He has asked again"
RIGHT = "for a survey of the pier."


@pytest.mark.parametrize("quote", [QUOTE, f"“{QUOTE}”", f"{QUOTE}."])
def test_a_quote_between_the_halves_of_a_sentence_goes(quote: str) -> None:
    check_transformed(RULE, f"{LEFT}\n\n{quote}\n\n{RIGHT}", f"{LEFT}\n\n{RIGHT}")


def test_the_text_it_is_from_may_stand_below() -> None:
    left = "The harbour master was in good spirits this week, and has asked again"
    text = f"{left}\n\n{QUOTE}\n\n{RIGHT} He said {QUOTE}."
    check_transformed(RULE, text, f"{left}\n\n{RIGHT} He said {QUOTE}.")


def test_it_asks_where_the_sentence_may_end() -> None:
    check_asks(RULE, f"{LEFT}\n\n{QUOTE}\n\nThe Council was silent.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{LEFT}\n\n{RIGHT}",
        f"{LEFT}\n\nNobody in the town could remember such a winter\n\n{RIGHT}",
        f"{LEFT}.\n\n{QUOTE}\n\n{RIGHT}",
        f"A headline\n\n{QUOTE}\n\n{LEFT}.",
        f"{LEFT}\n\nhe would not give in\n\n{RIGHT}",
        f"{LEFT}:\n\n{QUOTE}\n\n{RIGHT}",
        f"{LEFT}\n\n{QUOTE}",
    ],
)
def test_other_blocks_stay(text: str) -> None:
    check_noop(RULE, text)
