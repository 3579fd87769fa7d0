"""running-heads: what every page repeats goes; what stands once, or means something, stays."""

from __future__ import annotations

import pytest

from publisher.repairs.rules.running_heads import RULE
from tests.repairs.rules.verbs import changed, check_noop, check_transformed

A, B, C, D = (
    "The ferry was built in Cork.",
    "It carried forty a day.",
    "Nobody minded that at all.",
    "In winter it rested.",
)


def test_heads_of_pages_go_and_the_banner_stays() -> None:
    text = "\f".join(f"HARBOUR NEWS {n}\n{body}" for n, body in enumerate((A, B, C), start=1))
    check_transformed(RULE, text, f"HARBOUR NEWS 1\n{A}\f{B}\f{C}")


def test_feet_of_pages_go() -> None:
    text = "\f".join(f"{body}\n\n{n} | Harbour News" for n, body in enumerate((A, B, C), start=7))
    assert changed(RULE, text) == f"{A}\n\n\f{B}\n\n\f{C}\n\n"


def test_heads_of_every_second_page_go() -> None:
    heads = ["Harbour", "News"] * 3
    text = "\f".join(f"{head}\n{A} {n}." for n, head in enumerate(heads))
    assert changed(RULE, text).count("Harbour") == 1
    assert "News" not in changed(RULE, text)


def test_a_number_that_goes_up_tells_a_head_without_form_feeds() -> None:
    text = f"{A}\n\nNews 2\n\n{B}\n\nNews 3\n\n{C}\n\nNews 4\n\n{D}"
    check_transformed(RULE, text, f"{A}\n\n{B}\n\n{C}\n\n{D}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"Title\n\n{A}\f{B}\f{C}",
        f"Title\n{A}\fTitle\n{B}",
        f"{A}\n\n***\n\n{B}\n\n***\n\n{C}\n\n***\n\n{D}",
        f"{A}\n\nPhoto: Smith\n\n{B}\n\nPhoto: Smith\n\n{C}\n\nPhoto: Smith\n\n{D}",
        f"{A}\n\nChapter 1\n\n{B}\n\nChapter 2\n\n{C}\n\nChapter 3\n\n{D}",
        f"{A}\n\nRoom 12\n\n{B}\n\nRoom 7\n\n{C}\n\nRoom 30\n\n{D}",
        "Lot 2\n\nLot 3\n\nLot 4",
        f"{A}\nNews 2\n{B}\nNews 3\n{C}\nNews 4\n{D}",
        "\f".join(f"{A} Page {n} has words.\nX{n}" for n in "abc"),
    ],
)
def test_lines_that_are_no_heads_stay(text: str) -> None:
    check_noop(RULE, text)
