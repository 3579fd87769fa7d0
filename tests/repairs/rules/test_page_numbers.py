"""page-numbers: a number that goes up from page to page goes; every other number stays."""

from __future__ import annotations

import pytest

from publisher.repairs.rules.page_numbers import RULE
from tests.repairs.rules.verbs import check_noop, check_transformed

A, B, C = "The ferry was built in Cork.", "It carried forty a day.", "Nobody minded that."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("41", "42"),
        ("— 41 —", "— 42 —"),
        ("Page 3", "Page 4"),
        ("第3页", "第4页"),
        ("41/96", "42/96"),
    ],
)
def test_numbers_that_go_up_are_taken_out(first: str, second: str) -> None:
    text = f"{A}\n\n{first}\n\n{B}\n\n{second}\n\n{C}"
    check_transformed(RULE, text, f"{A}\n\n{B}\n\n{C}")


@pytest.mark.parametrize(("first", "second"), [("1", "2"), ("1999", "2000"), ("- 7 -", "- 8 -")])
def test_at_the_edge_of_pages_any_number_is_a_folio(first: str, second: str) -> None:
    check_transformed(RULE, f"{A}\n{first}\f{B}\n{second}", f"{A}\n\f{B}\n")
    check_transformed(RULE, f"{first}\n{A}\f{second}\n\n{B}", f"{A}\f{B}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "41",
        f"{A}\n\n41\n\n{B}",
        f"{A}\n\n41\n\n{B}\n\n43\n\n{C}",
        f"{A}\n\n42\n\n{B}\n\n41\n\n{C}",
        f"{A}\n\n1\n\n{B}\n\n2\n\n{C}",
        f"{A}\n\n— 1 —\n\n{B}\n\n— 2 —\n\n{C}",
        f"{A}\n\n1931\n\n{B}\n\n1932\n\n{C}",
        f"{A}\n\nPage 3\n\n{B}",
        f"{A}\n\n41.\n\n{B}\n\n42.\n\n{C}",
        f"{A} 41\n\n{B} 42",
        f"{A}\n41\n{B}\n42\n{C}",
        "41\n\n42\n\n43",
        "第41版\n\n正文正文正文正文\n\n第42版\n\n正文正文正文正文",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    check_noop(RULE, text)
