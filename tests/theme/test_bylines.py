"""Bylines as they print."""

from __future__ import annotations

import pytest

from publisher.model import Article, Byline, Dateline
from publisher.text import Span
from publisher.theme.bylines import byline_line, run_in

DATELINE = Dateline("本报讯", Span(10, 13))


def at(start: int, name: str, role: str = "记者", **more: str) -> Byline:
    return Byline(name, role, Span(start, start + 2), **more)


def article(*bylines: Byline, dateline: Dateline | None = DATELINE) -> Article:
    return Article("a", None, (), Span(0, 20), dateline=dateline, bylines=bylines)


def test_a_byline_stands_where_it_stood() -> None:
    both = article(at(0, "张三", "文"), at(14, "李四"))
    assert byline_line(both, "zh-Hans") == "文 张三"
    assert run_in(both, "zh-Hans") == "（记者 李四）"


def test_without_a_dateline_all_stand_in_a_line() -> None:
    one = article(at(0, "张三"), at(14, "李四"), dateline=None)
    assert byline_line(one, "zh-Hans") == "记者 张三 李四"
    assert run_in(one, "zh-Hans") == ""


def test_without_bylines_there_is_nothing_not_even_brackets() -> None:
    assert byline_line(article(), "zh-Hans") == ""
    assert run_in(article(), "zh-Hans") == ""


@pytest.mark.parametrize(
    ("language", "bylines", "printed"),
    [
        (
            "zh-Hans",
            (at(0, "张三"), at(1, "李四"), at(2, "王五", "通讯员")),
            "记者 张三 李四 通讯员 王五",
        ),
        (
            "zh-Hans",
            (at(0, "张三"), at(1, "王五", "通讯员"), at(2, "李四")),
            "记者 张三 通讯员 王五 记者 李四",
        ),
        ("zh-Hans", (at(0, "张三", organisation="新华社"),), "新华社记者 张三"),
        ("zh-Hans", (at(0, "张三", ""),), "张三"),
        ("en", (at(0, "Jane Doe", ""), at(1, "John Roe", "")), "By Jane Doe, John Roe"),
        ("en", (at(0, "Jane Doe", "", organisation="AP", place="Rome"),), "By Jane Doe, AP, Rome"),
        ("ru", (at(0, "Анна Иванова", ""),), "Анна Иванова"),
    ],
)
def test_a_role_is_said_once_for_names_that_share_it(
    language: str, bylines: tuple[Byline, ...], printed: str
) -> None:
    assert byline_line(article(*bylines), language) == printed
