"""The archival profile: each rule finds what fails it where it is, and leaves alone what passes."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

from publisher.config import Settings
from publisher.diagnostics import CODES
from publisher.pipeline import build, read_issue
from publisher.preflight.profile import check_profile, rules
from publisher.preflight.profile.catalogue import RULES
from publisher.writers.container import pack
from tests.preflight.books import ARTICLE, PACKAGE, SHEET, Change, Files, check, make_book, same
from tests.preflight.samples import FAILING, PASSING

MODULES = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))


@pytest.fixture(scope="module")
def book() -> Files:
    return make_book()


def test_every_rule_is_in_the_catalogue_and_has_both_samples() -> None:
    assert sorted(rule.__module__.rpartition(".")[2] for rule in RULES) == MODULES
    assert MODULES == sorted(FAILING) == sorted(PASSING)
    assert all(FAILING.values())
    assert all(PASSING.values())


def test_every_rule_has_a_code_of_its_own_with_a_remedy() -> None:
    codes = [import_module(f"{rules.__name__}.{name}").CODE for name in MODULES]
    assert len({code.code for code in codes}) == len(MODULES)
    for code in codes:
        assert CODES[code.code] is code
        assert code.remedy


def test_the_manual_has_every_rule(root: Path) -> None:
    manual = (root / "publisher/preflight/EPUB.md").read_text("utf-8")
    for name in MODULES:
        rule = import_module(f"{rules.__name__}.{name}")
        assert f"| {rule.CODE.code} | {rule.CODE.severity} | {rule.__doc__} |" in manual


def test_an_edition_of_ours_has_no_fault(book: Files, tmp_path: Path) -> None:
    assert check(book, same, tmp_path / "x.epub") == ()


@pytest.mark.parametrize("daily", ["chinese-daily", "english-daily"])
def test_a_whole_daily_has_no_fault(daily: str, root: Path, tmp_path: Path) -> None:
    read = read_issue(root / "tests/structure/issues" / daily / "issue", Settings())
    (edition,) = build(read, ("epub",), tmp_path)
    assert check_profile(tmp_path / edition.name) == ()


@pytest.mark.parametrize(
    ("name", "change", "where"),
    [(name, *one) for name, samples in FAILING.items() for one in samples],
)
def test_a_departure_is_found_where_it_is(
    name: str, change: Change, where: str, book: Files, tmp_path: Path
) -> None:
    path = tmp_path / "x.epub"
    code = import_module(f"{rules.__name__}.{name}").CODE
    found = [one for one in check(book, change, path) if one.code == code.code]
    line = book[SHEET].decode().partition("/* The EPUB's")[0].count("\n") + 1
    assert [one.where for one in found] == [f"{path}!{where}".removesuffix("!").format(last=line)]
    assert found[0].severity is code.severity
    assert found[0].message


@pytest.mark.parametrize(
    ("name", "change"), [(name, one) for name, samples in PASSING.items() for one in samples]
)
def test_what_comes_near_passes(name: str, change: Change, book: Files, tmp_path: Path) -> None:
    code = import_module(f"{rules.__name__}.{name}").CODE.code
    assert code not in [one.code for one in check(book, change, tmp_path / "x.epub")]


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04", bytes(1000)])
def test_what_is_no_zip_is_damaged(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.epub"
    path.write_bytes(content)
    assert [one.code for one in check_profile(path)] == ["PUB027"]


def test_a_cut_or_altered_file_is_told_and_never_a_traceback(book: Files, tmp_path: Path) -> None:
    whole = pack(book.items())
    path = tmp_path / "x.epub"
    for place in range(0, len(whole), len(whole) // 60):
        path.write_bytes(whole[:place])
        assert [one.code for one in check_profile(path)] == ["PUB027"]
        altered = bytes(sign ^ 0x5A for sign in whole[place : place + 9])
        path.write_bytes(whole[:place] + altered + whole[place + 9 :])
        assert check_profile(path)


@pytest.mark.parametrize("name", [ARTICLE, PACKAGE, "META-INF/container.xml"])
@pytest.mark.parametrize(
    "content", [b"", b"<", b"<a/>", b"\xff\xfe<", b'<?xml version="1.0" encoding="x"?><a/>']
)
def test_a_part_that_isnt_read_is_left_to_epubcheck(
    name: str, content: bytes, book: Files, tmp_path: Path
) -> None:
    def change(files: Files) -> None:
        files[name] = content

    check(book, change, tmp_path / "x.epub")


def test_a_container_of_nothing_fails_without_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "x.epub"
    path.write_bytes(pack([]))
    assert {"PUB070", "PUB073"} <= {one.code for one in check_profile(path)}


def test_the_entities_of_epub_2_are_read(book: Files, tmp_path: Path) -> None:
    page = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "xhtml11.dtd">'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>&nbsp;&mdash;</title></head>'
        "<body><h1>a</h1><h3>b</h3></body></html>"
    )

    def change(files: Files) -> None:
        files["EPUB/old.xhtml"] = page.encode()

    found = [one.code for one in check(book, change, tmp_path / "x.epub")]
    assert "PUB083" in found


def test_a_bomb_of_entities_does_not_go_off(book: Files, tmp_path: Path) -> None:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    page = f'<!DOCTYPE a [<!ENTITY a0 "x">{lines}]><a>&a11;</a>'

    def change(files: Files) -> None:
        files["EPUB/bomb.xhtml"] = page.encode()

    check(book, change, tmp_path / "x.epub")
