"""Footnotes: found by Markdown's signs or by their place, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from publisher.model import Article, ListItems, NoteReference, inlines_of, leaves, plain
from publisher.structure import doubts
from tests.structure.reading import article_of, issue_of


def noted(article: Article) -> list[tuple[str, str]]:
    return [(note.mark, plain(note.content)) for note in article.footnotes]


def references(article: Article) -> list[tuple[str, int, bool]]:
    return [
        (leaf.mark, leaf.note, leaf.again)
        for block in article.body
        for leaf in leaves(inlines_of(block))
        if isinstance(leaf, NoteReference)
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [("①", "②"), ("[1]", "[2]"), ("［1］", "［2］"), ("〔1〕", "〔2〕"), ("¹", "²"), ("*", "**")],
)
def test_notes_at_the_end_with_their_marks_above_are_notes(first: str, second: str) -> None:
    text = (
        f"# 夜校记\n\n近日，夜校{first}开课，学员很高兴。\n\n“求学圆梦”{second}行动覆盖全市。\n\n"
        f"{first} 夜校：晚间开办的学校。\n\n{second} 求学圆梦：总工会的行动。"
    )
    article = article_of(text)
    assert noted(article) == [
        (first, "夜校：晚间开办的学校。"),
        (second, "求学圆梦：总工会的行动。"),
    ]
    assert references(article) == [(first, 1, False), (second, 2, False)]
    assert [one.text for one in article.paragraphs] == [
        "近日，夜校开课，学员很高兴。",
        "“求学圆梦”行动覆盖全市。",
    ]


def test_notes_in_lines_that_follow_each_other_are_notes() -> None:
    text = "# 记\n\n近日，夜校①开课，学员②很高兴。\n\n①夜校：晚间开办。\n②学员：职工。"
    assert noted(article_of(text)) == [("①", "夜校：晚间开办。"), ("②", "学员：职工。")]


def test_the_signs_of_markdown_tell_a_note_wherever_it_stands() -> None:
    text = (
        "# The old ferry\n\nIt was sold.\n\nThe ferry, built in Cork,[^2] carried forty[^a]\n\n"
        "[^2]: Harbour log, 1902, p. 17.\n\npassengers a day.[^2]\n\n"
        "[^a]: Not counting the **crew**."
    )
    article = article_of(text)
    assert noted(article) == [
        ("2", "Harbour log, 1902, p. 17."),
        ("a", "Not counting the crew."),
    ]
    assert references(article) == [("2", 1, False), ("a", 2, False), ("2", 1, True)]
    _, whole = article.paragraphs
    assert whole.text == "The ferry, built in Cork, carried forty passengers a day."


def test_a_mark_leads_to_the_next_note_of_its_name() -> None:
    text = "# A\n\nOne.[^1]\n\n[^1]: First note.\n\nTwo.[^1]\n\n[^1]: Second note."
    assert references(article_of(text)) == [("1", 1, False), ("1", 2, False)]


def test_each_page_of_an_article_has_its_own_notes() -> None:
    text = (
        "# 记\n\n近日，夜校①开课，学员很高兴。\n\n①夜校：晚间开办。\f"
        "到了晚上，老师①也来了，课堂里很热闹。\n\n①老师：志愿者。"
    )
    article = issue_of(text).articles[0]
    assert noted(article)[0] == ("①", "夜校：晚间开办。")


def test_notes_are_counted_through_the_issue() -> None:
    text = "# A\n\nOne.[^1]\n\n[^1]: First note.\n\n# B\n\nTwo.[^1]\n\n[^1]: Second note."
    issue = issue_of(text)
    assert [note.number for one in issue.articles for note in one.footnotes] == [1, 2]


def test_a_mark_and_a_note_without_each_other_are_doubts() -> None:
    issue = issue_of("# A\n\nOne word.[^1]\n\n[^2]: A note that nothing leads to.")
    assert [one.code for one in doubts(issue, "a.md")] == ["PUB014", "PUB015"]
    (note,) = issue.articles[0].footnotes
    assert not note.referred
    assert "[^1]" in issue.articles[0].paragraphs[0].text


@pytest.mark.parametrize(
    "body",
    [
        # An enumeration, in the text and below it.
        "会议提出三点要求：①加强组织；②抓好落实。\n\n①加强组织。\n\n②抓好落实。",
        "办法如下。\n\n①报名。\n\n②上课。",
        "办法①如下，见附件。\n\n②上课。\n\n③回家。",
        # The marks stand in another order than the notes, or one is missing.
        "办法②如下，要求①在后，大家记好。\n\n①报名。\n\n②上课。",
        "办法①如下，大家记好。\n\n①报名。\n\n②上课。",
        # A mark stands twice.
        "办法①如下，要求①在后，大家记好。\n\n①报名。",
        # The notes aren't at the end.
        "办法①如下，大家记好。\n\n①报名。\n\n请大家准时到场，不要迟到，谢谢。",
        # Bold text that was cut.
        "本报**讯近日，夜校开课，大家记好。\n\n**新华社报道说，学员很高兴。",
        # Multiplication, a list of one item, a bracket that is no mark.
        "面积为5*3平方米，大家记好。\n\n* 报名。",
        "他说 [1] 是对的，大家记好。\n\n[2] 报名。",
    ],
)
def test_what_isnt_surely_a_note_stays_what_it_was(body: str) -> None:
    article = article_of(f"# 夜校记\n\n{body}")
    assert article.footnotes == ()
    assert references(article) == []


def test_a_list_stays_a_list() -> None:
    article = article_of("# 夜校记\n\n办法如下。\n\n①报名。\n\n②上课。")
    assert [type(block) for block in article.body][-1] is ListItems
