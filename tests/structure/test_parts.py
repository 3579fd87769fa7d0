"""The small parts: furniture, sources, jump lines labels, languages, doubts, the outline."""

from __future__ import annotations

import json

import pytest

from publisher.model import Article, Issue, Phrase
from publisher.structure import doubts, to_json
from publisher.structure.columns import read_column
from publisher.structure.furniture import read_furniture
from publisher.structure.jump_lines import is_jump_line
from publisher.structure.language import language_of
from publisher.structure.notes import is_note, is_summary
from publisher.structure.sources import read_source
from publisher.text import Span
from tests.structure.reading import issue_of

DATES = {
    "2025年5月20日 星期二": "2025-05-20",
    "二〇二五年五月二十日": "2025-05-20",
    "2025-05-20": "2025-05-20",
    "2025年10月1日 农历八月初十 第01版：要闻": "2025-10-01",
    "Tuesday, May 20, 2025": "2025-05-20",
    "20 May 2025": "2025-05-20",
}


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize("line", DATES)
def test_a_line_of_furniture_tells_the_date(line: str) -> None:
    told = read_furniture(line, whole(line))
    assert told is not None
    assert told.date == DATES[line]


@pytest.mark.parametrize(
    "line",
    [
        "2025年5月20日，夜校开课",
        "2025年5月20日开课",
        "2025年13月40日",
        "2025年2月30日",
        "夜校",
        "May Day",
    ],
)
def test_this_is_no_furniture(line: str) -> None:
    assert read_furniture(line, whole(line)) is None


SOURCES = {
    "转自《中工网》": "中工网",
    "（转自《中工网》）": "中工网",
    "摘自《读者》2025年第5期": "读者",
    "（据新华社）": "新华社",
    "据《人民日报》报道": "人民日报",
    "来源：人民网": "人民网",
    "（本报综合）": "本报综合",
    "Source: Reuters": "Reuters",
    "(AP)": "AP",
}


@pytest.mark.parametrize("line", SOURCES)
def test_a_source_is_named(line: str) -> None:
    source = read_source(line, whole(line))
    assert source is not None
    assert (source.name, source.text) == (SOURCES[line], line)


@pytest.mark.parametrize(
    "line",
    [
        "据悉夜校开课",
        "据新华社报道，夜校近日开课。",
        "据《人民日报》报道，夜校近日开课。",
        "转载请注明出处",
        "转自动化设备",
        "来源于生活的艺术",
        "选自己的路",
        "（见图）",
    ],
)
def test_this_is_no_source(line: str) -> None:
    assert read_source(line, whole(line)) is None


@pytest.mark.parametrize(
    ("line", "jumps"),
    [
        ("（下转第二版）", True),
        ("上接第1版", True),
        ("紧接第3版", True),
        ("（全文见第4版）", True),
        ("Continued on Page A4", True),
        ("See COUNCIL, A4", True),
        ("(Continued from Page A1)", True),
        ("下转型的企业", False),
        ("See the harbour at night", False),
        ("Continued on the road to peace", False),
    ],
)
def test_jump_lines(line: str, jumps: bool) -> None:
    assert is_jump_line(line, whole(line)) is jumps


@pytest.mark.parametrize("line", ["A04 文体", "第3版 综合", "第A04版：要闻", "责编 张三 第2版"])
def test_page_labels(line: str) -> None:
    told = read_furniture(line, whole(line))
    assert told is not None
    assert told.page


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("■工会重点工作创新案例", "工会重点工作创新案例"),
        ("【工会新闻】", "工会新闻"),
        ("◆ 一线 ◆", "一线"),
        ("■夜校开课了。", None),
        ("【工会新闻】夜校开课", None),
        ("夜校", None),
    ],
)
def test_column_heads(line: str, label: str | None) -> None:
    found = read_column(line, whole(line))
    assert (found.of(line) if found else None) == label


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("编者按：夜校受到欢迎。", True),
        ("【编者按】夜校受到欢迎。", True),
        ("Editor’s note: The port is closed.", True),
        ("（作者系北京大学教授）", True),
        ("编者按时交稿。", False),
        ("更正规的夜校来了。", False),
        ("链接起千家万户。", False),
    ],
)
def test_notes(line: str, note: bool) -> None:
    assert is_note(line, whole(line)) is note


def test_summaries() -> None:
    assert is_summary("核心提示：夜校受到欢迎。", Span(0, 12))
    assert not is_summary("导读书目受到欢迎。", Span(0, 9))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("近日，市总工会办起夜校。", "zh-Hans"),
        ("近日，市總工會辦起夜校。", "zh-Hant"),
        ("市立図書館は一日、夜間の開館を始めた。", "ja"),
        ("시립 도서관이 어제부터 밤에도 문을 열었다.", "ko"),
        ("Городская библиотека открыта вечером.", "ru"),
        ("The council voted to delay the plan.", "en"),
        ("Der Rat hat den Plan für die Stadt verschoben.", "de"),
        ("Le conseil a reporté le projet dans la ville.", "fr"),
        ("El consejo aplazó el plan de la ciudad.", "es"),
        ("公司引进 Check List 系统 OA 办公", "zh-Hans"),
        ("12:30", ""),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


def test_an_article_in_another_language_says_so() -> None:
    text = (
        "# 夜校开课\n\n近日，市总工会在百家企业办起夜校，三百多名职工报名学习。\n\n"
        "# Harbour plan delayed\n\nThe council voted on Monday to delay the plan for the harbour."
    )
    assert [article.language for article in issue_of(text).articles] == ["zh-Hans", "en"]


def small_issue() -> Issue:
    return issue_of("# 夜校开课\n\n近日，夜校开课。\n\n本报记者 张三 摄")


def test_doubts_have_codes_and_places() -> None:
    twice = "# 夜校开课\n\n本报记者 张三\n\n近日，夜校开课。（记者 张三）"
    found = doubts(issue_of(f"本报记者 李四 摄\n\n{twice}\n\n# 工地送清凉"), "a.txt")
    assert [one.code for one in found] == ["PUB004", "PUB005", "PUB003"]
    assert {one.where for one in found} == {"a.txt"}
    assert doubts(small_issue()) == ()


def test_the_outline_is_json_with_every_field_in_a_stable_order() -> None:
    issue = small_issue()
    value = json.loads(json.dumps(to_json(issue)))
    assert list(value)[:5] == ["id", "name", "language", "articles", "text"]
    (article,) = value["articles"]
    assert article["headline"] == {"type": "Phrase", "text": "夜校开课", "origin": [2, 6]}
    assert article["body"][0]["content"][0]["type"] == "Text"
    assert set(article) == {"type", *Article.__slots__}


def test_a_phrase_keeps_the_mark_of_lost_text() -> None:
    (article,) = issue_of("# 夜校⟦gap⟧开课\n\n近日，夜校开课。").articles
    assert article.headline == Phrase("夜校⟦gap⟧开课", Span(2, 11))
