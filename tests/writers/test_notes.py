"""Footnotes, readings and emphasis in the editions: linked both ways, whole in every file."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import etree

from publisher.model import Article, Footnote, Issue, NoteReference, Paragraph, plain
from publisher.preflight.epubcheck import check_epub
from publisher.preflight.pdf import check_pdf
from publisher.theme import find_theme
from publisher.writers.epub import write_epub
from publisher.writers.epub_pieces import pieces
from publisher.writers.pdf import write_pdf
from tests.issues import HERE, article, everything, issue, provenance, words

X = {"x": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops"}
TYPE = "{http://www.idpf.org/2007/ops}type"


def pages(model: Issue, split: int = 100_000) -> dict[str, etree._Element]:
    theme = find_theme("gazette", split=split)
    with ZipFile(BytesIO(write_epub(model, provenance(), theme, fonts=False).content)) as archive:
        names = [name for name in archive.namelist() if "article-" in name]
        return {name.removeprefix("EPUB/"): etree.fromstring(archive.read(name)) for name in names}


def noted(*marks: tuple[str, int, bool], notes: int) -> Article:
    """An article of a paragraph for each mark."""
    body = tuple(
        Paragraph((*words("一二三四五"), NoteReference(mark, note, HERE, again)), HERE)
        for mark, note, again in marks
    )
    told = {note for _, note, _ in marks}
    footnotes = tuple(
        Footnote(str(n), words(f"注{n}"), n, HERE, n in told) for n in range(1, notes + 1)
    )
    return replace(article(1, "题"), body=body, footnotes=footnotes)


def test_a_mark_and_its_note_lead_to_each_other() -> None:
    (page,) = pages(issue(everything())).values()
    marks = page.xpath("//x:a[@role='doc-noteref']", namespaces=X)
    notes = page.xpath("//x:aside[@role='doc-footnote']", namespaces=X)
    assert [mark.get(TYPE) for mark in marks] == ["noteref"] * 2
    assert [note.get(TYPE) for note in notes] == ["footnote"] * 2
    for mark, note in zip(marks, notes, strict=True):
        (back,) = note.xpath(".//x:a[@role='doc-backlink']", namespaces=X)
        assert mark.get("href") == f"#{note.get('id')}"
        assert back.get("href") == f"#{mark.get('id')}"
        assert back.text == mark.text


def test_a_note_that_no_mark_leads_to_is_no_pop_up() -> None:
    (page,) = pages(issue(noted(("1", 1, False), notes=2))).values()
    assert len(page.xpath("//x:aside", namespaces=X)) == 1
    assert "注2" in "".join(page.itertext())


def test_only_the_first_mark_of_a_note_is_led_back_to() -> None:
    (page,) = pages(issue(noted(("1", 1, False), ("1", 1, True), notes=1))).values()
    ids = [one.get("id") for one in page.xpath("//x:a[@role='doc-noteref']", namespaces=X)]
    assert ids == ["ref-1", None]


def test_a_note_stands_in_the_file_of_its_first_mark() -> None:
    model = noted(("1", 1, False), ("2", 2, False), ("1", 1, True), notes=3)
    first, second, third = pieces(model, "a", 5)
    assert [note.number for note in first.article.footnotes] == [1]
    assert [note.number for note in second.article.footnotes] == [2]
    # What no mark leads to stands last; a mark whose note is elsewhere is text.
    assert [note.number for note in third.article.footnotes] == [3]
    assert plain(third.article.paragraphs[0].content) == "一二三四五1"
    for page in pages(issue(model), split=5).values():
        targets = {one.get("id") for one in page.iter()}
        links = page.xpath("//x:a/@href", namespaces=X)
        assert {link.removeprefix("#") for link in links} <= targets


def test_a_reading_is_ruby() -> None:
    (page,) = pages(issue(everything())).values()
    (ruby,) = page.xpath("//x:ruby", namespaces=X)
    assert ruby.text == "重庆"
    # EPUB 3.3 advises against rp: every reading system sets ruby.
    assert [(one.tag.rpartition("}")[2], one.text) for one in ruby] == [("rt", "chóngqìng")]


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_both_validators_find_nothing(writing: str, tmp_path: Path) -> None:
    theme = find_theme("gazette", writing)
    (tmp_path / "x.epub").write_bytes(write_epub(issue(everything()), provenance(), theme).content)
    assert check_epub(tmp_path / "x.epub") == ()


def test_the_pdf_links_notes_both_ways_and_is_accessible(tmp_path: Path) -> None:
    content = write_pdf(issue(everything()), provenance(), find_theme("gazette")).content
    with pikepdf.open(BytesIO(content)) as pdf:
        names = [
            str(one.A.D) if "/A" in one else str(one.Dest)
            for page in pdf.pages
            for one in page.get("/Annots", [])
        ]
    for wanted in ("note-1", "ref-1", "note-2", "ref-2"):
        assert wanted in names
    (tmp_path / "x.pdf").write_bytes(content)
    assert check_pdf(tmp_path / "x.pdf") == ()
