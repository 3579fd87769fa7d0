"""Characters that a language's own faces lack: set in others, or left to the reader's and told."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from publisher.errors import BuildError
from publisher.model import Edition, Issue
from publisher.preflight.epubcheck import check_epub
from publisher.theme import find_theme
from publisher.theme.fonts import fetch
from publisher.writers.epub import write_epub
from publisher.writers.pdf import write_pdf
from tests.writers.issues import PROVENANCE, article, issue

GAZETTE = find_theme("gazette")
#: Emoji (a family is one), a dingbat, a Polish letter, a Cantonese character of plane 2.
KNOWN = "很高兴😀❤\ufe0f，👨\u200d👩\u200d👧☐都来了。Łukasz 说𡃁仔。"
UNKNOWN = "\U0002a6a5"


@pytest.fixture(scope="module", autouse=True)
def fonts() -> None:
    fetch("zh-Hans")


def paper(text: str) -> Issue:
    return issue(article(1, "甲", "近日，夜校开课。"), article(2, f"乙{text}", text))


def fonts_in(edition: Edition) -> dict[str, set[str]]:
    """The characters of each font in a book, by its file's name."""
    with ZipFile(BytesIO(edition.content)) as archive:
        return {
            name.rpartition("/")[2]: set(
                map(chr, TTFont(BytesIO(archive.read(name)))["cmap"].getBestCmap())
            )
            for name in archive.namelist()
            if "/fonts/" in name
        }


def test_what_the_own_faces_lack_is_set_in_the_first_that_has_it(tmp_path: Path) -> None:
    edition = write_epub(paper(KNOWN), PROVENANCE, GAZETTE)
    assert edition.doubts == ()
    found = fonts_in(edition)
    assert {"😀", "❤", "👩", "\u200d"} <= found["NotoEmoji_400Regular.ttf"]
    assert found["NotoSansSymbols2_400Regular.ttf"] >= {"☐"}
    assert found["NotoSerifTC_400Regular.ttf"] >= {"𡃁"}
    assert found["NotoSerif_400Regular.ttf"] >= {"Ł"}
    assert "ł" not in found["NotoSerif_400Regular.ttf"]
    path = tmp_path / "x.epub"
    path.write_bytes(edition.content)
    assert check_epub(path) == ()


def test_a_stand_in_is_there_for_its_own_characters_only_and_the_own_faces_come_last() -> None:
    with ZipFile(BytesIO(write_epub(paper(KNOWN), PROVENANCE, GAZETTE).content)) as archive:
        sheet = archive.read("EPUB/styles/epub.css").decode()
    rules = re.findall(r"@font-face \{(.*)\}", sheet)
    assert ["unicode-range" in rule for rule in rules] == [True] * 8 + [False] * 2
    assert all("NotoSerifSC" in rule for rule in rules[-2:])
    assert "unicode-range: U+2610;" in sheet


def test_a_text_that_needs_no_stand_in_holds_none() -> None:
    edition = write_epub(paper("后"), PROVENANCE, GAZETTE)
    assert sorted(fonts_in(edition)) == ["NotoSerifSC_400Regular.ttf", "NotoSerifSC_700Bold.ttf"]


def test_marks_that_a_page_writes_as_references_have_their_glyphs() -> None:
    model = issue(article(1, "甲", "It's “&” <'>"))
    for signs in fonts_in(write_epub(model, PROVENANCE, GAZETTE)).values():
        assert signs >= set("'&<>")


def test_what_no_pinned_face_has_is_told_with_its_article_and_the_book_is_made() -> None:
    edition = write_epub(paper(UNKNOWN), PROVENANCE, GAZETTE)
    (doubt,) = edition.doubts
    assert doubt.code == "PUB013"
    assert doubt.where == "paper.epub!EPUB/article-0002.xhtml"
    assert "U+2A6A5" in doubt.message
    assert "乙" in doubt.message
    with ZipFile(BytesIO(edition.content)) as archive:
        assert UNKNOWN in archive.read("EPUB/article-0002.xhtml").decode()


def test_what_stands_in_no_article_is_told_of_the_book() -> None:
    named = replace(paper("后"), name=UNKNOWN)
    assert [one.where for one in write_epub(named, PROVENANCE, GAZETTE).doubts] == ["paper.epub"]


@pytest.mark.parametrize("text", ["大\ufffd模", "\ue5e5班", "a\u200bb\u202ec"])
def test_what_was_unreadable_or_needs_no_glyph_is_no_doubt(text: str) -> None:
    assert write_epub(paper(text), PROVENANCE, GAZETTE).doubts == ()


def test_the_pdf_sets_what_a_stand_in_has_and_refuses_what_none_has() -> None:
    with pikepdf.open(BytesIO(write_pdf(paper(KNOWN), PROVENANCE, GAZETTE).content)) as pdf:
        objects = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
    names = " ".join(str(one.FontName) for one in objects if "/FontName" in one)
    for family in ("Noto-Emoji", "Noto-Sans-Symbols-2", "Noto-Serif-TC"):
        assert family in names
    with pytest.raises(BuildError, match="U\\+2A6A5, in 乙"):
        write_pdf(paper(UNKNOWN), PROVENANCE, GAZETTE)
