"""Overlaps of columns that were read in two ways are asked about; likeness alone is no overlap."""

from __future__ import annotations

import pytest

from publisher.pipeline import normalize

RULE = "overlapping-columns"
BEFORE = (
    "The crew went out at dawn. The boats came in with the tide that night, and nobody on the quay"
)
CHINESE = "区总工会相关负责人表示，将进一步发挥职工技能竞赛的作用，激励、培育业务板块创新"


def asked(text: str) -> list[str]:
    result = normalize(text)
    return [query.rule for query in result.queries if query.rule == RULE]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (BEFORE, "with the tide that nigbt, and nobody on the quay saw them go."),
        (BEFORE, "with the tibe that nigbt, and nobody on the quay saw them go."),
        (BEFORE, "with the tide that nght, and nobody on the quay saw them go."),
        (BEFORE, "with the tide that niight, and nobody on the quay saw them go."),
        (CHINESE, "将进一步发挥职工技能竟赛的作用，激励、培育业务板块创新人才。"),
    ],
)
def test_two_readings_are_asked_about_and_both_stay(left: str, right: str) -> None:
    text = f"{left}\n\n{right}"
    assert asked(text) == [RULE]
    plain = normalize(text).text
    assert left in plain
    assert right in plain


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # A number differs: two statements.
        (
            "The council heard in the north, 12 of the boats of the fishing fleet came home in",
            "in the north, 13 of the boats of the fishing fleet came home in the week after.",
        ),
        (
            "据介绍，第一期培训班共有来自全区各个企业的三百名职工报名参加学习",
            "第二期培训班共有来自全区各个企业的三百名职工报名参加学习，比第一期多。",
        ),
        # Two sentences made alike.
        (
            "He spoke at length. We shall go on with the work until the last boat is home again.",
            "We shall go on with the work until the last boat is gone again, and then we rest.",
        ),
        # A headline and the lead that begins like it.
        (
            "第五届大运河文化旅游博览会在江苏苏州开幕",
            "第五届大运河文化旅游博览会在江苏苏州举幕。博览会设置了沉浸式体验。",
        ),
        # Too short for a line.
        ("It was said that the tide comes in, the tide", "the tide comes ln, the tide goes out."),
        # Three letters.
        (BEFORE, "wlth the tide tbat nigbt, and nobody on the quay saw them go."),
    ],
)
def test_likeness_alone_is_not_asked_about(left: str, right: str) -> None:
    assert not asked(f"{left}\n\n{right}")
