"""The package document: what it says of a paper, and what it leaves unsaid."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from publisher.model import Issue, Title
from publisher.theme import find_theme
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
