"""A theme can't lose a text, and can't make a page that isn't XML."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.errors import BuildError
from publisher.model import Emphasis, Paragraph, Strong, Verse
from publisher.theme import Theme, find_theme
from publisher.writers.epub import write_epub
from publisher.writers.epub_wholeness import check_page
from tests.issues import HERE, article, everything, issue, provenance, words


def page(body: str) -> bytes:
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'.encode()


@pytest.fixture
def gazette(tmp_path: Path) -> Theme:
    """A copy of the shipped theme, to be spoilt."""
    return Theme("copy", Path(shutil.copytree(find_theme("gazette").root, tmp_path / "copy")))


@pytest.mark.parametrize(
    "body",
    [
        "<h1>题</h1><p>一</p><p>二</p>",
        "<h1>题</h1><p>前 一</p>\n<ul><li>二</li></ul>",
        "<p>一</p><p>二</p><h1>题</h1>",
        "<h1>题</h1><p><b>一</b>后</p><p><i>二</i></p>",
    ],
)
def test_a_page_with_every_text_in_order_is_whole(body: str) -> None:
    check_page("a.xhtml", page(body), article(1, "题", "一", "二"))


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        ("<h1>题</h1><p>一</p>", "二"),
        ("<h1>题</h1><p>二</p><p>一</p>", "二"),
        ("<p>一</p><p>二</p>", "题"),
        ("", "题"),
    ],
)
def test_a_page_that_misses_or_disorders_a_text_is_not(body: str, lost: str) -> None:
    with pytest.raises(BuildError, match=f"leaves out '{lost}'"):
        check_page("a.xhtml", page(body), article(1, "题", "一", "二"))


def test_a_text_that_stands_twice_has_to_stand_twice() -> None:
    with pytest.raises(BuildError, match="leaves out"):
        check_page("a.xhtml", page("<h1>题</h1><p>一</p>"), article(1, "题", "一", "一"))


def test_text_inside_dress_and_lines_counts() -> None:
    dressed = Paragraph((Strong((Emphasis(words("深"), HERE),), HERE),), HERE)
    one = replace(article(1, "题"), body=(dressed, Verse((words("风"), words("雨")), HERE)))
    check_page("a.xhtml", page("<h1>题</h1><p>深</p><p>风<br/>雨</p>"), one)
    with pytest.raises(BuildError, match="'深'"):
        check_page("a.xhtml", page("<h1>题</h1><p>风<br/>雨</p>"), one)


def test_what_cannot_be_shown_is_whole_as_its_replacement() -> None:
    check_page("a.xhtml", page("<h1>题</h1><p>前\ufffd后</p>"), article(1, "题", "前\0后"))


def test_lost_text_is_no_text() -> None:
    shown = page("<h1>甲〔此处原文缺失〕乙</h1>")
    check_page("a.xhtml", shown, article(1, "甲⟦gap⟧乙"))


@pytest.mark.parametrize(
    "part",
    [
        '<p class="kicker">{{ set(article.kicker.text) }}</p>',
        '<p class="credit">{{ set(credit.text) }}</p>',
        "<li>{{ inlines(item, words, set) }}</li>",
        "{{ figure(block, words, set, shown) }}",
        ' <span class="by">{{ set(credit.text) }}</span>',
        "<td>{{ set(cell) }}</td>",
        "{{ inlines(inline.children, words, set) }}",
        '<span class="dateline">{{ set(article.dateline.raw) }}</span>',
    ],
)
def test_a_theme_that_leaves_a_part_out_fails_the_build(gazette: Theme, part: str) -> None:
    template = gazette.root / "article.j2"
    before = template.read_text("utf-8")
    assert part in before
    template.write_text(before.replace(part, ""), "utf-8")
    with pytest.raises(BuildError, match=r"article-0001\.xhtml: the theme leaves out"):
        write_epub(issue(everything()), provenance(), gazette, fonts=False)


def test_a_theme_whose_page_is_not_xml_fails_the_build(gazette: Theme) -> None:
    (gazette.root / "cover.xhtml.j2").write_text("<p>ab<br></p>", "utf-8")
    with pytest.raises(BuildError, match=r"cover\.xhtml: .* isn't XML"):
        write_epub(issue(everything()), provenance(), gazette, fonts=False)
