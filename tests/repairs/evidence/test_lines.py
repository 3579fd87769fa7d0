"""Lines, blocks and paragraphs as views on a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.repairs.evidence.line_blocks import blocks, width_of
from publisher.repairs.evidence.paragraphs import paragraphs
from publisher.repairs.evidence.standing_lines import removal, standing_lines

_TEXTS = st.text("一a \n\f\t\u3000", max_size=40)


@given(_TEXTS)
def test_every_sign_stands_in_one_paragraph_in_order(text: str) -> None:
    spans = list(paragraphs(text))
    assert spans == sorted(spans)
    outside = "".join(
        text[a:b]
        for a, b in zip(
            [0, *(span.end for span in spans)],
            [*(span.start for span in spans), len(text)],
            strict=True,
        )
    )
    assert not outside.strip()
    assert all(span.of(text) == span.of(text).strip() for span in spans)


@given(_TEXTS)
def test_a_block_is_two_lines_or_more_of_one_paragraph(text: str) -> None:
    spans = list(paragraphs(text))
    for block in blocks(text):
        assert len(block) > 1
        whole = [span for span in spans if span.covers(block[0].span)]
        assert all(whole[0].covers(line.span) for line in block)
        assert all(line.span.of(text) == line.text for line in block)


@given(_TEXTS)
def test_taking_out_a_standing_line_takes_nothing_else(text: str) -> None:
    for line in standing_lines(text):
        span = removal(text, line.span)
        assert span.covers(line.span)
        assert span.of(text).strip() == line.text


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("a\n\n41\n\nb", ["a", "41", "b"]),
        ("a\n41\nb", []),
        ("a\n \n41\n\t\nb", ["a", "41", "b"]),
        ("a\f41\fb", ["a", "41", "b"]),
        ("a\n41", []),
    ],
)
def test_a_line_is_alone_between_blank_lines_or_page_ends(text: str, alone: list[str]) -> None:
    assert [line.text for line in standing_lines(text) if line.alone] == alone


def test_a_line_knows_its_page_and_its_place_on_it() -> None:
    lines = list(standing_lines("a\nb\fc\nd\ne"))
    assert [(line.text, line.page, line.top, line.foot) for line in lines] == [
        ("a", 1, 0, 1),
        ("b", 1, 1, 0),
        ("c", 2, 0, 2),
        ("d", 2, 1, 1),
        ("e", 2, 2, 0),
    ]


@pytest.mark.parametrize(
    ("line", "unit"),
    [("报道 IP", 2), ("“报道”", 3), ("报，道", 4), ("IP 报", 2), ("IP报", 2), ("한국 것", 4)],
)
def test_what_could_not_be_parted_from_a_lines_start(line: str, unit: int) -> None:
    (block,) = blocks(f"一\n{line}")
    assert block[1].first_unit == unit


def test_east_asian_signs_are_two_wide() -> None:
    assert width_of("报 IP、한") == 9
