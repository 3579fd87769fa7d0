"""Mastheads, folios and imprints: what each line says, and what is none."""

from __future__ import annotations

import pytest

from publisher.structure.furniture import Furniture, read_furniture
from publisher.structure.imprint import is_imprint
from publisher.structure.page_lines import read_pages
from publisher.text import Span
from tests.structure.reading import issue_of

BODY = "夜校课程由职工点单、工会接单，每周开两次课，三百多名职工报名，场场坐满。"


def told(line: str) -> Furniture | None:
    return read_furniture(line, Span(0, len(line)))


@pytest.mark.parametrize(
    ("line", "page", "section"),
    [
        ("第01版：要闻", "01", "要闻"),
        ("A04 要闻 2025年5月20日 星期二", "A04", "要闻"),
        ("要闻 01", "01", "要闻"),
        ("第三版 副刊 二〇二五年五月二十日", "3", "副刊"),
        ("A05 工友周刊·人物 2025年5月20日", "A05", "工友周刊·人物"),
        ("2025年5月20日 星期二 第12版", "12", ""),
        ("A4 | THE HARBOR LEDGER | Tuesday, May 20, 2025", "A4", ""),
        ("Tuesday, May 20, 2025 | Local & State | A4", "A4", "Local & State"),
        ("B2 SPORTS", "B2", "SPORTS"),
    ],
)
def test_a_folio_tells_page_and_section(line: str, page: str, section: str) -> None:
    said = told(line)
    assert said is not None
    assert (said.page, said.section) == (page, section)


@pytest.mark.parametrize(
    "line",
    [
        "夜校开课",
        "张三 摄",
        "2025年5月20日，夜校开课。",
        "第8版《江城工人文艺》付印那天，是排字房最后一次用铅字。",
        "第13版画展",
        "要闻",
        "12",
        "Port Merrow     000 110 4    6   9   1",
        "Hale Academy    3    11   .214",
        "NOAA reports fog",
        "做了二十年责编的方先生从编辑部下来。",
        "工会新闻部主任 张三",
    ],
)
def test_this_is_no_furniture(line: str) -> None:
    assert told(line) is None


def test_editors_are_told_by_role_with_padded_names() -> None:
    said = told("本版责编：叶知秋　美编：秦小雨、王五　校对 汪　洁")
    assert said is not None
    assert [(one.role, one.name) for one in said.editors] == [
        ("责编", "叶知秋"),
        ("美编", "秦小雨"),
        ("美编", "王五"),
        ("校对", "汪洁"),
    ]


def test_a_pages_writers_are_told() -> None:
    said = told("本版文/本报记者 高原 苏晓禾 图/本报记者 尤佳")
    assert said is not None
    assert [(one.role, one.name) for one in said.editors] == [
        ("文", "高原"),
        ("文", "苏晓禾"),
        ("图", "尤佳"),
    ]
    assert told("文/本报记者 常青 图/本报记者 尤佳") is None


def test_the_masthead_tells_of_the_paper() -> None:
    issue = issue_of(
        "# 江城工报\nJIANGCHENG WORKERS' DAILY\n\n2025年5月20日 星期二 总第9218期 今日8版\n"
        "国内统一连续出版物号 CN 42-0987 邮发代号 37-88\n江城市总工会主管主办 江城工报社出版\n\n"
        f"# 夜校开课\n\n{BODY}"
    )
    title = issue.title
    assert (title.name, title.name_en) == ("江城工报", "JIANGCHENG WORKERS' DAILY")
    assert (title.cn, title.postal_code) == ("CN 42-0987", "37-88")
    assert (title.sponsor, title.publisher) == ("江城市总工会", "江城工报社")
    assert (issue.date, issue.number) == ("2025-05-20", "9218")
    assert [str(article.headline) for article in issue.articles] == ["夜校开课"]


def test_a_nameplate_needs_its_issues_number() -> None:
    issue = issue_of(f"# 夜校开课\n\n2025年5月20日\n\n{BODY}")
    assert str(issue.articles[0].headline) == "夜校开课"
    assert issue.title.name == ""


def test_a_date_inside_the_text_tells_nothing_of_its_page() -> None:
    (page,) = read_pages(f"# 夜校\n\n{BODY}\n\n要闻 12\n\n2025年3月8日")
    assert (page.printed, page.section) == ("", "")


def test_a_sections_name_below_the_folio_is_the_pages() -> None:
    issue = issue_of(f"第02版 2025年5月20日\n\n# 综合\n\n## 夜校开课\n\n{BODY}")
    assert issue.pages[0].section == "综合"
    assert issue.articles[0].column is None
    without = issue_of(f"# 综合\n\n## 夜校开课\n\n{BODY}")
    assert str(without.articles[0].column) == "综合"


@pytest.mark.parametrize(
    ("line", "imprint"),
    [
        ("本报地址：江城市沿江大道88号　邮政编码：430099　电话：8276-0001", True),
        ("广告热线：8276-0002　发行热线：8276-0003　印刷：江城日报印务中心", True),
        ("扫码看“图书吊车”视频", True),
        ("报名地址：工人大道工人文化宫二楼　咨询电话：8276-5566", False),
        ("扫码入会的职工越来越多，三个月里增加了两千人，工会驿站也因此添了人手。", False),
    ],
)
def test_an_imprint_is_of_no_article(line: str, imprint: bool) -> None:
    assert is_imprint(line, Span(0, len(line))) is imprint
