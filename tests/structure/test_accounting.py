"""Every character of any text is accounted for; a dropped one is found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import LostText
from publisher.model import Issue, Omission
from publisher.structure import doubts, to_json
from publisher.structure.accounting import account
from publisher.text import Span
from tests.structure.reading import issue_of

SIGNS = """\
# ·## ·### ·---·**·*·>> · <<·■·【·】·（·）·- ·1. ·一、·口·□·²·\\·\\*·——·记者 张三·本报讯
转自《中工网》·⟦gap⟧·下转第3版·（上接第一版）·图为·摄·2025年5月20日·第01版：要闻·本报记者 李四 摄
By Jane Doe and John Roe·（AP）·近日，夜校开课。·夜校·核心提示：·编者按：·文/·图/·张三
责任编辑：张三·新华社北京5月1日电
Photo by Jane Doe·此致·| a | b |"""
WORDS = [word for line in SIGNS.splitlines() for word in line.split("·")]
BLANKS = ["\n", "\n\n", "\f", "\r\n", "\u2028", "\u3000", "  "]
PIECES = st.sampled_from(WORDS) | st.sampled_from(BLANKS) | st.text(max_size=5)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_character_of_any_text_is_accounted_for(text: str) -> None:
    issue = issue_of(text)
    to_json(issue)
    doubts(issue)


def small_issue() -> Issue:
    return issue_of("# 夜校开课\n\n近日，夜校开课。\n\n本报记者 张三 摄")


def test_a_dropped_block_is_lost_text() -> None:
    issue = small_issue()
    article = replace(issue.articles[0], body=())
    with pytest.raises(LostText, match="line 3 of the repaired text: '近日，夜校开课。'"):
        account(replace(issue, articles=(article,)))


def test_a_dropped_field_is_lost_text() -> None:
    issue = small_issue()
    article = replace(issue.articles[0], credits=())
    with pytest.raises(LostText, match="本报记者"):
        account(replace(issue, articles=(article,)))


def test_an_omission_accounts_for_its_text() -> None:
    omission = Omission(Span(0, 4), "page furniture")
    assert account(Issue("a", "a", "", (), "A4版面", omissions=(omission,))) == (omission,)
