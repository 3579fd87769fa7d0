"""Manners of papers that no tuned issue has: tabloids, weeklies, and pages set with an indent."""

from __future__ import annotations

import pytest

from publisher.structure import doubts, read_issue
from publisher.structure.lists import is_list
from publisher.structure.mastheads import as_elsewhere
from publisher.text import Transcript
from tests.structure.reading import article_of, headlines, issue_of

BODY = "The council met on Tuesday and voted to leave the old road as it is."
LEAD = "近日，市总工会在百家企业办起夜校，三百多名职工报名学习。"


def lines(*parts: str) -> str:
    return "\n".join(parts)


def page(*parts: str) -> str:
    return "\n\n".join(parts)


def test_two_labels_with_signs_in_a_row_are_items() -> None:
    (article,) = issue_of(page("# How it works", BODY, "● One sugar: free", "● Two: 1p")).articles
    assert [type(block).__name__ for block in article.body] == ["Paragraph", "ListItems"]


def test_entries_in_blocks_of_their_own_are_a_list_and_two_are_not() -> None:
    days = ["Monday: No school", "Tuesday: Chicken pie", "Friday: Pizza"]
    assert "ListItems" in [type(one).__name__ for one in article_of(page("# Menu", *days)).body]
    few = article_of(page("# Menu", BODY, *days[:2])).body
    assert "ListItems" not in [type(one).__name__ for one in few]


def test_one_label_with_a_sign_stands_over_its_article() -> None:
    text = page("## ●读书角", "### 夜校开课", LEAD, "# 工地送清凉", LEAD)
    assert [str(one.column or "") for one in issue_of(text).articles] == ["读书角", ""]


@pytest.mark.parametrize(
    "rows",
    [
        ["Stars: Page 31", "TV: Pages 34-37", "Sport starts on Page 44"],
        ["Monday: No school", "Tuesday: Chicken pie", "Friday: Pizza"],
        ["02 修钟的人", "03 读者来信"],
        ["Cutbank 6, Fort Hale 2", "East Shore 9, Great Forks 8 (10)"],
    ],
)
def test_entries_are_a_list(rows: list[str]) -> None:
    assert is_list(rows)


@pytest.mark.parametrize(
    "rows",
    [
        ["Lear: Blow, winds", "Fool: Good nuncle, in", "Lear: Rumble thy bellyful"],
        ["We lost in 1997", "and won in 2003, after 14 years"],
        ["Monday: no school", "and on Tuesday pie", "and on Friday pizza"],
        ["12 岁那年", "我离开了家"],
    ],
)
def test_speech_and_verse_are_no_list(rows: list[str]) -> None:
    assert not is_list(rows)


def test_a_deck_stands_over_the_byline_though_subheads_of_its_level_follow() -> None:
    text = page(
        "## Tea tax row brews",
        BODY,
        "## Seagull ate my ring and my pension book",
        "### Widow’s supper ends in a chase",
        "By Kay Rudd",
        BODY,
        "### PECKED CLEAN",
        BODY,
    )
    first, second = issue_of(text).articles
    assert str(first.headline) == "Tea tax row brews"
    assert str(second.headline) == "Seagull ate my ring and my pension book"
    assert str(second.deck) == "Widow’s supper ends in a chase"


def test_articles_with_bylines_under_a_label_are_articles() -> None:
    story = ("### Choir needs basses now", "By Kay Rudd", BODY)
    text = page("## Neighbours of the week", *story, "### Bridge shut", "By Jo Vane", BODY)
    assert headlines(text) == ["Choir needs basses now", "Bridge shut"]


def test_a_bold_label_that_names_no_kind_calls_to_its_article() -> None:
    first, second = issue_of(
        page(
            "**EXCLUSIVE**", "# Doreen hangs up her pole", BODY, "**PUBLIC NOTICE**", "# Bids", BODY
        )
    ).articles
    assert (str(first.kicker), first.column) == ("EXCLUSIVE", None)
    assert (second.kicker, str(second.column)) == (None, "PUBLIC NOTICE")


def test_what_readers_are_asked_stands_in_no_letter() -> None:
    text = page(
        "# LETTERS", "*Write to: Letters, 1 Tanner Street*", "## Parking", BODY, "## Shops", BODY
    )
    assert headlines(text) == ["Parking", "Shops"]
    assert {str(one.column) for one in issue_of(text).articles} == {"LETTERS"}


def test_a_letter_is_signed_behind_its_last_sentence() -> None:
    text = page(
        "LETTERS TO THE EDITOR", "Who took the bench?", "To the Editor:", BODY, "P. Lindqvist"
    )
    article = article_of(page(text, "Cutler Hill"))
    assert [type(one).__name__ for one in article.body[-2:]] == ["Signature", "Signature"]


def test_a_name_in_a_report_signs_nothing() -> None:
    article = article_of(page("# The jury", BODY, "Constance Merrill", BODY))
    assert "Signature" not in [type(one).__name__ for one in article.body]


def test_items_under_a_label_have_run_in_heads() -> None:
    text = page(
        "## AREA BRIEFS", f"**Bridge shut.** {BODY}", f"**Choir sings.** {BODY}", "## Mule", BODY
    )
    assert headlines(text) == ["Bridge shut", "Choir sings", "Mule"]
    assert [one.kind.value for one in issue_of(text).articles] == ["brief", "brief", "brief"]


def test_paragraphs_of_an_article_may_begin_in_bold() -> None:
    text = page("## What the plan holds", f"**Bridge.** {BODY}", f"**Road.** {BODY}")
    assert headlines(text) == ["What the plan holds"]


