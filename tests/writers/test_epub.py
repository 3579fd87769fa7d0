"""The EPUB: valid, whole, the same bytes each time, and safe whatever an issue holds."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from publisher.model import Edition, Issue
from publisher.preflight.epubcheck import check_epub
from publisher.theme import find_theme
from publisher.writers.epub import write_epub
from tests.issues import article, everything, hostile, issue, provenance

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"

ISSUES = {
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
