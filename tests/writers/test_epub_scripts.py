"""EPUBs in scripts that run to the left or down: valid, whole, in faces that have the letters."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from publisher.model import Issue, Title
from publisher.preflight.epubcheck import check_epub
from publisher.theme import find_theme
from publisher.theme.fonts import fetch
from publisher.writers.epub import write_epub
from tests.writers import issues
from tests.writers.issues import PROVENANCE

XHTML = "{http://www.w3.org/1999/xhtml}"
JAPANESE = replace(issues.japanese_issue(), title=Title(name="東都新聞"), date="2025-05-20")
ISSUES = {
    "Arabic": (issues.arabic_issue(), "horizontal"),
    "Hebrew": (issues.hebrew_issue(), "horizontal"),
    "Japanese, vertical": (JAPANESE, "vertical"),
    "Chinese, vertical": (issues.chinese_issue(), "vertical"),
    "Traditional Chinese, vertical": (issues.taiwanese_issue(), "vertical"),
}


def written(name: str) -> bytes:
    model, writing = ISSUES[name]
    fetch(model.language)
    return write_epub(model, PROVENANCE, find_theme("gazette", writing)).content


def files(name: str) -> dict[str, bytes]:
    with ZipFile(BytesIO(written(name))) as archive:
        return {entry: archive.read(entry) for entry in archive.namelist()}


@pytest.mark.parametrize("name", ISSUES)
def test_epubcheck_finds_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.epub"
    path.write_bytes(written(name))
    assert check_epub(path) == ()


@pytest.mark.parametrize(("name", "family"), [("Arabic", "Naskh"), ("Hebrew", "Hebrew")])
def test_the_fonts_inside_have_the_letters_and_still_join_them(name: str, family: str) -> None:
    model: Issue = ISSUES[name][0]
    found = files(name)
    fonts = [entry for entry in found if "/fonts/" in entry and family in entry]
    assert len(fonts) == 2
    wanted = {ord(sign) for one in model.articles[0].paragraphs for sign in one.text}
    letters = {sign for sign in wanted if chr(sign).isalpha() and sign > 0x250}
    for entry in fonts:
        with TTFont(BytesIO(found[entry])) as font:
            assert letters <= set(font.getBestCmap())
            if name == "Arabic":
                features = {one.FeatureTag for one in font["GSUB"].table.FeatureList.FeatureRecord}
                assert {"init", "medi", "fina"} <= features


@pytest.mark.parametrize("name", ["Arabic", "Hebrew"])
def test_every_page_runs_to_the_left(name: str) -> None:
    pages = [content for entry, content in files(name).items() if entry.endswith(".xhtml")]
    assert {etree.fromstring(page).get("dir") for page in pages} == {"rtl"}


def test_vertical_lines_lose_nothing_of_the_text() -> None:
    page = etree.fromstring(files("Japanese, vertical")["EPUB/article-0001.xhtml"])
    paragraph, read, _ = page.iter(f"{XHTML}p")
    assert "".join(read.itertext()) == "財源は未定担当者の志こころざしだ。"
    assert "".join(paragraph.itertext()) == JAPANESE.articles[0].paragraphs[0].text


def test_no_page_of_a_vertical_book_has_level_lines() -> None:
    pages = [
        content for entry, content in files("Chinese, vertical").items() if entry.endswith(".xhtml")
    ]
    assert {etree.fromstring(page).get("class") for page in pages} == {"vertical"}
