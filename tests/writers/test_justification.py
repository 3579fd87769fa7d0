"""Justified Chinese: what the rules share out, and what is measured on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import weasyprint
from hypothesis import example, given
from hypothesis import strategies as st
from weasyprint.draw import text as draw_text
from weasyprint.layout import inline
from weasyprint.pdf.stream import Stream
from weasyprint.text import line_break

from publisher.errors import BuildError
from publisher.model import Issue
from publisher.writers.lines.justification import (
    BETWEEN_SCRIPTS,
    CAP,
    Slots,
    is_gap,
    is_slot,
    shares,
    slots,
)
from publisher.writers.lines.layout import justified_han
from tests.writers import issues
from tests.writers.pages import Line, body_lines, poppler

EDGE = 0.5
NEVER_FIRST = "，。、；：？！）》」』】〉〕”’…"
NEVER_LAST = "（《「『【〈〔“‘"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Slots()),
        ("工", Slots()),
        ("Trade Union", Slots(spaces=(5,))),
        ("工会", Slots(plain=(0,))),
        ("工 会", Slots(spaces=(1,))),
        ("——工", Slots(plain=(1,))),
        ("2025年", Slots(gaps=(3,))),
        ("年，5", Slots(plain=(0, 1))),
        ("聆听\u200b“三", Slots(plain=(0, 1, 3))),
        ("模\u2060式", Slots(plain=(0,))),
        ("한국", Slots()),
    ],
)
def test_where_a_text_may_be_stretched(text: str, expected: Slots) -> None:
    assert slots(text) == expected


def test_a_slot_may_lie_between_two_boxes() -> None:
    assert slots("2025", "年") == Slots(gaps=(3,))
    assert slots("工会", "IP") == Slots(plain=(0,), gaps=(1,))
    assert slots("工会", " ") == Slots(plain=(0,))


@pytest.mark.parametrize("pair", ["“工", "年“", "，2", "年%", "１年", "年ア", "다年", "年 "])
def test_marks_and_other_scripts_are_no_gap(pair: str) -> None:
    assert not is_gap(*pair)


@given(st.text(max_size=30))
def test_slots_lie_inside_the_text_and_never_twice(text: str) -> None:
    found = slots(text, "会")
    indexes = [*found.plain, *found.gaps, *found.spaces]
    assert len(set(indexes)) == len(indexes)
    assert all(0 <= index < len(text) for index in indexes)


@given(st.floats(0, 20), st.integers(0, 20), st.integers(0, 40), st.booleans())
@example(0.48046875, 7, 1, True)
def test_shares_never_exceed_what_is_missing_or_the_cap(
    missing: float, gaps: int, others: int, full: bool
) -> None:
    gap, other = shares(missing, gaps, others, full)
    assert 0 <= gap <= CAP
    assert 0 <= other <= CAP
    if gaps + others:
        assert gap * gaps + other * others <= missing + 1e-9
    if not full:
        assert (other, gap) == (0, min(BETWEEN_SCRIPTS, missing / gaps) if gaps else 0)
    elif others and missing <= CAP * (gaps + others):
        assert gap * gaps + other * others == pytest.approx(missing)


def test_runs_of_one_sign_are_never_torn() -> None:
    assert not is_slot("—", "—")
    assert not is_slot("…", "…")
    assert is_slot("…", "工")


def test_weasyprint_is_as_before_afterwards() -> None:
    def state() -> tuple[object, ...]:
        layout = inline.text_align, inline.split_first_line, inline.get_next_linebox
        drawing = draw_text.draw_text_decoration, Stream.marked
        return *layout, line_break.Layout.get_first_line, *drawing

    before = state()
    with justified_han():
        assert not set(state()) & set(before)
    assert state() == before
    with pytest.raises(ZeroDivisionError), justified_han():
        raise ZeroDivisionError
    assert state() == before


def test_another_weasyprint_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    with pytest.raises(BuildError, match=r"71\.0.*needs 70\.0") as raised, justified_han():
        pass
    assert raised.value.remedy


@pytest.fixture(scope="module")
def long_text(pdf_of: Callable[[Issue], Path]) -> Path:
    """The PDF of many lines."""
    return pdf_of(issues.many_lines())


@pytest.fixture(scope="module")
def lines(long_text: Path) -> list[Line]:
    """Its body lines."""
    found = body_lines(long_text)
    assert len(found) > 400
    return found


def edges(lines: list[Line]) -> dict[int, float]:
    return {
        column: max(line.right for line in lines if line.column == column)
        for column in {line.column for line in lines}
    }


def test_every_line_but_a_paragraphs_last_is_flush_right(lines: list[Line]) -> None:
    edge = edges(lines)
    short = [line for line in lines if edge[line.column] - line.right > EDGE]
    assert all(line.text.endswith("结束。") for line in short)
    assert len(short) <= sum(line.text.endswith("结束。") for line in lines)


def test_every_line_is_flush_left_but_for_the_indent(lines: list[Line]) -> None:
    left = {
        column: min(line.left for line in lines if line.column == column) for column in edges(lines)
    }
    offsets = Counter(round(line.left - left[line.column]) for line in lines)
    assert set(offsets) <= {0, 21}


def test_no_line_begins_or_ends_with_a_mark_that_may_not(lines: list[Line]) -> None:
    assert [line for line in lines if line.text[0] in NEVER_FIRST] == []
    assert [line for line in lines if line.text[-1] in NEVER_LAST] == []


def test_no_last_line_is_a_lone_character(lines: list[Line]) -> None:
    last = [line for line in lines if line.text.endswith("束。")]
    assert [line for line in last if len(line.text) < 3] == []


def test_lines_of_neighbouring_columns_meet(lines: list[Line]) -> None:
    for page in {line.page for line in lines}:
        tops = {line.top for line in lines if line.page == page}
        assert all((top - min(tops) + 0.1) % 17 < 0.2 for top in tops)


def test_extracted_lines_have_no_false_spaces(long_text: Path) -> None:
    text = poppler("pdftotext", long_text, "-")
    body = text.partition("长文")[2].partition("长文")[2].partition("版本说明")[0]
    assert len(body) > 7000
    # The line that says where an article comes from has a space of its own.
    body = re.sub(r"上接第\d+版 长文", "", body)
    assert re.findall(r"[一-鿿，。、0-9“”] [一-鿿0-9“]", body) == []
