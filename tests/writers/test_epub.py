"""The EPUB: valid, whole, the same bytes each time, and safe whatever an issue holds."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from publisher.config import Settings
from publisher.model import (
    Article,
    Edition,
    Issue,
    Page,
    Paragraph,
    Phrase,
    SourceFile,
    Text,
    Title,
)
from publisher.pipeline import build, read_issue
from publisher.preflight.epubcheck import check_epub
from publisher.text import Span
from publisher.theme import find_theme
from publisher.writers.epub import write_epub
from tests.issues import article, everything, hostile, issue, phrase, provenance

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"

#: Characters that XML holds and few programs expect: controls, separators, noncharacters.
ODD = "".join(
    map(chr, [0x7F, 0x80, 0x85, 0x9F, 0xAD, 0x200F, 0x2028, 0xE000, 0xFDD0, 0xFEFF, 0x1FFFE])
)

PAPER = Title(
    name="劳动午报",
    name_en="Laodong Wubao",
    issn="1234-5679",
    cn="CN 11-0067",
    publisher="北京市总工会",
    place="北京",
    rights="版权所有",
)


def two_pages() -> Issue:
    """An issue of two pages with all that can be known of a paper."""
    text = "甲乙丙丁"
    body = tuple(Paragraph((Text(text, span),), span) for span in (Span(2, 5), Span(8, 9)))
    one = Article("x-i0001", Phrase("题", Span(0, 1)), body, Span(0, 9))
    pages = (Page(1, Span(0, 6)), Page(2, Span(7, 9)))
    return replace(issue(one), title=PAPER, date="2025-05-20", number="1024", pages=pages)


ISSUES = {
    "two pages, all facts": two_pages(),
    "odd characters": replace(issue(article(1, ODD, ODD, "甲\r\n乙"), title=ODD), name=ODD),
    "blank names": replace(
        issue(replace(article(1, " ", " "), column=phrase(" ")), title=" "), name=""
    ),
    "long words": issue(article(1, "长" * 3000, "a" * 9000), title="长" * 3000),
    "every field and block": issue(everything(), title="劳动午报"),
    "hostile text": hostile(),
    "no article": issue(),
    "no headline": issue(replace(article(1, "", "近日，夜校开课。"), headline=None)),
    "English": issue(
        article(1, "Council delays vote", "The old bridge in San Antonio will close."),
        language="en",
    ),
    "Traditional Chinese": issue(article(1, "夜校開課", "近日，夜校開課。"), language="zh-Hant"),
    "Arabic": issue(article(1, "المدينة", "افتتحت المدينة مكتبة جديدة."), language="ar"),
    "unknown language": issue(article(1, "1", "2"), language=""),
    "three hundred articles": issue(
        *(article(number, f"标题{number}", "近日，夜校开课。") for number in range(1, 301))
    ),
}


def written(model: Issue, *, fonts: bool = False) -> Edition:
    return write_epub(
        model, provenance(joins=6, gaps=1, edits=7), find_theme("gazette"), fonts=fonts
    )


def files(edition: Edition) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(edition.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(page: bytes) -> str:
    body = etree.fromstring(page).find(f"{XHTML}body")
    assert body is not None
    return "".join(body.itertext())


@pytest.mark.parametrize("name", ISSUES)
def test_epubcheck_finds_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.epub"
    path.write_bytes(written(ISSUES[name]).content)
    assert check_epub(path) == ()


def test_epubcheck_finds_nothing_with_fonts(tmp_path: Path) -> None:
    path = tmp_path / "x.epub"
    path.write_bytes(written(ISSUES["every field and block"], fonts=True).content)
    assert check_epub(path) == ()


def test_a_fault_is_found(tmp_path: Path) -> None:
    path = tmp_path / "x.epub"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    assert {one.severity for one in check_epub(path)} == {"error"}


def test_the_container_is_as_the_standard_and_nobodys_clock_has_it() -> None:
    with zipfile.ZipFile(BytesIO(written(ISSUES["no article"]).content)) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "mimetype"
    assert entries[0].compress_type == zipfile.ZIP_STORED
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {3}


def test_every_text_of_the_model_stands_in_the_book_once() -> None:
    page = files(written(ISSUES["every field and block"]))["EPUB/article-0001.xhtml"]
    text = text_of(page)
    for wanted in (
        "工会重点工作创新案例",
        "北京经验",
        "北京市总工会“大劳模班”开班",
        "共上“开学第一课”",
        "提要在此。",
        "本报讯（记者 张晶）近日，开学典礼举办，200余名劳模新生齐聚一堂。",
        "题，以座谈交流的方式进行。",
        "小标题",
        "一、甲",
        "带着稻花的香",
        "名次",
        "图为展览现场。",
        "编者按：好〔此处原文缺失〕",
        "区总工会",
        "本报记者 彭程 摄",
        "转自《中工网》",
    ):
        assert text.count(wanted) == 1, wanted


def test_lost_text_has_a_name_for_screen_readers() -> None:
    page = files(written(ISSUES["every field and block"]))["EPUB/article-0001.xhtml"]
    gaps = etree.fromstring(page).findall(f".//{XHTML}*[@class='gap']")
    assert [gap.get("aria-label") for gap in gaps] == ["此处原文缺失"] * 2
    assert [gap.get("role") for gap in gaps] == ["note"] * 2


def test_markup_in_a_text_is_text() -> None:
    for name, content in files(written(hostile())).items():
        if name.endswith(".xhtml"):
            scripts = etree.fromstring(content).iter(f"{XHTML}script")
            assert {one.get("type") for one in scripts} <= {"application/ld+json"}


def test_the_data_of_an_article_is_json_whatever_it_holds() -> None:
    page = files(written(hostile()))["EPUB/article-0001.xhtml"]
    script = etree.fromstring(page).find(f".//{XHTML}script")
    assert script is not None
    assert json.loads(script.text or "")["headline"].startswith("</title>")


def test_sources_and_ledger_come_back() -> None:
    found = files(written(ISSUES["no article"]))
    assert found["EPUB/provenance/source-0001.txt"] == "近日\n".encode()
    assert found["EPUB/provenance/ledger.jsonl"] == b'{"kind": "ledger"}\n'
    record = json.loads(found["EPUB/provenance/record.json"])
    assert record["sources"][0]["name"] == "甲.txt"
    package = etree.fromstring(found["EPUB/content.opf"])
    manifest = [item.get("href", "") for item in package.iter(f"{OPF}item")]
    assert not any(href.startswith("provenance/") for href in manifest)
    assert len(list(package.iter(f"{OPF}link"))) == 3


def test_the_identifier_outlives_a_repair_where_title_and_day_are_known() -> None:
    known = replace(ISSUES["every field and block"], date="2025-05-20")
    other = replace(known, articles=())
    ids = {
        etree.fromstring(files(written(one))["EPUB/content.opf"]).findtext(
            ".//{http://purl.org/dc/elements/1.1/}identifier"
        )
        for one in (known, other)
    }
    assert len(ids) == 1


def test_fonts_are_subsets_and_only_where_wanted() -> None:
    model = ISSUES["every field and block"]
    fonts = [name for name in files(written(model, fonts=True)) if "/fonts/" in name]
    assert fonts == ["EPUB/fonts/NotoSerifSC_400Regular.ttf", "EPUB/fonts/NotoSerifSC_700Bold.ttf"]
    assert not [name for name in files(written(model)) if "/fonts/" in name]
    assert len(written(model, fonts=True).content) < 300_000


def test_the_page_list_leads_to_marks_in_the_order_of_the_book() -> None:
    found = files(written(two_pages()))
    nav = etree.fromstring(found["EPUB/nav.xhtml"])
    (pages,) = (one for one in nav.iter(f"{XHTML}nav") if one.get("role") == "doc-pagelist")
    links = [(link.get("href"), link.text) for link in pages.iter(f"{XHTML}a")]
    assert links == [
        ("article-0001.xhtml#page-1", "第1版"),
        ("article-0001.xhtml#page-2", "第2版"),
    ]
    page = etree.fromstring(found["EPUB/article-0001.xhtml"])
    marks = [one for one in page.iter() if one.get("role") == "doc-pagebreak"]
    assert [(one.get("id"), one.get("aria-label")) for one in marks] == [
        ("page-1", "第1版"),
        ("page-2", "第2版"),
    ]
    (following,) = (one.getnext() for one in marks[1:])
    assert following is not None
    assert following.text == "甲乙丙丁"


def test_an_issue_of_one_page_has_no_page_list() -> None:
    found = files(written(ISSUES["every field and block"]))
    assert b"doc-pagelist" not in found["EPUB/nav.xhtml"]
    assert b"pageBreakSource" not in found["EPUB/content.opf"]
    assert b"pagebreak" not in found["EPUB/article-0001.xhtml"]


def test_lost_text_is_said_in_the_data_too() -> None:
    page = files(written(issue(article(1, "甲⟦gap⟧乙", "文"))))["EPUB/article-0001.xhtml"]
    script = etree.fromstring(page).find(f".//{XHTML}script")
    assert script is not None
    assert json.loads(script.text or "")["headline"] == "甲〔此处原文缺失〕乙"


def test_an_article_speaks_its_own_language() -> None:
    mixed = issue(article(1, "Council delays vote", "The bridge will close.", language="en"))
    found = files(written(mixed))
    assert etree.fromstring(found["EPUB/article-0001.xhtml"]).get("lang") == "en"
    assert etree.fromstring(found["EPUB/nav.xhtml"]).get("lang") == "zh-Hans"


def test_arabic_runs_from_the_right() -> None:
    found = files(written(ISSUES["Arabic"]))
    assert etree.fromstring(found["EPUB/article-0001.xhtml"]).get("dir") == "rtl"
    assert b'page-progression-direction="rtl"' in found["EPUB/content.opf"]


def test_the_colophon_tells_what_was_done_and_where_text_is_lost() -> None:
    text = text_of(files(written(ISSUES["every field and block"]))["EPUB/colophon.xhtml"])
    assert "接合断开的段落 6 处，共改动 7 处" in text
    assert "原文有 1 处缺失" in text
    assert "北京市总工会“大劳模班”开班" in text


def test_a_text_that_was_not_touched_is_not_said_to_be_repaired() -> None:
    edition = write_epub(ISSUES["no headline"], provenance(), find_theme("gazette"), fonts=False)
    text = text_of(files(edition)["EPUB/colophon.xhtml"])
    assert "未作改动" in text
    assert "修复" not in text


def test_a_source_is_safe_to_unpack_whatever_it_was_called() -> None:
    sources = tuple(SourceFile(name, b"x") for name in ("../../etc/passwd", "a\0.TXT", "版.pdf/"))
    whole = replace(provenance(), sources=sources)
    found = files(write_epub(ISSUES["no article"], whole, find_theme("gazette"), fonts=False))
    names = [name for name in found if "source-" in name]
    assert names == [
        "EPUB/provenance/source-0001",
        "EPUB/provenance/source-0002.txt",
        "EPUB/provenance/source-0003",
    ]
    record = json.loads(found["EPUB/provenance/record.json"])
    assert [one["name"] for one in record["sources"]] == [one.name for one in sources]


def test_every_page_break_stands_in_the_page_list() -> None:
    folder = Path(__file__).parents[1] / "structure" / "issues" / "english-daily" / "issue"
    found = files(written(read_issue(folder, Settings())))
    marked = {
        f"{name.removeprefix('EPUB/')}#{one.get('id')}"
        for name, content in found.items()
        if name.endswith(".xhtml")
        for one in etree.fromstring(content).iter()
        if one.get("role") == "doc-pagebreak"
    }
    nav = etree.fromstring(found["EPUB/nav.xhtml"])
    (pages,) = (one for one in nav.iter(f"{XHTML}nav") if one.get("role") == "doc-pagelist")
    assert marked == {link.get("href") for link in pages.iter(f"{XHTML}a")}
    assert len(marked) == 8
    assert b'class="page-turn"' in found["EPUB/article-0001.xhtml"]


def test_a_missing_picture_and_its_caption_are_kept_apart() -> None:
    english = replace(everything(), language="en")
    text = text_of(files(written(issue(english)))["EPUB/article-0001.xhtml"])
    assert "[picture missing] 图为课堂。" in text


def test_a_paper_may_embed_no_fonts(first_seed: Path) -> None:
    made = []
    for embeds in (True, False):
        (edition,) = build(read_issue(first_seed), ["epub"], dry_run=True, embed_fonts=embeds)
        with zipfile.ZipFile(BytesIO(edition.content)) as book:
            names = book.namelist()
            sheet = book.read("EPUB/styles/epub.css")
        assert any(name.endswith(".ttf") for name in names) is embeds
        assert (b"@font-face" in sheet) is embeds
        assert "EPUB/images/cover.png" in names
        made.append(Settings(embed_fonts=embeds).digest)
    assert made[0] == Settings().digest != made[1]
