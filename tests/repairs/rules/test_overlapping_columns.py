"""overlapping-columns: lines of two columns are kept once; repetition that is meant stays."""

from __future__ import annotations

import pytest

from publisher.repairs import Material, Verdict
from publisher.repairs.rules.overlapping_columns import RULE, find
from tests.repairs.rules.verbs import check_asks, check_noop, check_transformed

SHARED = "with the tide that night, and nobody on the quay saw them"
CHINESE = "将进一步发挥职工技能竞赛的作用，激励、培育业务板块创新"


@pytest.mark.parametrize(("shared", "rest"), [(SHARED, " go out again."), (CHINESE, "人才。")])
def test_what_both_columns_hold_is_kept_once(shared: str, rest: str) -> None:
    text = f"A first sentence. {shared}\n\n{shared}{rest}"
    check_transformed(RULE, text, f"A first sentence. {shared}{rest}")
    assert [one.verdict for one in find(Material(text))] == [Verdict.JOIN]


def test_a_paragraph_that_is_repeated_whole_is_asked_about() -> None:
    check_asks(RULE, f"A first sentence. {SHARED}.\n\n{SHARED}.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        SHARED,
        f"{SHARED}\n\n{SHARED} again.",
        f"{SHARED}\n\nSomething else.",
        "on the quay\n\non the quay again",
        f"A sentence. {SHARED}\n\nNo. {SHARED} again.",
        "啦啦啦啦\n\n啦啦啦啦啦啦",
    ],
)
def test_other_repetition_stays(text: str) -> None:
    check_noop(RULE, text)
