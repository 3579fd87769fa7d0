"""The archival profile: each departure is found, and an edition of ours has none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from publisher.preflight.epub_profile import check_profile
from publisher.theme import find_theme
from publisher.writers.container import pack
from publisher.writers.epub import write_epub
from tests.issues import everything, issue, provenance

ARTICLE = "EPUB/article-0001.xhtml"
PACKAGE = "EPUB/content.opf"
RECORD = "EPUB/provenance/record.json"
SOURCE = "EPUB/provenance/source-0001.txt"

SCRIPTED = b'<svg xmlns="http://www.w3.org/2000/svg"><script>run()</script></svg>'

Change = Callable[[dict[str, bytes]], None]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    edition = write_epub(
        issue(everything(), title="劳动午报"), provenance(), find_theme("gazette"), fonts=False
    )
    path = tmp_path_factory.mktemp("epub") / "x.epub"
    path.write_bytes(edition.content)
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def checked(book: dict[str, bytes], tmp_path: Path) -> Callable[[Change], list[tuple[str, str]]]:
    """The codes and places of a book that was changed."""

    def check(change: Change) -> list[tuple[str, str]]:
        files = dict(book)
        change(files)
        path = tmp_path / "x.epub"
        path.write_bytes(pack(files.items()))
        return [(one.code, one.where.removeprefix(f"{path}!")) for one in check_profile(path)]

    return check


def swap(name: str, before: str, after: str) -> Change:
    def change(files: dict[str, bytes]) -> None:
        assert before.encode() in files[name]
        files[name] = files[name].replace(before.encode(), after.encode())

    return change


@pytest.mark.parametrize("said", ['alt="甲"', 'alt="" role="presentation"', 'alt="" role="none"'])
def test_a_picture_that_tells_or_is_decorative_is_no_departure(
    said: str, checked: Callable[[Change], list[tuple[str, str]]]
) -> None:
    assert checked(swap(ARTICLE, "<header>", f'<header><img src="a.jpg" {said}/>')) == []


def test_an_edition_of_ours_has_no_fault(
    checked: Callable[[Change], list[tuple[str, str]]],
) -> None:
    assert checked(lambda files: None) == []


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        (swap(ARTICLE, "<header>", "<script>run()</script><header>"), "PUB021", ARTICLE),
        (swap(ARTICLE, "application/ld+json", "text/javascript"), "PUB021", ARTICLE),
        (swap(ARTICLE, "<header>", '<header onclick="run()">'), "PUB021", ARTICLE),
        (
            swap(ARTICLE, "<header>", '<header><a href=" JavaScript:run()">x</a>'),
            "PUB021",
            ARTICLE,
        ),
        (
            swap(
                ARTICLE,
                "<header>",
                '<header><svg xmlns="http://www.w3.org/2000/svg"><script>run()</script></svg>',
            ),
            "PUB021",
            ARTICLE,
        ),
        (
            lambda files: files.update({"META-INF/encryption.xml": b"<encryption/>"}),
            "PUB022",
            "META-INF/encryption.xml",
        ),
        (swap(ARTICLE, ' xml:lang="zh-Hans"', ""), "PUB023", ARTICLE),
        (swap(ARTICLE, ' lang="zh-Hans"', ' lang="ja"'), "PUB023", ARTICLE),
        (swap(PACKAGE, ' xml:lang="zh-Hans"', ""), "PUB023", PACKAGE),
        (swap(ARTICLE, ' aria-label="此处原文缺失"', ""), "PUB024", ARTICLE),
        (swap(ARTICLE, ' role="note"', ""), "PUB024", ARTICLE),
        (swap(ARTICLE, "<header>", '<header><img src="a.jpg"/>'), "PUB046", ARTICLE),
        (swap(ARTICLE, "<header>", '<header><img src="a.jpg" alt=" "/>'), "PUB046", ARTICLE),
        (swap(ARTICLE, "<header>", '<header><img role="none" src="a"/>'), "PUB046", ARTICLE),
        (lambda files: files.update({"EPUB/a.svg": SCRIPTED}), "PUB021", "EPUB/a.svg"),
        (swap(PACKAGE, "schema:accessibilityHazard", "schema:about"), "PUB025", PACKAGE),
        (swap(SOURCE, "近日", "近月"), "PUB026", SOURCE),
        (lambda files: files.pop(SOURCE), "PUB026", SOURCE),
        (swap(RECORD, "{", "["), "PUB026", RECORD),
        (lambda files: files.update({RECORD: b"[]"}), "PUB026", RECORD),
    ],
)
def test_a_departure_is_found_where_it_is(
    checked: Callable[[Change], list[tuple[str, str]]], change: Change, code: str, where: str
) -> None:
    assert checked(change) == [(code, where)]


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04", bytes(1000)])
def test_what_is_no_zip_is_damaged(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.epub"
    path.write_bytes(content)
    assert [one.code for one in check_profile(path)] == ["PUB027"]


def test_a_cut_or_altered_file_is_damaged_and_never_a_traceback(
    book: dict[str, bytes], tmp_path: Path
) -> None:
    whole = pack(book.items())
    path = tmp_path / "x.epub"
    for place in range(0, len(whole), len(whole) // 60):
        path.write_bytes(whole[:place])
        assert [one.code for one in check_profile(path)] == ["PUB027"]
        altered = bytes(sign ^ 0x5A for sign in whole[place : place + 9])
        path.write_bytes(whole[:place] + altered + whole[place + 9 :])
        assert {one.code for one in check_profile(path)} <= {"PUB026", "PUB027"}


def test_another_makers_book_needs_no_record(tmp_path: Path) -> None:
    page = '<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en"><body/></html>'
    path = tmp_path / "x.epub"
    path.write_bytes(pack([("a.xhtml", page.encode()), ("b.json", json.dumps({}).encode())]))
    assert check_profile(path) == ()
