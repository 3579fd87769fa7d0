"""An issue is read as its editors made it: sections, articles, and their fields."""

from __future__ import annotations

import pytest

from publisher.model import (
    ArticleKind,
    Caption,
    Gap,
    InlineGap,
    ListItems,
    Note,
    Signature,
    Subhead,
    Table,
    Verse,
    plain,
)
from publisher.structure import doubts
from tests.structure.reading import article_of, fields, headlines, issue_of

BODY = "近日，市总工会在百家企业办起夜校，三百多名职工报名学习。"
MORE = "课程由职工点单，工会接单，每周开两次课。"


def page(*blocks: str) -> str:
    return "\n\n".join(blocks)


# The issue


def test_date_number_and_name_are_those_printed() -> None:
    masthead = "劳动时报\n\n2025年5月20日 星期二 农历四月廿三 总第8888期 今日8版\n\n第01版：要闻"
    issue = issue_of(page(masthead, "# 夜校开课", BODY))
    assert (issue.title.name, issue.date, issue.number) == ("劳动时报", "2025-05-20", "8888")
    assert headlines(issue.text) == ["夜校开课"]


def test_an_english_masthead() -> None:
    issue = issue_of(
        page(
            "# The Harbour News",
            "Tuesday, May 20, 2025 · No. 1234",
            "## Ferry fares to rise",
            "Fares rise by 5 per cent, the operator said on Tuesday.",
        )
    )
    assert (issue.title.name, issue.date, issue.number) == (
        "The Harbour News",
        "2025-05-20",
        "1234",
    )
    assert issue.language == "en"


@pytest.mark.parametrize(
    "text", ["2025年5月20日，夜校开课。", "夜校将于2025年5月20日开课", "第13版画展"]
)
def test_a_date_in_the_text_is_not_the_issues(text: str) -> None:
    issue = issue_of(page("# 夜校开课", BODY, text, MORE))
    assert (issue.date, issue.number) == ("", "")
    assert text in [plain(getattr(block, "content", ())) for block in issue.articles[0].body]


def test_a_date_below_a_letter_signs_it() -> None:
    article = article_of(
        page("# 声明", "本公司印章遗失，特此声明作废。", "陈红有限公司", "2025年3月8日")
    )
    assert [type(block) for block in article.body[-2:]] == [Signature, Signature]
    assert article.kind is ArticleKind.NOTICE
    assert issue_of(page("# 声明", "印章遗失。", "2025年3月8日")).date == ""


def test_a_page_label_in_the_middle_is_furniture_and_the_page_goes_on() -> None:
    issue = issue_of(page("# 夜校开课", BODY, "第02版：综合", MORE))
    assert len(issue.articles) == 1
    assert [
        one.origin.of(issue.text) for one in issue.omissions if one.reason == "page furniture"
    ] == ["第02版：综合"]


# Headings


def test_a_slogan_over_the_page_is_its_banner() -> None:
    issue = issue_of(page("# 奋进新征程 建功新时代", "## 夜校开课", BODY, "## 工地送清凉", MORE))
    assert str(issue.banner) == "奋进新征程 建功新时代"
    assert headlines(issue.text) == ["夜校开课", "工地送清凉"]


def test_a_headline_with_its_own_text_is_no_banner() -> None:
    issue = issue_of(page("# 奋进新征程 建功新时代", BODY, "## 夜校开课", MORE))
    assert issue.banner is None
    assert headlines(issue.text) == ["奋进新征程 建功新时代"]


def test_a_column_holds_until_the_next_heading_of_its_level() -> None:
    issue = issue_of(
        page("## ■创新案例", "### 夜校开课", BODY, "### 工地送清凉", MORE, "## 歌咏比赛举办", BODY)
    )
    assert [str(article.column or "") for article in issue.articles] == ["创新案例", "创新案例", ""]


