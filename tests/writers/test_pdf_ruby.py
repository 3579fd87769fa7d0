"""Readings stand above the middle of their characters, in the order of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.theme import find_theme, stylesheet
from publisher.theme.fonts import fetch
from publisher.writers.pdf import set_page
from publisher.writers.pdf_ruby import place_readings
from tests.writers.pages import text_of, words_of

RUBY = "<ruby>{}<rp>《</rp><rt>{}</rt><rp>》</rp></ruby>"


def pdf(folder: Path, *paragraphs: str) -> Path:
    """The PDF of Japanese paragraphs, in markup."""
    fetch("ja")
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    page = (
        '<html lang="ja"><head><meta charset="utf-8"/><title>-</title></head>'
        f'<body><div class="text">{body}</div></body></html>'
    )
    style = stylesheet(find_theme("gazette"), "print.css")
    path = folder / "ruby.pdf"
    path.write_bytes(
        set_page(
            place_readings(page),
            style,
            "ja",
            lambda document: document.write_pdf(pdf_variant="pdf/a-3a"),
            variant="pdf/a-3a",
        )
    )
    return path


@pytest.mark.parametrize(
    ("base", "reading"),
    [("憂鬱", "ゆううつ"), ("東京", "とうきょう"), ("承", "うけたまわ"), ("飛行機", "ひ")],
)
def test_a_reading_stands_above_its_characters(base: str, reading: str, tmp_path: Path) -> None:
    words = {word.text: word for word in words_of(pdf(tmp_path, RUBY.format(base, reading)))}
    below, above = words[base], words[reading]
    assert abs((below.left + below.right) - (above.left + above.right)) / 2 < 0.5
    # Poppler's boxes are 1.437 em high: .27 em above the em square, .17 em below it.
    assert above.bottom - 0.17 * 5.25 <= below.top + 0.27 * 10.5
    assert above.bottom > below.top


def test_readings_move_no_line(tmp_path: Path) -> None:
    text = "首相は{}な顔で、{}都の補正予算案を{}った。" * 6
    pairs = [("憂鬱", "ゆううつ"), ("東京", "とうきょう"), ("承", "うけたまわ")] * 6
    made = pdf(tmp_path, text.format(*(RUBY.format(*pair) for pair in pairs)))
    tops = sorted({round(word.top, 1) for word in words_of(made) if "は" in word.text})
    assert all((top - tops[0] + 0.1) % 17 < 0.2 for top in tops)
    assert text_of(made).startswith("首相は憂鬱ゆううつな顔で、東京とうきょう都の")


@pytest.mark.parametrize("page", ["<ruby>漢字</ruby>", "漢字《かんじ》", "<rt>かんじ</rt>"])
def test_other_markup_is_left_alone(page: str) -> None:
    assert place_readings(page) == page
