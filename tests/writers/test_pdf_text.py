"""Where lines may break in print, and where they may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from publisher.writers.pdf_text import (
    BREAK,
    JOIN,
    break_beside_tags,
    keep_last_pairs,
    set_text,
    without_marks,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("聆听“三个精神”主题", "聆听|“三个精神”|主题"),
        ("“开学”“上课”", "“开学”|“上课”"),
        ("《“十四五”规划》", "《“十四五”|规划》"),
        ("“工”字", "“工”|字"),
        ("“会展”IP", "“会展”|IP"),
    ],
)
def test_a_line_may_break_beside_chinese_quotation_marks(text: str, expected: str) -> None:
    assert set_text(text).replace(BREAK, "|") == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "他说：好”，",
        "“开班”。",
        "（“开班”）",
        "the council’s “plan” isn’t",
        "rock ’n’ roll",
        "«походить на маппетов»",
        "„wütend“ nach",
        "2025年",
        "5 men, 3 kmers, 4 times",
        "第 5 次",
        "a—b",
    ],
)
def test_nothing_is_marked_where_a_line_may_not_break(text: str) -> None:
    assert set_text(text) == escape(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 km from", "5 |km from"),
        ("12 m² und 3,5 %", "12 |m² und 3,5 |%"),
        ("20 ℃", "20 |℃"),
        ("€ 5", "€ |5"),
        ("« Oui », dit-il ; non !", "« |Oui |», dit-il |; non |!"),
        ("Да — нет", "Да |— нет"),
    ],
)
def test_a_sign_stays_beside_what_it_belongs_to(text: str, expected: str) -> None:
    assert set_text(text).replace(JOIN, "|") == expected


@given(st.text(alphabet=st.characters(exclude_characters=f"{BREAK}{JOIN}")))
def test_the_marks_come_off_again(text: str) -> None:
    assert without_marks(str(set_text(text))) == str(escape(text))


@pytest.mark.parametrize(
    "page",
    [
        "<em>求学”</em>，近年",
        "（<em>“求学”</em>）",
        "<p>工会</p><p>“求学”</p>",
        "<em>the “plan”</em> is",
    ],
)
def test_no_line_breaks_beside_other_tags(page: str) -> None:
    assert break_beside_tags(page) == page


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>创新工作模式。</p>", "<p>创新工作模|式。</p>"),
        ("<p>共上“开学第一课”。</p>", "<p>共上“开学第一|课”。</p>"),
        ("<p>発表した。</p>", "<p>発表し|た。</p>"),
        ("<p>말했다.</p>", "<p>말했|다.</p>"),
        ("<p>是吗？！”</p>", "<p>是|吗？！”</p>"),
        ("<p>减200元。</p>", "<p>减200|元。</p>"),
        ("<p>言った。&#34;</p>", "<p>言っ|た。&#34;</p>"),
        ("<p><strong>模式。</strong></p>", "<p><strong>模|式。</strong></p>"),
        ("<li>模式</li>", "<li>模|式</li>"),
        (f"<p>“听诊”{BREAK}的。</p>", "<p>“听诊”|的。</p>"),
        ("<p>《办法》的。</p>", "<p>《办法》|的。</p>"),
        ("<p>of the EU.</p>", "<p>of the |EU.</p>"),
    ],
)
def test_the_last_two_characters_stay_together(page: str, expected: str) -> None:
    assert keep_last_pairs(page).replace(JOIN, "|") == expected


@pytest.mark.parametrize(
    "page", ["", "<p></p>", "<p>好。</p>", "<p>增长3%。</p>", "<p>The end.</p>", "<h2>北京</h2>"]
)
def test_other_endings_are_left_alone(page: str) -> None:
    assert keep_last_pairs(page) == page
