"""Drawings: what runs, loads or grows is refused with its name; what is plain comes through."""

from __future__ import annotations

from base64 import b64encode
from xml.etree import ElementTree

import pytest

from publisher.errors import InputError
from publisher.images import for_epub, for_print, read_image
from tests.images import samples
from tests.images.samples import drawing

BASE64 = b64encode(samples.photo()).decode()
BOMB = b64encode(samples.png_bomb(60_000, 60_000)).decode()
LAUGHS = (
    "".join(f'<g id="g{n}">' + f'<use href="#g{n + 1}"/>' * 10 + "</g>" for n in range(9))
    + '<rect id="g9" width="1" height="1"/>'
)
PATTERNS = "".join(
    f'<pattern id="p{n}" width="9" height="9">'
    + f'<rect width="1" height="1" fill="url(#p{n + 1})"/>' * 10
    + "</pattern>"
    for n in range(9)
)
STYLED = (
    "<style>" + "".join(f".c{n}{{fill:url(#p{n})}}" for n in range(9)) + "</style>"
) + "".join(
    f'<pattern id="p{n}" width="9" height="9">'
    + f'<rect class="c{n + 1}" width="1" height="1"/>' * 10
    + "</pattern>"
    for n in range(9)
)

REFUSED = {
    "a script": (drawing("<script>alert(1)</script>"), "<script>"),
    "a script of another kind": (drawing('<script href="a.js"/>'), "<script>"),
    "an XHTML script": (
        drawing('<x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script>'),
        "<script>",
    ),
    "an event handler": (drawing('<rect onclick="alert(1)"/>'), "event handler: onclick"),
    "a handler on the root": (drawing(more='onload="alert(1)"'), "event handler: onload"),
    "a handler in capitals": (drawing('<rect ONCLICK="alert(1)"/>'), "event handler"),
    "foreign content": (drawing("<foreignObject/>"), "<foreignObject>"),
    "an animation": (drawing('<set attributeName="href" to="javascript:1"/>'), "<set>"),
    "a link": (drawing('<a href="https://example.org"><rect/></a>'), "<a>"),
    "a script as address": (drawing('<use href=" java&#10;script:1"/>'), "a script in"),
    "a picture elsewhere": (drawing('<image href="https://e.org/a.png"/>'), "outside itself"),
    "a picture beside": (drawing('<image xlink:href="a.png"/>'), "outside itself"),
    "a file": (drawing('<image href="file:///etc/passwd"/>'), "outside itself"),
    "a drawing inside as data": (
        drawing('<image href="data:image/svg+xml;base64,AAAA"/>'),
        "outside itself",
    ),
    "a page as data": (drawing('<image href="data:text/html,x"/>'), "outside itself"),
    "a bomb as data": (drawing(f'<image href="data:image/png;base64,{BOMB}"/>'), "60000 by 60000"),
    "junk as data": (drawing('<image href="data:image/png;base64,AAA"/>'), "picture that is ref"),
    "part of another drawing": (drawing('<use href="b.svg#x"/>'), "outside itself"),
    "a filter elsewhere": (drawing('<rect filter="url(b.svg#x)"/>'), "outside itself"),
    "a fill elsewhere": (drawing("<rect fill=\"URL( 'https://e.org' )\"/>"), "outside itself"),
    "a style elsewhere": (drawing('<rect style="fill:url(//e.org)"/>'), "outside itself"),
    "a sheet elsewhere": (drawing("<style>rect{fill:url(https://e.org)}</style>"), "outside its"),
    "a data sheet": (drawing("<style>rect{fill:url(data:image/png,x)}</style>"), "outside itself"),
    "an import": (drawing('<style>@import "a.css";</style>'), "@"),
    "a font": (drawing("<style>@font-face{src:x}</style>"), "@"),
    "an escaped url": (drawing(r"<style>a{fill:u\72l(x)}</style>"), "style that may load"),
    "an image set": (drawing('<style>a{fill:image-set("x" 1x)}</style>'), "style that may load"),
    "an expression": (drawing('<rect style="width:expression(1)"/>'), "style that may load"),
    "a style split by a comment": (drawing("<style>a{fill:ur/**/l(x)}</style>"), "outside itself"),
    "a base": (drawing(more='xml:base="https://e.org/"'), "xml:base"),
    "a document type": (
        b'<!DOCTYPE svg SYSTEM "https://e.org/a.dtd">' + drawing(),
        "document type",
    ),
    "an entity": (
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + drawing("&a;"),
        "document type",
    ),
    "a laugh": (
        b'<!DOCTYPE svg [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>' + drawing("&b;"),
        "document type",
    ),
    "use upon use": (drawing(LAUGHS), "more than 200000 elements"),
    "pattern upon pattern": (drawing(PATTERNS), "more than 200000 elements"),
    "pattern upon pattern by style": (drawing(STYLED), "multiply without end"),
    "use of itself": (drawing('<g id="a"><use href="#a"/></g>'), "back to themselves"),
    "a chain of uses": (
        drawing("".join(f'<g id="g{n}"><use href="#g{n + 1}"/></g>' for n in range(900))),
        "too long a chain",
    ),
    "a deep one": (drawing("<g>" * 2000 + "</g>" * 2000), "in each other"),
    "a large one": (drawing("<g/>" * 100_001), "more than 100000 elements"),
    "no XML": (b"<svg><g></svg>", "isn't XML"),
    "no SVG": (b"<html/>", "no SVG drawing"),
    "SVG of no namespace": (b'<svg width="1" height="1"/>', "no SVG drawing"),
    "no size": (drawing().replace(b'width="30" height="20" viewBox="0 0 30 20"', b""), "no size"),
    "a size of nothing": (drawing().replace(b'"30"', b'"0"').replace(b"30 20", b"0 0"), "no size"),
    "a size of everything": (
        drawing().replace(b'"30"', b'"1e999"').replace(b"30 20", b"x"),
        "no size",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_hostile_drawing_is_refused_with_its_name(case: str) -> None:
    content, reason = REFUSED[case]
    with pytest.raises(InputError) as refused:
        read_image("p3/chart.svg", content)
    assert reason in str(refused.value)
    assert str(refused.value).startswith("p3/chart.svg: ")
    assert refused.value.remedy


HARMLESS = {
    "references to itself": samples.chart(),
    "a picture inside": drawing(f'<image href="data:image/jpeg;base64,{BASE64}"/>'),
    "gradients without end": drawing(
        "<style>"
        + "".join(f".c{n}{{fill:url(#g{n})}}" for n in range(90))
        + "</style>"
        + "".join(f'<linearGradient id="g{n}"><stop/><stop/></linearGradient>' for n in range(90))
    ),
    "words that sound dangerous": drawing("<text>javascript: @import url(x) onclick</text>"),
    "an editor's own elements": drawing('<i:grid xmlns:i="urn:i" i:onclick-not="1"/>'),
    "a byte order mark": b"\xef\xbb\xbf" + drawing(),
    "UTF-16": drawing("<text>报</text>").decode().encode("utf-16"),
    "a declaration and a comment": b'<?xml version="1.0"?><!-- x -->' + drawing(),
    "a media rule": drawing("<style>@media print{rect{fill:red}}</style>"),
}


@pytest.mark.parametrize("case", sorted(set(HARMLESS) - {"an editor's own elements"}))
def test_a_harmless_drawing_is_read(case: str) -> None:
    picture = read_image("chart.svg", HARMLESS[case])
    assert (picture.width, picture.height) == (30, 20)


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ('width="10mm" height="1in"', (38, 96)),
        ('width="100%" height="100%" viewBox="0 0 30 20"', (30, 20)),
        ('width="60" viewBox="0 0 30 20"', (60, 40)),
        ('height="2pc" viewBox="0,0,30,20"', (48, 32)),
        ('width="0.2" height="0.2"', (1, 1)),
    ],
)
def test_a_drawing_has_the_size_it_says(size: str, wanted: tuple[int, int]) -> None:
    content = f"<svg {samples.SVG} {size}/>".encode()
    picture = read_image("a.svg", content)
    assert (picture.width, picture.height) == wanted