def test_an_unsigned_label_holds_for_one_article() -> None:
    issue = issue_of(page("■创新案例", "## 夜校开课", BODY, "## 工地送清凉", MORE))
    assert [str(article.column or "") for article in issue.articles] == ["创新案例", ""]


def test_a_label_in_brackets_before_a_headline_is_a_column() -> None:
    assert fields(article_of(page("## 【工会新闻】夜校开课", BODY)))["column"] == "工会新闻"


@pytest.mark.parametrize("label", ["一线", "北京经验", "基层 经验"])
def test_a_kicker_stands_over_the_next_article_only(label: str) -> None:
    issue = issue_of(page(f">> {label} <<", "## 夜校开课", BODY, "## 工地送清凉", MORE))
    assert [str(article.kicker or "") for article in issue.articles] == [label, ""]


def test_an_unsigned_line_over_a_headline_is_its_kicker() -> None:
    issue = issue_of(page("## 夜校开课", BODY, "送清凉 护安全", "## 工地来了医疗队", MORE))
    assert [str(article.kicker or "") for article in issue.articles] == ["", "送清凉 护安全"]


def test_half_a_sentence_over_a_headline_is_no_kicker() -> None:
    issue = issue_of(page("## 夜校开课", "近日，市总工会在百家企业办起", "## 工地来了医疗队", MORE))
    assert issue.articles[1].kicker is None


def test_a_deck_is_a_short_line_below_the_headline() -> None:
    article = article_of(page("## 夜校开课", "三百名职工报名 课程由职工点单", f"本报讯 {BODY}"))
    assert str(article.deck) == "三百名职工报名 课程由职工点单"
    assert [one.text for one in article.paragraphs] == [BODY]


@pytest.mark.parametrize("deck", ["### ——首批职工圆了大学梦", "——首批职工圆了大学梦"])
def test_a_deck_with_a_dash(deck: str) -> None:
    assert str(article_of(page("## 市总工会办起夜校", deck, BODY)).deck) == "——首批职工圆了大学梦"


@pytest.mark.parametrize(
    "blocks",
    [
        ("## 夜校开课", BODY, MORE),
        ("## 夜校开课", "职工夜校近日开课"),
        ("## 夜校开课", "本报讯 夜校开课", MORE),
        ("## 夜校开课", "近日，市总工会着力⟦gap⟧", MORE),
    ],
)
def test_this_has_no_deck(blocks: tuple[str, ...]) -> None:
    assert article_of(page(*blocks)).deck is None


def test_deeper_headings_below_text_are_subheads() -> None:
    article = article_of(page("## 夜校开课", BODY, "### 课程丰富", MORE, "### 职工欢迎", MORE))
    assert [one.text for one in article.body if isinstance(one, Subhead)] == [
        "课程丰富",
        "职工欢迎",
    ]


def test_a_deeper_heading_over_a_dateline_is_an_article() -> None:
    text = page("## 夜校开课", BODY, "### 工地送清凉", f"本报讯（记者 张三）{MORE}")
    assert headlines(text) == ["夜校开课", "工地送清凉"]


@pytest.mark.parametrize("subhead", ["一、课程丰富", "（一）课程丰富", "课程丰富 职工欢迎"])
def test_an_unsigned_line_between_paragraphs_is_a_subhead(subhead: str) -> None:
    article = article_of(page("## 夜校开课", BODY, subhead, MORE))
    assert [one.text for one in article.body if isinstance(one, Subhead)] == [subhead]


NO_SUBHEADS = [
    "在接下来的课上，职工们",
    "一、课程由职工点单，工会接单。",
    "掌声响起来。",
    "各位代表！",
    "“夜校真好”",
    "为什么要办夜校？",
]


@pytest.mark.parametrize("line", NO_SUBHEADS)
def test_this_is_no_subhead(line: str) -> None:
    article = article_of(page("## 夜校开课", BODY, line, MORE))
    assert not [one for one in article.body if isinstance(one, Subhead)]


