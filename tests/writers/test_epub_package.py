"""The package document: what it says of a paper, and what it leaves unsaid."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from publisher.model import Issue, Title
from publisher.preflight.epubcheck import check_epub
from publisher.theme import find_theme
from publisher.theme.fonts import fetch
from publisher.theme.themes import Writing
from publisher.writers.epub import edition_title, write_epub
from tests.issues import article, issue, provenance

DC = "{http://purl.org/dc/elements/1.1/}"
OPF = "{http://www.idpf.org/2007/opf}"
XML = "{http://www.w3.org/XML/1998/namespace}"

PLAIN = issue(article(1, "题", "文"))
KNOWN = replace(
    PLAIN,
    title=Title(
        "劳动午报",
        "Laodong Wubao",
        "1234-5679",
        cn="CN 11-0067",
        publisher="总工会",
        place="北京",
        rights="版权",
    ),
    date="2025-05-20",
    number="1024",
)


WHOLE = replace(
    KNOWN,
    title=replace(
        KNOWN.title, issn_l="0317-8471", sponsor="市委", frequency="日报", certifier="某中心"
    ),
    volume="12",
    number="34",
    edition="b",
    supplements=("周末副刊", "读书"),
)


def package(model: Issue) -> etree._Element:
    edition = write_epub(model, provenance(), find_theme("gazette"), fonts=False)
    with ZipFile(BytesIO(edition.content)) as archive:
        return etree.fromstring(archive.read("EPUB/content.opf"))


def dublin(root: etree._Element) -> dict[str, str]:
    found = (one for one in root.iter() if str(one.tag).startswith(DC))
    return {str(one.tag).removeprefix(DC): one.text or "" for one in found if one.tag}


def metas(root: etree._Element, name: str) -> list[str]:
    found = root.iter(f"{OPF}meta")
    return [
        one.text or one.get("content", "")
        for one in found
        if name in (one.get("property"), one.get("name"))
    ]


def test_what_is_known_is_said() -> None:
    root = package(KNOWN)
    told = dublin(root)
    assert told["title"] == "劳动午报 2025-05-20 第1024期"
    assert told["language"] == "zh-Hans"
    assert (told["creator"], told["publisher"]) == ("劳动午报", "总工会")
    assert (told["date"], told["rights"]) == ("2025-05-20", "版权")
    assert told["source"].startswith("urn:sha256:")
    assert metas(root, "dcterms:modified") == ["2025-05-20T00:00:00Z"]
    assert metas(root, "dcterms:identifier") == ["urn:issn:1234-5679", "CN 11-0067"]
    assert metas(root, "belongs-to-collection") == metas(root, "calibre:series") == ["劳动午报"]
    assert metas(root, "group-position") == metas(root, "calibre:series_index") == ["1024"]
    assert metas(root, "alternate-script") == ["Laodong Wubao"]


def test_what_is_not_known_is_not_said() -> None:
    root = package(PLAIN)
    assert set(dublin(root)) == {"identifier", "title", "language", "source", "type"}
    for name in ("belongs-to-collection", "calibre:series", "group-position", "prism:issn"):
        assert metas(root, name) == []


@pytest.mark.parametrize("number", ["１２", "总第3期", "3a", "3.", ""])
def test_a_number_that_is_none_is_no_position(number: str) -> None:
    root = package(replace(KNOWN, number=number))
    assert metas(root, "group-position") == metas(root, "calibre:series_index") == []


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "一期"),
        ({"name": ""}, "x"),
        ({"name": " "}, "x"),
        ({"date": "2025-05-20"}, "一期 2025-05-20"),
        ({"name": "a\u202eb", "date": "2025-05-20"}, "a\u202eb\u202c 2025-05-20"),
        ({"title": Title("午报"), "number": "7"}, "午报 第7期"),
        ({"title": Title("Post"), "number": "7", "language": "en"}, "Post No. 7"),
    ],
)
def test_an_edition_is_called_by_the_best_that_is_known(
    changes: dict[str, Any], title: str
) -> None:
    assert edition_title(replace(PLAIN, **changes)) == title


def test_the_package_names_its_language_and_reads_in_order() -> None:
    root = package(issue(*(article(number, f"题{number}", "文") for number in range(1, 13))))
    assert root.get(f"{XML}lang") == "zh-Hans"
    hrefs = {item.get("id"): item.get("href") for item in root.iter(f"{OPF}item")}
    spine = [hrefs[item.get("idref")] for item in root.iter(f"{OPF}itemref")]
    articles = [f"article-{number:04}.xhtml" for number in range(1, 13)]
    assert spine == ["cover.xhtml", "nav.xhtml", *articles, "colophon.xhtml"]
    assert ["toc" in one.attrib for one in root.iter(f"{OPF}spine")] == [False]


def test_nothing_comes_from_the_clock_or_from_chance() -> None:
    first, second = (etree.tostring(package(KNOWN)) for _ in range(2))
    assert first == second


def test_every_language_of_the_articles_is_named_once_the_issues_first() -> None:
    tongues = ("", "en", "zh-Hans", "en", "ja")
    model = issue(
        *(article(number, "题", "文", language=one) for number, one in enumerate(tongues))
    )
    found = [one.text for one in package(model).iter(f"{DC}language")]
    assert found == ["zh-Hans", "en", "ja"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("prism:publicationName", ["劳动午报"]),
        ("prism:issn", ["1234-5679"]),
        ("prism:coverDate", ["2025-05-20"]),
        ("prism:volume", ["12"]),
        ("prism:number", ["34"]),
        ("prism:edition", ["b"]),
        ("prism:supplementTitle", ["周末副刊", "读书"]),
        ("prism:publishingFrequency", ["日报"]),
        ("schema:locationCreated", ["北京"]),
        ("dcterms:isFormatOf", ["urn:issn:0317-8471"]),
        ("group-position", ["34"]),
        ("calibre:series_index", ["34"]),
        ("a11y:certifiedBy", ["某中心"]),
        ("dcterms:conformsTo", ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]),
        ("schema:accessMode", ["textual"]),
        ("schema:accessModeSufficient", ["textual"]),
        ("schema:accessibilityHazard", ["none"]),
    ],
)
def test_a_serial_is_told_whole(name: str, told: list[str]) -> None:
    assert metas(package(WHOLE), name) == told


def test_nobody_vouches_where_nobody_is_named() -> None:
    root = package(KNOWN)
    assert metas(root, "dcterms:conformsTo") == metas(root, "a11y:certifiedBy") == []


def test_epubcheck_knows_every_word_of_it(tmp_path: Path) -> None:
    path = tmp_path / "x.epub"
    path.write_bytes(write_epub(WHOLE, provenance(), find_theme("gazette")).content)
    assert check_epub(path) == ()


def test_the_cover_has_a_picture_where_fonts_are_wanted() -> None:
    with ZipFile(BytesIO(write_epub(KNOWN, provenance(), find_theme("gazette")).content)) as file:
        root = etree.fromstring(file.read("EPUB/content.opf"))
        (item,) = (one for one in root.iter(f"{OPF}item") if one.get("properties") == "cover-image")
        assert file.read(f"EPUB/{item.get('href')}").startswith(b"\x89PNG")
    assert metas(root, "cover") == [item.get("id")]
    assert metas(package(KNOWN), "cover") == []


def test_the_cover_tells_machines_of_the_issue_and_its_articles() -> None:
    edition = write_epub(WHOLE, provenance(), find_theme("gazette"), fonts=False)
    with ZipFile(BytesIO(edition.content)) as archive:
        page = etree.fromstring(archive.read("EPUB/cover.xhtml"))
        names = archive.namelist()
    script = next(page.iter("{http://www.w3.org/1999/xhtml}script"))
    facts = json.loads(script.text or "")
    assert (facts["@type"], facts["issueNumber"]) == ("PublicationIssue", "34")
    assert facts["isPartOf"]["volumeNumber"] == "12"
    assert facts["isPartOf"]["isPartOf"]["issn"] == "1234-5679"
    assert [one["headline"] for one in facts["hasPart"]] == ["题"]
    assert all(f"EPUB/{one['url']}" in names for one in facts["hasPart"])


@pytest.mark.parametrize(
    ("writing", "language", "progression", "vertical"),
    [
        (Writing.VERTICAL, "ja", "rtl", True),
        (Writing.VERTICAL, "zh-Hant", "rtl", True),
        (Writing.VERTICAL, "en", "ltr", False),
        (Writing.VERTICAL, "ar", "rtl", False),
        (Writing.HORIZONTAL, "ja", "ltr", False),
        (Writing.HORIZONTAL, "he", "rtl", False),
    ],
)
def test_pages_turn_as_lines_run(
    writing: Writing, language: str, progression: str, vertical: bool
) -> None:
    model = issue(article(1, "20日", "5月20日、2025年"), language=language)
    content = write_epub(model, provenance(), find_theme("gazette", writing), fonts=False).content
    with ZipFile(BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("EPUB/content.opf"))
        page = etree.fromstring(archive.read("EPUB/article-0001.xhtml"))
    (spine,) = root.iter(f"{OPF}spine")
    assert spine.get("page-progression-direction") == progression
    assert root.get("dir") == ("rtl" if language in ("ar", "he") else "ltr")
    assert (page.get("class") == "vertical") is vertical
    upright = [one.text for one in page.iter() if one.get("class") == "upright"]
    assert upright == (["20", "5", "20"] if vertical else [])


@pytest.mark.parametrize("writing", [Writing.VERTICAL, Writing.HORIZONTAL])
def test_fonts_of_vertical_lines_keep_half_width_digits(writing: Writing) -> None:
    fetch("ja")
    model = issue(article(1, "20日", "5月20日"), language="ja")
    content = write_epub(model, provenance(), find_theme("gazette", writing)).content
    with ZipFile(BytesIO(content)) as archive:
        fonts = [TTFont(BytesIO(archive.read(one))) for one in archive.namelist() if ".ttf" in one]
    kept = [
        {one.FeatureTag for one in font["GSUB"].table.FeatureList.FeatureRecord} for font in fonts
    ]
    assert ["hwid" in features for features in kept] == [writing is Writing.VERTICAL] * 2
