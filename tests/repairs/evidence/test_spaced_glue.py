"""What stands between two joined pieces in languages with spaces."""

from __future__ import annotations

import pytest

from publisher.repairs.evidence.spaced_seam import glue


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the lawmakers'", "vote"),
        ("Er sagte „Ja“", "und ging"),
        ("moi", "», dit-il"),
        ("dit «", "non »"),
        ("la ligne", "? Non"),
        ("by 3 -", "5 per cent"),
        ("the plan –", "or so"),
        ("San", "Antonio"),
    ],
)
def test_a_space_stands_where_a_line_could_end(left: str, right: str) -> None:
    assert glue(left, right) == " "


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("dell'", "acqua"),
        ("jusqu’", "ici"),
        ("L'", "été"),
        ("1914–", "1918"),
        ("and/", "or"),
        ("said “", "no”"),
        ("the town", ", which"),
        ("(", "sic)"),
    ],
)
def test_none_stands_inside_a_word_or_beside_a_mark(left: str, right: str) -> None:
    assert glue(left, right) == ""
