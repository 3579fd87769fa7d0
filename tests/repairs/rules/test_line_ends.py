"""line-ends: every way to end a line becomes one."""

from __future__ import annotations

import pytest

from publisher.repairs.rules.line_ends import RULE
from tests.repairs.rules.verbs import check_noop, check_transformed


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x85", "\u2028"])
def test_each_end_becomes_a_line_feed(end: str) -> None:
    check_transformed(RULE, f"夜校{end}开课{end}", "夜校\n开课\n")


def test_a_paragraph_separator_becomes_an_empty_line() -> None:
    check_transformed(RULE, "夜校\u2029开课", "夜校\n\n开课")


def test_two_ends_stay_two() -> None:
    check_transformed(RULE, "夜校\r\n\r\n开课\r\r\n终", "夜校\n\n开课\n\n终")


@pytest.mark.parametrize(
    "text", ["", "夜校\n开课\n", "一\f二", "a\tb", "\xc3\x85ngström", "zw\xc3\xb6lf\n", "\x1c\x1d"]
)
def test_other_signs_stay(text: str) -> None:
    check_noop(RULE, text)
