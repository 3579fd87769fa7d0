"""Each theme with whole issues: valid, in black, the same to the byte, and laid out as it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from publisher.config import Settings
from publisher.model import Issue, PrintSettings
from publisher.pipeline import build, read_issue
from publisher.preflight.epub import check_epubs
from publisher.preflight.pdf import check_pdf
from publisher.preflight.verapdf import check_flavours
from publisher.theme.fonts import fetch
from tests.conftest import ROOT
from tests.writers.inks import inks, without_slug
from tests.writers.pages import overprinted, poppler, words_of

THEMES = ("gazette", "magazine", "book")
ISSUES = {
    "seed": ROOT / "seeds" / "000_4ff8259dd7ecf7f0.txt",
    "chinese": ROOT / "tests" / "structure" / "issues" / "chinese-daily" / "issue",
    "english": ROOT / "tests" / "structure" / "issues" / "english-daily" / "issue",
}
EACH = [(theme, name) for theme in THEMES for name in ISSUES]

Built = Callable[[str, str, str], Path]


@cache
def whole(name: str) -> Issue:
    issue = read_issue(ISSUES[name], Settings())
    fetch(issue.language)
    return issue


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """An edition of an issue by a theme in a format, made once."""

    @cache
    def make(theme: str, name: str, format: str) -> Path:
        folder = tmp_path_factory.mktemp(f"{theme}-{name}")
        (edition,) = build(whole(name), [format], folder, theme=theme)
        return folder / edition.name

    return make


def printed(folder: Path, name: str, theme: str = "gazette", **told: object) -> Path:
    pages = PrintSettings(**told)  # type: ignore[arg-type]
    (edition,) = build(whole(name), ["pdf"], folder, theme=theme, pages=pages)
    return folder / edition.name


def sizes(pdf: Path) -> set[tuple[int, int]]:
    """The sizes of the pages in mm."""
    with pikepdf.open(pdf) as file:
        return {
            (round(float(box[2]) * 25.4 / 72), round(float(box[3]) * 25.4 / 72))
            for box in (page.mediabox for page in file.pages)
        }


@pytest.mark.parametrize(("theme", "name"), EACH)
def test_the_pdf_for_reading_is_for_everyone_and_for_keeping(
    theme: str, name: str, built: Built
) -> None:
    assert check_flavours(built(theme, name, "pdf")) == ()


@pytest.mark.parametrize(("theme", "name"), EACH)
def test_the_printers_copy_is_black_alone_and_passes_its_preflight(
    theme: str, name: str, built: Built, tmp_path: Path
) -> None:
    pdf = built(theme, name, "print")
    assert check_pdf(pdf, "print") == ()
    assert {tuple(page[:3]) for page in inks(without_slug(pdf, tmp_path))} == {(0, 0, 0)}


def test_the_epubs_of_each_theme_pass_epubcheck(built: Built) -> None:
    books = [built(theme, name, "epub") for theme, name in EACH]
    found = {one.code for faults in check_epubs(books) for one in faults}
    # The seed says nothing of its publisher and its day.
    assert found <= {"PUB075", "PUB077"}
    assert len({book.read_bytes() for book in books}) == len(books)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("format", ["epub", "pdf", "print"])
def test_a_second_build_is_the_same_to_the_byte(theme: str, format: str, built: Built) -> None:
    (again,) = build(whole("seed"), [format], theme=theme, dry_run=True)
    assert again.content == built(theme, "seed", format).read_bytes()


@pytest.mark.parametrize("theme", THEMES)
def test_every_paragraph_and_headline_is_there(theme: str, built: Built) -> None:
    said = "".join(poppler("pdftotext", "-raw", built(theme, "seed", "pdf"), "-").split())
    for article in whole("seed").articles:
        assert "".join(str(article.headline).split()) in said
        # Lines part a text at a page's end only, where the running heads come between.
        for paragraph in article.paragraphs:
            assert "".join(paragraph.text.split())[:12] in said


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_lies_on_anything(theme: str, built: Built) -> None:
    assert overprinted(built(theme, "english", "pdf")) == []


def test_an_article_that_goes_on_says_where_and_no_other(built: Built) -> None:
    pdf = built("gazette", "chinese", "pdf")
    pages = poppler("pdftotext", "-raw", pdf, "-").split("\f")[:-1]
    on = {n for n, page in enumerate(pages, start=1) if f"下转第{n + 1}版" in page}
    back = {n for n, page in enumerate(pages, start=1) if f"上接第{n - 1}版" in page}
    assert 1 in on
    assert {n + 1 for n in on} == back
    assert len(on) < len(pages)
    for number in back:
        (headline,) = re.findall(r"上接第\d+版 (.+)", pages[number - 1])
        # It began before, and doesn't begin again.
        assert "".join(headline.split()) in "".join("".join(pages[: number - 1]).split())
        assert pages[number - 1].count(headline) == 1
    # What the source printed of its own pages is gone.
    assert sum(page.count("下转") for page in pages) == len(on)


def test_the_contents_of_many_articles_leave_the_front_page_to_the_news(built: Built) -> None:
    front = poppler("pdftotext", "-raw", "-l", "1", built("gazette", "chinese", "pdf"), "-")
    assert "目录" not in front
    assert "百万产业工人有了" in front
    assert "综合 4" in " ".join(front.split())
    assert "目录" in poppler("pdftotext", "-l", "1", built("gazette", "seed", "pdf"), "-")


def test_a_magazine_begins_with_its_cover_and_the_contents(built: Built) -> None:
    pdf = built("magazine", "english", "pdf")
    pages = poppler("pdftotext", "-raw", pdf, "-").split("\f")
    assert "The Harbor Ledger" in pages[0]
    assert "PORT MERROW" not in pages[0]
    assert "Contents" in pages[1]
    assert "PORT MERROW" in pages[2]


def test_a_book_has_its_notes_at_the_foot_of_the_page(built: Built) -> None:
    pdf = built("book", "chinese", "pdf")
    assert sizes(pdf) == {(148, 210)}
    words = words_of(pdf)
    (note,) = (word for word in words if word.text.startswith("（作者系江城钢铁集团"))
    below = [
        word
        for word in words
        if word.page == note.page and word.top > note.bottom and not word.text.isdecimal()
    ]
    assert below == []


@pytest.mark.parametrize(
    ("page", "columns", "size", "most"),
    [
        ("tabloid", 5, (280, 432), 142),
        ("A3", 6, (297, 420), 124),
        ("200 x 260 mm", 4, (200, 260), 115),
    ],
)
def test_pages_are_as_large_and_have_as_many_columns_as_asked_for(
    page: str, columns: int, size: tuple[int, int], most: float, tmp_path: Path
) -> None:
    pdf = printed(tmp_path, "seed", page=page, columns=columns)
    assert sizes(pdf) == {size}
    words = words_of(pdf)
    body = [word for word in words if abs(word.bottom - word.top - 15.1) < 0.2]
    lefts = {round(word.left) for word in body if word.right - word.left > most * 0.6}
    assert len({round(left / most) for left in lefts}) >= columns


def test_a_colour_is_set_and_printed(tmp_path: Path) -> None:
    pages = PrintSettings(colour="#9e1b1b")
    (edition,) = build(whole("seed"), ["print"], tmp_path, pages=pages)
    first = inks(without_slug(tmp_path / edition.name, tmp_path))[0]
    assert min(first[1:3]) > 0


def test_kinds_of_type_are_those_asked_for(tmp_path: Path) -> None:
    pdf = printed(tmp_path, "seed", text="sans", headlines="sans")
    assert "Serif" not in poppler("pdffonts", pdf)


def test_what_is_asked_for_counts_in_the_digest() -> None:
    told = replace(Settings(), print=PrintSettings(columns=4))
    assert told.digest != Settings().digest
