"""Articles that go on on other pages: put together where the ends answer, left as two where not."""

from __future__ import annotations

import pytest

from publisher.model import ContinuationStatement, PageTurn
from publisher.structure import Statements, doubts, read_issue
from publisher.text import Transcript
from tests.structure.reading import issue_of

LEAD = "改革举措已在五个区试点，三百多家企业报名参加，下一步将"
REST = "扩大到全市范围，年底前实现街道全覆盖。"
OTHER = "夜校课程由职工点单、工会接单，每周开两次课，三百多人报名。"


def paper(*pages: str) -> str:
    return "\f".join(pages)


def first(jump: str = "（下转第三版）", text: str = LEAD) -> str:
    return f"第01版：要闻\n\n# 改革试点\n\n本报讯 {text}\n\n{jump}\n\n# 夜校开课\n\n{OTHER}"


def third(jump: str = "（上接第一版）", head: str = "", text: str = REST) -> str:
    head = f"# {head}\n\n" if head else ""
    return f"第03版：综合\n\n{head}{jump}\n\n{text}\n\n# 歌咏比赛\n\n{OTHER}"


def headlines(text: str) -> list[str]:
    return [str(article.headline or "") for article in issue_of(text).articles]


SECOND = f"第02版：综合\n\n# 书屋揭牌\n\n{OTHER}"


@pytest.mark.parametrize("head", ["", "改革试点", "改革试点再扩大"])
def test_parts_whose_jump_lines_answer_are_one_article(head: str) -> None:
    issue = issue_of(paper(first(), SECOND, third(head=head)))
    assert headlines(issue.text) == ["改革试点", "夜校开课", "书屋揭牌", "歌咏比赛"]
    article = issue.articles[0]
    assert article.paragraphs[0].text == LEAD + REST
    assert article.pages == (1, 3)
    assert article.section == "要闻"
    (turn,) = (one for one in article.paragraphs[0].content if isinstance(one, PageTurn))
    assert (turn.page, turn.label) == (3, "03")
    (continuation,) = issue.continuations
    assert (continuation.from_page, continuation.to_page) == (1, 3)
    assert continuation.matched_by == "markers"
    assert not [one for one in doubts(issue) if one.code in {"PUB010", "PUB011"}]


def test_a_whole_paragraph_before_the_jump_stays_one() -> None:
    issue = issue_of(paper(first(text=f"{LEAD}推开。"), SECOND, third()))
    assert [one.text for one in issue.articles[0].paragraphs] == [f"{LEAD}推开。", REST]


def test_without_its_other_end_a_jump_line_is_doubted() -> None:
    issue = issue_of(paper(first(), SECOND))
    assert [one.code for one in doubts(issue)] == ["PUB010"]
    assert issue.articles[0].paragraphs[0].text == LEAD
    alone = issue_of(paper(SECOND, third()))
    assert "PUB011" in [one.code for one in doubts(alone)]


def test_a_jump_head_alone_tells_where_it_goes_on() -> None:
    page = f"第03版：综合\n\n# 改革试点\n\n{REST}\n\n# 歌咏比赛\n\n{OTHER}"
    issue = issue_of(paper(first(), SECOND, page))
    assert [one.matched_by for one in issue.continuations] == ["jump head"]


def test_where_two_parts_answer_none_is_taken() -> None:
    two = third() + f"\n\n（上接第一版）\n\n{REST}"
    issue = issue_of(paper(first(), SECOND, two))
    assert issue.continuations == ()
    assert {"PUB010", "PUB011"} <= {one.code for one in doubts(issue)}


def test_a_jump_to_another_page_than_the_part_stands_on_is_not_taken() -> None:
    issue = issue_of(paper(first("（下转第二版）"), SECOND, third()))
    assert issue.continuations == ()


@pytest.mark.parametrize("line", ["（全文见第三版）", "（相关报道见第三版）"])
def test_a_refer_is_no_continuation(line: str) -> None:
    issue = issue_of(paper(first(line, f"{LEAD}推开。"), SECOND, third(jump="")))
    assert issue.continuations == ()
    assert not [one for one in doubts(issue) if one.code == "PUB010"]


def test_jump_words_tell_two_continuations_apart() -> None:
    front = (
        "A1 | THE HARBOR LEDGER | Tuesday, May 20, 2025\n\n"
        "## Ferry line asks for a boat\n\nThe ferry line asked the state for\n\nSee FERRY, A4\n\n"
        "## Council puts off pier vote\n\nThe council put off a vote on\n\nSee COUNCIL, A4"
    )
    back = (
        "A4 | THE HARBOR LEDGER | Tuesday, May 20, 2025\n\n"
        "## Council\n\nCOUNCIL, from Page A1\n\nthe new pier until June.\n\n"
        "## Ferry\n\nFERRY, from Page A1\n\na second boat on Monday."
    )
    texts = [article.paragraphs[0].text for article in issue_of(paper(front, back)).articles]
    assert texts == [
        "The ferry line asked the state for a second boat on Monday.",
        "The council put off a vote on the new pier until June.",
    ]


def test_the_editor_tells_what_goes_on_where_and_what_does_not() -> None:
    text = paper(first("（全文见第三版）"), SECOND, third(jump="", head="后续"))
    stated = Statements(continuations=(ContinuationStatement("改革试点", "后续"),))
    issue = read_issue(Transcript.of(text), id="a", name="a", stated=stated)
    assert issue.articles[0].paragraphs[0].text == LEAD + REST
    assert [one.matched_by for one in issue.continuations] == ["the editor"]
    apart = Statements(continuations=(ContinuationStatement("改革试点", "改革试点二", apart=True),))
    text = paper(first(), SECOND, third(head="改革试点二"))
    assert read_issue(Transcript.of(text), id="a", name="a", stated=apart).continuations == ()


def test_parts_that_lead_to_each_other_in_a_ring_end() -> None:
    one = f"第01版：要闻\n\n# 改革试点\n\n（上接第三版）\n\n{LEAD}\n\n（下转第三版）"
    two = f"第03版：综合\n\n# 改革试点\n\n（上接第一版）\n\n{REST}\n\n（下转第一版）"
    assert len(issue_of(paper(one, two)).articles) == 1