def test_plain_text_without_signs_has_headlines_too() -> None:
    issue = issue_of(
        page(
            "市总工会办起职工夜校",
            f"本报讯（记者 张三）{BODY}",
            MORE,
            "教师来自高校",
            MORE,
            "区总工会夏送清凉进工地",
            "——三百名职工受益",
            "6月1日，区总工会把饮料送到工地。",
        )
    )
    assert headlines(issue.text) == ["市总工会办起职工夜校", "区总工会夏送清凉进工地"]
    assert [one.text for one in issue.articles[0].body if isinstance(one, Subhead)] == [
        "教师来自高校"
    ]
    assert str(issue.articles[1].deck) == "——三百名职工受益"


# People and sources in an article


def test_writers_and_pictures_in_one_line_are_told_apart() -> None:
    found = fields(article_of(page("## 夜校开课", "文/本报记者 刘芳 图/周明", BODY)))
    assert found["bylines"] == [{"role": "记者", "name": "刘芳"}]
    assert found["credits"] == [{"role": "图", "name": "周明", "text": "图/周明"}]


def test_a_byline_in_brackets_at_the_end() -> None:
    found = fields(article_of(page("## 夜校开课", f"{BODY}（记者 张三 通讯员 李四）")))
    assert [one["name"] for one in found["bylines"]] == ["张三", "李四"]
    assert found["paragraphs"] == [BODY]


@pytest.mark.parametrize("source", ["转自《中工网》", "（据新华社）", "来源：中工网"])
def test_a_source_is_a_field(source: str) -> None:
    found = fields(article_of(page("## 夜校开课", BODY, source)))
    assert found["source_credit"]["text"] == source
    assert found["paragraphs"] == [BODY]


@pytest.mark.parametrize("line", ["本报记者了解到，夜校很受欢迎。", "据新华社报道，夜校近日开课。"])
def test_sentences_stay_sentences(line: str) -> None:
    found = fields(article_of(page("## 夜校开课", BODY, line)))
    assert found["paragraphs"] == [BODY, line]
    assert not found["bylines"]
    assert not found["source_credit"]


def test_briefs_without_headlines_part_at_their_datelines() -> None:
    issue = issue_of(page("## 【简讯】", f"本报讯（记者 张三）{BODY}", f"本报讯 {MORE}"))
    assert [str(article.column) for article in issue.articles] == ["简讯", "简讯"]
    assert [article.kind for article in issue.articles] == [ArticleKind.BRIEF] * 2


def test_an_agency_quoted_later_begins_no_article() -> None:
    text = page("## 夜校开课", f"本报讯（记者 张三）{BODY}", f"据新华社电 {MORE}")
    assert headlines(text) == ["夜校开课"]


def test_a_label_in_a_heading_is_a_kicker() -> None:
    assert str(article_of(page("## >> 一线 <<", "### 夜校开课", BODY)).kicker) == "一线"


@pytest.mark.parametrize("line", ["（本报记者 张三）", "(记者张三)"])
def test_a_byline_in_brackets_has_a_line_of_its_own(line: str) -> None:
    found = fields(article_of(page("## 夜校开课", BODY, line)))
    assert (found["bylines"], found["paragraphs"]) == ([{"role": "记者", "name": "张三"}], [BODY])


def test_words_before_a_photo_credit_are_a_caption() -> None:
    article = article_of(page("## 夜校开课", BODY, "职工在夜校学习书法。 本报记者 赵强 摄", MORE))
    assert isinstance(article.body[1], Caption)
    assert article.credits[0].text == "本报记者 赵强 摄"


@pytest.mark.parametrize("line", ["他说：“这张照片是我拍摄。”", "展品由青年工匠设计。张三 设计"])
def test_this_is_no_caption(line: str) -> None:
    article = article_of(page("## 夜校开课", BODY, line, MORE))
    assert not [one for one in article.body if isinstance(one, Caption)]