def test_what_a_drawing_says_of_itself_stays_outside() -> None:
    content = for_epub(read_image("a.svg", samples.chart())).content
    assert b"SECRET" not in content
    root = ElementTree.fromstring(content)
    assert "".join(root.itertext()).endswith("会员 Members")
    assert [one.tag.rpartition("}")[2] for one in root] == [
        "style",
        "linearGradient",
        "defs",
        "g",
        "text",
    ]


def test_shapes_and_their_order_are_untouched() -> None:
    before = ElementTree.fromstring(
        drawing('<path d="M0 0L1 1" fill="#c33"/> <text> a &amp;</text>')
    )
    picture = read_image("a.svg", drawing('<path d="M0 0L1 1" fill="#c33"/> <text> a &amp;</text>'))
    after = ElementTree.fromstring(for_epub(picture).content)
    assert ElementTree.tostring(after) == ElementTree.tostring(before)


def test_print_sets_a_drawings_text_in_the_editions_faces() -> None:
    content = for_print(read_image("a.svg", samples.chart()), 50).content.decode()
    assert "Arial" not in content
    assert "Helvetica" not in content
    assert 'font-family="Edition Sans"' in content
    assert "font-size: 2px; font-weight: bold" in content
    # A book's reader has faces of its own.
    assert "Arial" in for_epub(read_image("a.svg", samples.chart())).content.decode()


def test_a_plain_drawing_stays_as_it_is() -> None:
    once = for_epub(read_image("a.svg", samples.chart()))
    assert for_epub(once).content == once.content
    assert read_image("a.svg", once.content).width == 30
