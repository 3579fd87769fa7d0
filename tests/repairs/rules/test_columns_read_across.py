"""columns-read-across: it asks about lines of two columns, and changes nothing."""

from __future__ import annotations

import pytest

from publisher.repairs import Material
from publisher.repairs.rules.columns_read_across import RULE, find
from tests.repairs.rules.verbs import check_asks, check_noop

ACROSS = (
    "The mayor opened the      that the survey of\n"
    "market at dawn and        the old pier was not\n"
    "said to the crowd         yet done, and that it\n"
    "that had come to see      would take a month."
)
VERTICAL = "な い\nっ つ\nて も\nお お\nり せ\nま わ\nす に"


@pytest.mark.parametrize("text", [ACROSS, VERTICAL])
def test_it_asks(text: str) -> None:
    check_asks(RULE, text)


def test_it_proposes_the_left_column_before_the_right() -> None:
    (finding,) = find(Material(ACROSS))
    assert finding.after.splitlines()[:2] == ["The mayor opened the", "market at dawn and"]
    assert finding.after.splitlines()[-1] == "would take a month."


def test_vertical_columns_run_from_right_to_left() -> None:
    (finding,) = find(Material(VERTICAL))
    assert finding.after == "いつもおせわになっております"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Opening       10:00\nLunch         12:30\nTea           16:00\nClosing       18:00",
        "Tide     Mon    Tue\nHigh     06:12  06:58\nLow      12:20  13:05\nRise     1  2",
        "Harbour Office      Town Hall\nQuay Street      Market Place\nHull      York\nA      B",
        "\n".join(ACROSS.splitlines()[:3]),
        ACROSS.replace("      ", " "),
        "张 三\n李 四\n王 五\n赵 六",
        "甲　　　乙\n丙　　　丁\n戊　　　己\n庚　　　辛",
    ],
)
def test_tables_and_other_lines_stay_unasked(text: str) -> None:
    check_noop(RULE, text)