def test_five_words_between_paragraphs_are_a_headline_and_two_a_subhead() -> None:
    text = page(
        "Fire company answers three calls", BODY, "Parade steps off at ten", BODY, "The mud", BODY
    )
    assert headlines(text) == ["Fire company answers three calls", "Parade steps off at ten"]


def test_a_second_writer_has_a_line_of_her_own() -> None:
    article = article_of(page("# Mill sold", "By Owen Tran\nand Jo Vane", BODY))
    assert [one.name for one in article.bylines] == ["Owen Tran", "Jo Vane"]


def test_a_jump_word_joins_what_no_headline_names() -> None:
    text = "\f".join(
        [
            page(
                "Page 1",
                "# Frost takes the crop",
                "The hill we save as jam, if",
                "Turn to ORCHARD, Page 2",
            ),
            page("Page 2", "# Mule", BODY, "# More", "ORCHARD | From Page 1", "there is sugar."),
        ]
    )
    issue = issue_of(text)
    assert [(one.from_page, one.to_page) for one in issue.continuations] == [(1, 2)]


def test_paragraphs_with_an_indent_tell_what_has_none() -> None:
    text = lines(
        "自来水阶梯价下月起调整",
        f"　　{LEAD}",
        f"　　{LEAD}",
        "黑板上的规矩",
        f"　　{LEAD}",
        "",
        "高温预警昨升级",
        f"　　{LEAD}",
    )
    first, second = issue_of(text).articles
    assert [str(first.headline), str(second.headline)] == [
        "自来水阶梯价下月起调整",
        "高温预警昨升级",
    ]
    assert [type(one).__name__ for one in first.body].count("Subhead") == 1


def test_the_contents_tell_a_short_headline_from_a_label() -> None:
    contents = page("目录", "02 修钟的人\n03 读者来信\n03 旧书店里的地图")
    text = page(contents, "修钟的人", "他用一把锉刀把时间找了回来", "本刊记者 戚晚晴", LEAD)
    index, article = issue_of(text).articles
    assert index.kind.value == "index"
    assert (str(article.headline), str(article.deck)) == ("修钟的人", "他用一把锉刀把时间找了回来")


@pytest.mark.parametrize(
    ("name", "printed"),
    [("THE PILOT", "The Pilot"), ("江城日报", "江城日报"), ("THE HERALD", "THE HERALD")],
)
def test_a_name_in_capitals_is_written_as_in_the_running_heads(name: str, printed: str) -> None:
    assert as_elsewhere("THE PILOT\n\nPage 2  The Pilot\n\nHERALDRY", name) == printed


@pytest.mark.parametrize(
    ("folio", "front"), [("A2", "A1"), ("2A", "1A"), ("03", "01"), ("12", "1"), ("B2", "")]
)
def test_the_front_page_has_the_number_that_is_understood(folio: str, front: str) -> None:
    masthead = "# The Pilot\n\nFriday, May 23, 2025  Vol. 96, No. 118"
    text = f"{masthead}\n\n# Road\n\n{BODY}\f{folio} | Friday, May 23, 2025\n\n# Mule\n\n{BODY}"
    assert issue_of(text).pages[0].printed == front


def test_a_page_without_masthead_has_no_number_but_a_printed_one() -> None:
    text = f"# Road\n\n{BODY}\f2 | Friday, May 23, 2025\n\n# Mule\n\n{BODY}"
    assert issue_of(text).pages[0].printed == ""


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (lines("自来水价下月调整", "水量每户增加两成", "", LEAD), ["PUB060"]),
        (lines("市民等了十一年，昨天走通了", "三条断头路打通", "", LEAD), []),
        (page("# 夜校开课", LEAD, "开班仪式后的夜校", "上，劳模作了讲述。"), ["PUB061"]),
        (page("# 夜校开课", LEAD, "服务热线：0591-0055-8866"), []),
        (
            page("夜校开课", LEAD, "工会干部走进工地为工友送去清凉", LEAD.removeprefix("近日，")),
            ["PUB062"],
        ),
        (page("# 夜校开课", LEAD, "**工会干部走进工地为工友送清凉**", LEAD), []),
    ],
)
def test_what_only_looks_told_is_said(text: str, codes: list[str]) -> None:
    issue = read_issue(Transcript.of(text), id="a", name="a")
    assert [one.code for one in doubts(issue) if one.code.startswith("PUB06")] == codes


def test_a_line_over_a_dateline_is_a_headline_though_a_reader_might_sign_so() -> None:
    issue = issue_of(
        page(
            "市图书馆延长开放",
            f"本报讯（记者 张三）{LEAD}",
            "职工夜校开班",
            f"本报讯（记者 李四）{LEAD}",
        )
    )
    assert [str(one.headline) for one in issue.articles] == ["市图书馆延长开放", "职工夜校开班"]


def test_a_reader_with_a_name_still_signs_a_letter() -> None:
    (article,) = issue_of(page("把操场还给黄昏", LEAD, LEAD, "读者 张三")).articles
    assert type(article.body[-1]).__name__ == "Signature"


def test_a_place_below_a_name_at_the_end_of_a_letter_is_no_dateline() -> None:
    (article,) = issue_of(
        page("Keep the depot", "To the Editor:", BODY, "Ray Tackett\nDALTON FORKS")
    ).articles
    assert article.dateline is None
    assert article.bylines == ()


def test_scores_keep_the_language_of_their_issue_and_a_french_article_its_own() -> None:
    french = "La ferme est à vendre et les voisins ne sont pas contents de la vente qui se fait."
    scores = "Los Angeles 3, San Diego 1; El Paso 4, La Jolla 2; Las Cruces 2, De Soto 1."
    issue = issue_of(page("# Roads", BODY, BODY, BODY, "# Results", scores, "# La ferme", french))
    assert [one.language for one in issue.articles] == ["en", "en", "fr"]
