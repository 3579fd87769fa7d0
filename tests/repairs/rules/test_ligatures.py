"""ligatures: one character that prints as letters becomes the letters."""

from __future__ import annotations

import pytest

from publisher.repairs.rules.ligatures import RULE
from tests.repairs.rules.verbs import check_noop, check_transformed


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ﬁre", "fire"), ("ﬂow", "flow"), ("oﬀ", "off"), ("oﬃce", "office"), ("Geﬆ", "Gest")],
)
def test_a_ligature_becomes_letters(text: str, expected: str) -> None:
    check_transformed(RULE, text, expected)


@pytest.mark.parametrize("text", ["", "fire", "œuf", "Æ", "ß", "ĳ", "ﷺ", "㍿", "½", "Ⅳ", "①"])
def test_other_compatibility_characters_stay(text: str) -> None:
    check_noop(RULE, text)
