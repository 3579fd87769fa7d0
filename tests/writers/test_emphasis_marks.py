"""Emphasis marks stand at the characters, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from publisher.model import Emphasis, Issue, Paragraph, Text
from publisher.preflight.verapdf import check_flavours
from tests.writers import issues
from tests.writers.issues import NOWHERE
from tests.writers.pages import body_lines, poppler, text_of

PdfOf = Callable[[Issue], Path]


def emphasized(before: str, text: str, after: str) -> Paragraph:
    parts = Text(before, NOWHERE), Emphasis((Text(text, NOWHERE),), NOWHERE), Text(after, NOWHERE)
    return replace(issues.paragraph(""), content=parts)


def dots(pdf: Path) -> int:
    """How many circles the pages show; nothing else of them is drawn with curves."""
    with pikepdf.open(pdf) as file:
        curves = [
            operator
            for page in file.pages
            for _, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "c"
        ]
    return len(curves) // 4


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh-Hans", "全国工会", 4),
        ("zh-Hans", "2024年，全国“求学”", 5),
        ("zh-Hans", "全国工会" * 20, 80),
        ("ja", "補正予算の案", 6),
        ("en", "very important", 0),
    ],
)
def test_each_character_has_a_mark(language: str, text: str, expected: int, pdf_of: PdfOf) -> None:
    paper = issues.issue(
        issues.article(1, "題", emphasized("発表、", text, "。")), language=language
    )
    if language == "en":
        paper = issues.issue(issues.article(1, "A", emphasized("It is ", text, ".")), language="en")
    pdf = pdf_of(paper)
    assert dots(pdf) == expected
    assert "".join(text.split()) in text_of(pdf)


def test_they_change_neither_the_lines_nor_what_a_validator_finds(pdf_of: PdfOf) -> None:
    text = issues.PARAGRAPH
    marked = pdf_of(issues.issue(issues.article(1, "题", emphasized("", text * 3, ""))))
    plain = pdf_of(issues.issue(issues.article(1, "题", text * 3)))
    assert [line.text for line in body_lines(marked)] == [line.text for line in body_lines(plain)]
    assert check_flavours(marked) == ()


def test_a_line_may_break_after_an_emphasized_quotation(pdf_of: PdfOf) -> None:
    paper = issues.issue(
        issues.article(1, "题", emphasized("共有", "2024年，全国“求学”", issues.PARAGRAPH))
    )
    assert body_lines(pdf_of(paper))[0].text == "共有2024年，全国“求学”"


def test_words_are_emphasized_in_a_face_that_is_there(pdf_of: PdfOf) -> None:
    pdf = pdf_of(
        issues.issue(issues.article(1, "A", emphasized("It is ", "so", ".")), language="en")
    )
    names = {row.split()[0].partition("+")[2] for row in poppler("pdffonts", pdf).splitlines()[2:]}
    assert "Noto-Serif-Bold" in names
    assert not any("Oblique" in name or "Italic" in name for name in names)
