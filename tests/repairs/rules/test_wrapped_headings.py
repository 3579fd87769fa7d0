"""wrapped-headings: a heading that runs over two lines is one; two headings stay two."""

from __future__ import annotations

import pytest

from publisher.repairs.rules.wrapped_headings import RULE
from tests.repairs.rules.verbs import check_asks, check_noop, check_transformed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Annual report of the\nlifeboat station", "Annual report of the lifeboat station"),
        ("Jahresbericht der\nSeenotretter", "Jahresbericht der Seenotretter"),
        ("围绕重点产\n业链开展竞赛", "围绕重点产业链开展竞赛"),
    ],
)
def test_a_heading_that_runs_on_is_one(text: str, expected: str) -> None:
    check_transformed(RULE, f"{text}\n\nText.", f"{expected}\n\nText.")


@pytest.mark.parametrize(
    "text", ["## 围绕重点产\n## 业链开展竞赛", "# Report of the\n\n# lifeboat station\n\nText."]
)
def test_marked_headings_are_asked_about(text: str) -> None:
    check_asks(RULE, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "METHODS\nSTUDY AREA",
        "METHODS\n\nSTUDY AREA",
        "HR 22\nHR 28",
        "奋力开拓\n勇担使命",
        "# 一\n## 二",
        "## 围绕重点产\n### 业链开展竞赛",
        "## 奋力开拓\n## 勇担使命",
        "over the\nsea",
        "The harbour and the\nsea and the\nsky",
        "It ends here of the.\nNext line",
        "by the\nsea",
    ],
)
def test_two_headings_and_other_lines_stay(text: str) -> None:
    check_noop(RULE, text)
