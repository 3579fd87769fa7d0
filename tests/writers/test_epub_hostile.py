"""An EPUB is whole, valid and inert whatever stands in its title, authors, files and texts."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from publisher.model import (
    Article,
    Byline,
    Colours,
    Figure,
    Issue,
    Match,
    Picture,
    SourceFile,
    Title,
)
from publisher.preflight.epubcheck import check_epub
from publisher.theme import find_theme
from publisher.theme.rendering import printable
from publisher.writers.epub import write_epub
from tests.issues import HERE, article, issue, phrase, provenance, words

XHTML = "{http://www.w3.org/1999/xhtml}"
HUGE = etree.XMLParser(huge_tree=True)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)

TEXTS = {
    "a script": "<script>alert(1)</script>",
    "an end of everything": "]]></title></script></style>--></body></html>",
    "an event": '" onload="alert(1)" x="',
    "an entity": "&lt;&#0;&bomb;<!DOCTYPE x [<!ENTITY bomb 'x'>]>",
    "a template": "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "an address": "javascript:alert(1)",
    "nothing that XML holds": "\x00\x01\x0b\x1f\ufffe\uffff",
    "halves of pairs": "甲\ud800乙\udfff",
    "marks of direction": "甲\u202e乙\u2066丙\u200f丁",
    "a path": "../../../etc/passwd",
    "combining marks": "a" + "\u0301" * 5000,
    "line ends": "甲\r\n乙\r丙\u2028丁\u0085戊",
}


def hostile(*texts: str) -> Issue:
    """An issue that has each text in every place for one."""
    every = "".join(texts)
    title = Title(every, every, publisher=every, sponsor=every, place=every, rights=every)
    return replace(
        issue(*(_article(number, text) for number, text in enumerate(texts, start=1))),
        name=every,
        title=replace(title, certifier=every),
        number=every,
        volume=every,
        supplements=texts,
        banners=(phrase(every),),
        pictures=tuple(Picture(text, "image/png", 1, 1, Colours.GREY, PIXEL) for text in texts),
    )


def _article(number: int, text: str) -> Article:
    bad = phrase(text)
    figure = Figure(text, words(text), HERE, alternative=text, matched=Match.MARK)
    one = replace(
        article(number, text, text),
        column=bad,
        kicker=bad,
        deck=bad,
        summary=bad,
        bylines=(Byline(text, text, HERE, text, text),),
    )
    return replace(one, body=(*one.body, figure))


def built(model: Issue, names: str = "甲.txt", *, fonts: bool = True) -> bytes:
    whole = replace(provenance(), sources=(SourceFile(names, b"x"),), builder=names)
    return write_epub(model, whole, find_theme("gazette"), fonts=fonts).content


def test_it_is_valid_with_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "x.epub"
    path.write_bytes(built(hostile(*TEXTS.values()), "".join(TEXTS.values())))
    assert check_epub(path) == ()


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_stands_there_as_text(name: str) -> None:
    with ZipFile(BytesIO(built(hostile(TEXTS[name]), fonts=False))) as archive:
        page = etree.fromstring(archive.read("EPUB/article-0001.xhtml"))
    text = "".join("".join(page.itertext()).split())
    assert "".join(printable(TEXTS[name]).split()) in text


def test_a_mark_of_direction_turns_nothing_but_its_own_text() -> None:
    with ZipFile(BytesIO(built(hostile("甲\u202e乙"), fonts=False))) as archive:
        page = etree.fromstring(archive.read("EPUB/article-0001.xhtml"))
    (headline,) = page.iter(f"{XHTML}h1")
    assert headline.text == "甲\u202e乙\u202c"


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_in_it_runs_or_leads_out(name: str) -> None:
    with ZipFile(BytesIO(built(hostile(TEXTS[name]), TEXTS[name], fonts=False))) as archive:
        names = archive.namelist()
        pages = [etree.fromstring(archive.read(one)) for one in names if one.endswith(".xhtml")]
    assert not [one for one in names if one.startswith("/") or ".." in one or "\\" in one]
    for page in pages:
        for element in page.iter():
            if element.tag == f"{XHTML}script":
                assert element.get("type") == "application/ld+json"
            for key, value in element.attrib.items():
                assert not str(key).startswith("on")
                if key in ("href", "src"):
                    assert f"EPUB/{str(value).partition('#')[0]}" in names


def test_ten_megabytes_in_one_paragraph_come_back_whole() -> None:
    text = "一二三四五六七八九。" * 350_000
    with ZipFile(BytesIO(built(issue(article(1, "题", text, "后")), fonts=False))) as archive:
        first, second = (
            etree.fromstring(archive.read(f"EPUB/article-0001{more}.xhtml"), HUGE)
            for more in ("", "-2")
        )
    (paragraph,) = first.iter(f"{XHTML}p")
    assert paragraph.text == text
    assert [one.text for one in second.iter(f"{XHTML}p")] == ["后"]
