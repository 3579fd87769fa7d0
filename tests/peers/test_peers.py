"""What others are given is the whole paper, and what is said of their lines is so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from publisher.pipeline import build
from publisher.preflight.words import Word
from publisher.theme.fonts import fetch
from tests.peers import FOLDER, lines, paper
from tests.peers.lines import Setting, setting
from tests.peers.paper import Paper, Piece, Story
from tests.peers.pictures import LIMIT
from tests.peers.setters import SETTERS
from tests.writers.issues import chinese_issue

SMALL = Paper("报 & 纸", (Story("一 <b>", (Piece("#1. 说"), Piece("", rows=(("a", "b|"),)))),))


def test_a_paper_is_read_from_a_book_with_all_its_text(tmp_path: Path) -> None:
    issue = chinese_issue()
    fetch(issue.language)
    (edition,) = build(issue, ["epub"], tmp_path)
    told = paper.from_epub(tmp_path / edition.name, "报")
    assert len(told.stories) == len(issue.articles)
    assert told.stories[0].headline == issue.articles[0].headline.text
    assert all("".join(one.text.split()) in told.text for one in issue.articles[0].paragraphs)


def test_the_same_pieces_stand_in_html_and_typst(tmp_path: Path) -> None:
    paper.write_html(SMALL, tmp_path / "a.html", columns=2)
    page = (tmp_path / "a.html").read_text("utf-8")
    assert '<h2>一 &lt;b&gt;</h2><div class="text"><p>#1. 说</p>' in page
    assert "<tr><td>a</td><td>b|</td></tr>" in page
    assert "column-count: 2" in page
    assert (tmp_path / "NotoSerifSC_400Regular.ttf").is_file()
    markup = paper.as_typst(SMALL, columns=2)
    assert "== 一 \\<b\\>\n\n\\#1\\. 说\n\n#table(columns: 2, [a],[b|],)" in markup
    assert "columns: 2)" in markup
    assert SMALL.text == "一<b>#1.说ab|"


def column(texts: list[str], stretched: float = 0.0, short: float = 0.0) -> Iterator[Word]:
    """Lines of 10 em of 10 points, wider than their characters, narrower than their column."""
    for number, text in enumerate(texts):
        width = 10 * len(text) + stretched * (len(text) - 1) - short * (number % 2)
        yield Word(50, 17.0 * number, 50 + width, 17.0 * number + 14.4, text)


def measured(words: Iterator[Word], monkeypatch: pytest.MonkeyPatch) -> Setting:
    monkeypatch.setattr(lines, "_pages", lambda _: iter([list(words)]))
    return setting(Path())


FLUSH = ["围绕产业链分层分类开"] * 9


def test_lines_that_are_set_flush_and_tight_are_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    assert measured(column(FLUSH), monkeypatch) == Setting(8, 0, 0)


def test_a_line_that_ends_early_is_ragged(monkeypatch: pytest.MonkeyPatch) -> None:
    assert measured(column(FLUSH, short=3), monkeypatch) == Setting(8, 0, 4)


def test_a_line_with_holes_is_loose(monkeypatch: pytest.MonkeyPatch) -> None:
    # Nine characters over the width of ten.
    loose = [Word(50, 200 + 17.0 * n, 150, 214.4 + 17 * n, "围绕产业链分层分") for n in range(2)]
    found = measured(iter([*column(FLUSH), *loose]), monkeypatch)
    assert (found.loose, found.ragged) == (1, 0)


def test_the_page_shows_each_program_with_a_small_picture() -> None:
    page = (FOLDER / "README.md").read_text("utf-8")
    for name in SETTERS:
        assert f"({name.lower()}.png)" in page
        assert (FOLDER / f"{name.lower()}.png").stat().st_size <= LIMIT
