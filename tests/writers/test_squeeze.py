"""Marks of loose Chinese lines give up their blank halves, and nothing else changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from publisher.model import Issue
from publisher.writers.lines.squeeze import FIFTH, narrowed, squeezable, squeezes
from tests.quality.typesetting import faults, lines_of
from tests.writers import issues
from tests.writers.pages import body_lines


@pytest.mark.parametrize(
    "text",
    ["工会会员", "（工会", "“工会", "工会！工会？", "1,234.5", "工会，”“"],
    ids=["no mark", "opening bracket", "opening quote", "centred marks", "Western", "quote last"],
)
def test_other_signs_give_nothing(text: str) -> None:
    assert not squeezable(text)


def test_a_mark_beside_another_is_squeezed_by_the_font_only() -> None:
    assert squeezable("他说，“好。”") == (6,)


def test_no_mark_gives_more_than_its_half() -> None:
    assert squeezes("工会，工会。", 1.0) == {5: 0.5, 2: 0.5}
    assert squeezes("工会，工会。", 1.01) is None
    assert squeezes("工会工会", 0.1) is None


def test_no_space_gives_more_than_a_fifth() -> None:
    assert narrowed("one two three", 2 * FIFTH) == {3: FIFTH, 7: FIFTH}
    assert narrowed("one two three", 2 * FIFTH + 0.01) is None
    assert narrowed("word ", 0.01) is None


# Written alike in Taiwan and on the mainland.
LOOSE = "我不去了他不再去上班，今天大家已不在工地，不要再去上班今天大家已走了。" * 5


def test_the_box_of_a_squeezed_last_mark_ends_with_its_line(
    pdf_of: Callable[[Issue], Path],
) -> None:
    pdf = pdf_of(issues.many_lines())
    with pikepdf.open(pdf) as file:
        spacings = [
            float(operands[0])
            for page in file.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "Tc"
        ]
    assert spacings
    # Each mark's own spacing is given back after it.
    assert all(spacing < 0 for spacing in spacings[::2])
    assert not any(spacings[1::2])
    assert len(spacings) % 2 == 0
    full = [line for line in body_lines(pdf) if not line.text.endswith("结束。")]
    for column in (0, 1, 2):
        rights = [line.right for line in full if line.column == column]
        assert max(rights) - min(rights) < 0.5


def found_in(language: str) -> Counter[str]:
    paper = issues.issue(issues.article(1, "一", LOOSE, LOOSE), language=language)
    lines = lines_of(paper, "gazette")
    assert len(lines) > 20
    return faults(lines)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_lines_stay_flush(language: str) -> None:
    found = found_in(language)
    assert not found["not flush"] and not found["over its edge"] and not found["overlapping"]
