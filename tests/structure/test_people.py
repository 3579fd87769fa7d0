"""Lines of people in every form that papers print them in, and sentences that are none."""

from __future__ import annotations

import pytest

from publisher.structure.bylines import lone_name, read_bylines
from publisher.structure.credits import read_credits
from publisher.text import Span

BYLINES = {
    "本报记者 张三 通讯员 李四": [("记者", "张三"), ("通讯员", "李四")],
    "本报记者 张　三": [("记者", "张三")],
    "□ 本报记者 张驰　□ 本报见习记者 李小明": [("记者", "张驰"), ("见习记者", "李小明")],
    "口本报记者 张驰": [("记者", "张驰")],
    "文/本报记者 张三": [("记者", "张三")],
    "本报记者 张三 文/图": [("记者", "张三")],
    "本报驻埃及记者 黄培昭": [("记者", "黄培昭")],
    "记者：张三": [("记者", "张三")],
    "记者张三 李四": [("记者", "张三"), ("记者", "李四")],
    "本报记者张驰李小明": [("记者", "张驰"), ("记者", "李小明")],
    "本报记者 欧阳修文、司马光": [("记者", "欧阳修文"), ("记者", "司马光")],
    "记者 买买提·艾力": [("记者", "买买提·艾力")],
    "特约记者 王五": [("特约记者", "王五")],
    "本报实习生 王一": [("实习生", "王一")],
    "本报記者 陳大文": [("記者", "陳大文")],
    "本报记者 张三 北京报道": [("记者", "张三")],
    "作者：张三": [("作者", "张三")],
    "◎张三": [("", "张三")],
    "本报评论员": [("", "本报评论员")],
    "By Jane Doe, Staff Writer": [("Staff Writer", "Jane Doe")],
    "By JANE DOE": [("", "JANE DOE")],
    "By Jane Doe, John van der Berg and A. B. Smith": [
        ("", "Jane Doe"),
        ("", "John van der Berg"),
        ("", "A. B. Smith"),
    ],
    "Jane Doe, Staff Writer": [("Staff Writer", "Jane Doe")],
    "Staff report": [("", "Staff report")],
    "홍길동 기자": [("기자", "홍길동")],
}

NO_BYLINES = [
    "本报记者了解到",
    "本报记者了解到，夜校近日开课。",
    "记者从会上获悉",
    "记者手记",
    "记者走进工厂",
    "记者节快乐",
    "高温天气 记者 走访",
    "■工会重点工作创新案例",
    "■时事",
    "张三",
    "文化广场",
    "编辑部",
    "整理房间",
    "By the way, the harbour is closed",
    "By noon the harbour was closed",
    "The staff report for duty",
    "",
    " ",
]

CREDITS = {
    "本报记者 彭程 摄": ("摄", "彭程"),
    "（新华社记者 张三 摄）": ("摄", "张三"),
    "彭程摄": ("摄", "彭程"),
    "張三攝": ("攝", "張三"),
    "（中央社記者李四攝）": ("攝", "李四"),
    "张三/摄": ("摄", "张三"),
    "张三 李四 摄": ("摄", "张三、李四"),
    "新华社发（张三 摄）": ("摄", "张三"),
    "制图：李四": ("制图", "李四"),
    "漫画/王五": ("漫画", "王五"),
    "张三 供图": ("供图", "张三"),
    "本报记者 张三 摄影报道": ("摄影报道", "张三"),
    "资料图片": ("图", ""),
    "Photo by Jane Doe": ("photo", "Jane Doe"),
    "Photo by Jane Doe / The Harbour News": ("photo", "Jane Doe"),
    "Jane Doe/The Harbour News": ("photo", "Jane Doe"),
}

NO_CREDITS = [
    "摄影展开幕",
    "图为展览现场",
    "张三摄影展在京开幕，观众很多。",
    "The photo by the door is old.",
    "拍摄",
    "本报记者 张三",
    "图书馆",
]


@pytest.mark.parametrize("line", BYLINES)
def test_a_byline_is_read(line: str) -> None:
    bylines = read_bylines(line, Span(0, len(line)))
    assert [(one.role, one.name) for one in bylines] == BYLINES[line]


@pytest.mark.parametrize("line", NO_BYLINES)
def test_this_is_no_byline(line: str) -> None:
    assert read_bylines(line, Span(0, len(line))) == ()


@pytest.mark.parametrize("line", CREDITS)
def test_a_credit_is_read(line: str) -> None:
    (credit,) = read_credits(line, Span(0, len(line)))
    assert (credit.role, credit.name) == CREDITS[line]
    assert credit.text == line


@pytest.mark.parametrize("line", NO_CREDITS)
def test_this_is_no_credit(line: str) -> None:
    assert read_credits(line, Span(0, len(line))) == ()


def test_organisation_and_place_are_told_apart() -> None:
    (byline,) = read_bylines("本报驻埃及记者 黄培昭", Span(0, 11))
    assert (byline.organisation, byline.place) == ("本报", "埃及")


def test_a_line_of_the_page_has_a_credit_for_each() -> None:
    line = "责任编辑：张三 美编：李四 校对：王五"
    credits = read_credits(line, Span(0, len(line)))
    assert [(one.role, one.text) for one in credits] == [
        ("责任编辑", "责任编辑：张三"),
        ("美编", "美编：李四"),
        ("校对", "校对：王五"),
    ]


@pytest.mark.parametrize(("line", "is_name"), [("张　三", True), ("夜校", False), ("工会", False)])
def test_a_lone_name_needs_a_surname(line: str, is_name: bool) -> None:
    assert bool(lone_name(line, Span(0, len(line)))) is is_name
