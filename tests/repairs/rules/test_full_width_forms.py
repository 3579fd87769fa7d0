"""full-width-forms: a few wide letters and digits among many narrow ones become narrow."""

from __future__ import annotations

import pytest

from publisher.repairs.rules.full_width_forms import RULE
from tests.repairs.rules.verbs import check_noop, check_transformed

NARROW = "abcdefghij 1234567890 " * 10


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [("２０２５年", "2025年"), ("会展ＩＰ", "会展IP"), ("８５％", "85%"), ("１．５倍", "1.5倍")],
)
def test_wide_forms_become_narrow(wide: str, narrow: str) -> None:
    check_transformed(RULE, f"{NARROW}{wide}", f"{NARROW}{narrow}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "２０２５年",
        "2025年２０２５年",
        f"{NARROW}（夜校），！？：；",
        f"{NARROW}％",
        f"{NARROW}アイウｱｲｳ￥",
        f"{NARROW}「ｗ」の発音",
        "１２３４５６７８９０" * 20 + NARROW,
    ],
)
def test_texts_that_mean_it_stay(text: str) -> None:
    check_noop(RULE, text)