def test_a_position_below_the_name_belongs_to_it() -> None:
    text = page("## Harbour win the cup", "By Jane Doe\nStaff Writer", "They won on Saturday.")
    found = fields(article_of(text))
    assert found["bylines"] == [{"role": "Staff Writer", "name": "Jane Doe"}]
    assert (found["deck"], found["paragraphs"]) == (None, ["They won on Saturday."])


def test_an_english_article() -> None:
    found = fields(
        article_of(
            page(
                "## Council delays harbour vote",
                "*Residents asked for more time to read the plan*",
                "By Jane Doe, Staff Writer",
                "KINGSTON, June 2 — The council voted on Monday to delay the plan.",
                "Boats wait in the harbour on Monday. Photo by John Roe",
                "(Continued on Page A4)",
            )
        )
    )
    assert found["deck"] == "Residents asked for more time to read the plan"
    assert found["bylines"] == [{"role": "Staff Writer", "name": "Jane Doe"}]
    assert found["dateline"] == "KINGSTON, June 2 —"
    assert found["paragraphs"] == ["The council voted on Monday to delay the plan."]
    assert found["credits"][0]["name"] == "John Roe"


# Blocks


def test_lost_text_between_and_inside_paragraphs() -> None:
    article = article_of(page("# 夜校开课", "市总工会着力⟦gap⟧", "题，以座谈⟦gap⟧进行。"))
    assert [type(block).__name__ for block in article.body] == ["Paragraph", "Gap", "Paragraph"]
    assert isinstance(article.body[1], Gap)
    assert isinstance(article.paragraphs[1].content[1], InlineGap)


def test_blocks_of_every_sort() -> None:
    article = article_of(
        page(
            "# 夜校开课",
            BODY,
            "- 电焊\n- 叉车",
            "|项目|名次|\n|--|--|\n|电焊|1|",
            "风从江面上来\n带着稻花的香\n我把名字写在船头",
            "图为展览现场。 赵强 摄",
            "编者按：夜校很受欢迎。",
            MORE,
        )
    )
    assert [type(block) for block in article.body[1:6]] == [ListItems, Table, Verse, Caption, Note]
    assert article.credits[0].name == "赵强"


def test_a_numbered_paragraph_is_no_list() -> None:
    article = article_of(page("# 夜校开课", BODY, "1.2亿元已经到位。", MORE))
    assert len(article.paragraphs) == 3


def test_escapes_and_lone_signs_are_text() -> None:
    article = article_of(page("# 夜校开课", "2\\*3 等于 2*3，**不是粗体，这是正文。"))
    assert article.paragraphs[0].text == "2*3 等于 2*3，**不是粗体，这是正文。"


# Odd inputs


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("\n\n\f\n", 0),
        ("近日，夜校开课。", 1),
        ("# 一\n\n# 二\n\n# 三", 3),
        ("#\r\n\r\n**", 1),
    ],
)
def test_odd_texts_are_read(text: str, count: int) -> None:
    assert len(issue_of(text).articles) == count


def test_text_without_a_headline_is_one_article() -> None:
    article = article_of(page(BODY, MORE))
    assert article.headline is None
    assert len(article.paragraphs) == 2


def test_a_label_without_article_is_kept_and_doubted() -> None:
    issue = issue_of(page("# 夜校开课", BODY, "## ■工会新闻"))
    assert [str(article.column or "") for article in issue.articles] == ["", "工会新闻"]
    assert [one.code for one in doubts(issue)] == ["PUB007"]


def test_a_page_end_does_not_end_an_article() -> None:
    issue = issue_of(f"# 夜校开课\n\n{BODY}\f{MORE}")
    assert len(issue.articles) == 1
    assert len(issue.pages) == 2


def test_a_weekday_alone_is_text() -> None:
    issue = issue_of("# 夜校课表\n\n星期二\n\n电焊与叉车驾驶两门课程同时开讲。")
    assert [one.reason for one in issue.omissions] == ["layout sign"]
