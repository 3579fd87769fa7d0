"""quotation-marks: a mark is turned where all of its line then pair and what is around agrees."""

from __future__ import annotations

import pytest

from publisher.repairs.rules.quotation_marks import RULE
from tests.repairs.rules.verbs import check_noop, check_transformed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共上“开学第一课“，大家说好。", "共上“开学第一课”，大家说好。"),
        ("他说：”夜校很好”。", "他说：“夜校很好”。"),
        ("“夜校“、“开课“：", "“夜校”、“开课”："),
        ("“夜校“", "“夜校”"),
        ("a ``quiet'' word", "a “quiet” word"),
    ],
)
def test_a_mark_that_faces_the_wrong_way_is_turned(text: str, expected: str) -> None:
    check_transformed(RULE, text, expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“夜校”很好，“真好”。",
        "“夜校很好。",
        "夜校很好。”",
        "举办“开学第一课“主题宣讲",
        "“一。“二。“三",
        "“夜校很好。“他说。",
        "记者说。“我们，“他说。",
        "很满意，”他说。”好。",
        '“夜校“，"开课"。',
        "“No“, he said",
        "„nein“ und „ja“",
        '"夜校"很好',
        "''so'' und `so`",
        "```python\nx = ''\n```",
        "“夜校\n很好“",
    ],
)
def test_other_marks_stay(text: str) -> None:
    check_noop(RULE, text)
