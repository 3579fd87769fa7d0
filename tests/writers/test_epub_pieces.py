"""Long articles in several files: nothing lost, and every link still right."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from publisher.model import Article, Credit, Issue, Page, Paragraph, Phrase, Subhead, Text
from publisher.preflight.epubcheck import check_epub
from publisher.text import Span
from publisher.theme import find_theme
from publisher.writers.epub import write_epub
from publisher.writers.epub_pieces import pieces
from tests.issues import HERE, article, issue, provenance, words

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
LONG = replace(
    article(1, "题", *("一二三四五" for _ in range(10))),
    credits=(Credit("彭程", "摄", "彭程 摄", HERE),),
)


def opened(model: Issue, split: int) -> dict[str, bytes]:
    theme = find_theme("gazette", split=split)
    with ZipFile(BytesIO(write_epub(model, provenance(), theme, fonts=False).content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def over_pages() -> Issue:
    """A megabyte of one article over four pages, and a short one after it."""
    body = []
    for number in range(2000):
        span = Span(number * 200, number * 200 + 199)
        body.append(Paragraph((Text(f"{number:06}" + "字" * 170, span),), span))
    whole = Span(0, 400_000)
    pages = tuple(Page(n + 1, Span(n * 100_000, (n + 1) * 100_000)) for n in range(4))
    long = Article("x-i0001", Phrase("长", HERE), tuple(body), whole)
    return replace(issue(long), pages=pages)


@pytest.mark.parametrize("limit", [1, 5, 12, 49])
def test_the_pieces_are_the_article(limit: int) -> None:
    parts = pieces(LONG, "a", limit)
    assert tuple(block for part in parts for block in part.article.body) == LONG.body
    assert all(
        part.start == sum(len(p.article.body) for p in parts[:at]) for at, part in enumerate(parts)
    )
    assert [bool(part.article.headline) for part in parts] == [True] + [False] * (len(parts) - 1)
    assert [bool(part.article.credits) for part in parts] == [False] * (len(parts) - 1) + [True]


@pytest.mark.parametrize("limit", [50, 100_000])
def test_an_article_within_the_limit_is_one_file_as_it_was(limit: int) -> None:
    (one,) = pieces(LONG, "a", limit)
    assert (one.article, one.file) == (LONG, "a.xhtml")


def test_an_article_without_a_body_is_one_file() -> None:
    (one,) = pieces(article(1, "题"), "a", 1)
    assert one.article == article(1, "题")


def test_a_subhead_stays_with_what_follows_it() -> None:
    head = Subhead(words("小题"), 1, HERE)
    first, second = pieces(replace(LONG, body=(*LONG.body[:2], head, *LONG.body[2:4])), "a", 14)
    assert head not in first.article.body
    assert second.article.body[0] == head


def test_subheads_alone_are_parted_too() -> None:
    head = Subhead(words("小题"), 1, HERE)
    parts = pieces(replace(LONG, body=(head,) * 3), "a", 1)
    assert tuple(block for part in parts for block in part.article.body) == (head,) * 3


def test_a_megabyte_in_one_article_is_read_in_order_and_every_link_leads_there(
    tmp_path: Path,
) -> None:
    found = opened(over_pages(), 100_000)
    sizes = [len(page) for name, page in found.items() if "article-" in name]
    assert len(sizes) == 4
    assert max(sizes) < 400_000
    package = etree.fromstring(found["EPUB/content.opf"])
    hrefs = {item.get("id"): item.get("href", "") for item in package.iter(f"{OPF}item")}
    spine = [hrefs[item.get("idref")] for item in package.iter(f"{OPF}itemref")]
    texts = []
    for name in spine:
        page = etree.fromstring(found[f"EPUB/{name}"])
        texts += [
            one.text or "" for one in page.iter(f"{XHTML}p") if (one.text or "")[:6].isdigit()
        ]
    assert [int(text[:6]) for text in texts] == list(range(2000))
    nav = etree.fromstring(found["EPUB/nav.xhtml"])
    links = [link.get("href", "").partition("#") for link in nav.iter(f"{XHTML}a")]
    for name, _, anchor in links:
        page = etree.fromstring(found[f"EPUB/{name}"])
        assert not anchor or [one for one in page.iter() if one.get("id") == anchor], anchor
    page_list = [(name, anchor) for name, _, anchor in links if anchor.startswith("page-")]
    assert [anchor for _, anchor in page_list] == ["page-1", "page-2", "page-3", "page-4"]
    assert all(spine.index(one[0]) <= spine.index(two[0]) for one, two in pairwise(page_list))
    path = tmp_path / "x.epub"
    theme = find_theme("gazette")
    path.write_bytes(write_epub(over_pages(), provenance(), theme, fonts=False).content)
    assert check_epub(path) == ()
