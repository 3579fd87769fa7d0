"""EPUBCheck's report as diagnostics, wherever it runs."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from publisher import preflight
from publisher.diagnostics import Severity
from publisher.errors import ToolMissing
from publisher.preflight import epubcheck, java
from publisher.preflight.epubcheck import check_epub, check_epubs
from publisher.theme import find_theme
from publisher.writers.container import pack
from publisher.writers.epub import write_epub
from tests.issues import article, issue, provenance


def spoilt(path: Path, *, title: str = "") -> Path:
    """A book whose pages bear an attribute that XHTML hasn't."""
    theme = find_theme("gazette")
    whole = write_epub(issue(article(1, "题", "文"), title=title), provenance(), theme, fonts=False)
    path.write_bytes(whole.content)
    with ZipFile(path) as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    path.write_bytes(
        pack((name, page.replace(b"<h1 ", '<h1 编号="1" '.encode())) for name, page in files)
    )
    return path


@pytest.mark.parametrize("locale", ["C", "de_DE.UTF-8"])
def test_a_fault_is_told_in_english_with_its_place_in_any_locale(
    locale: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("LANG", locale)
    path = spoilt(tmp_path / "报纸 一.epub")
    found = [one for one in check_epub(path) if "article-0001.xhtml" in one.where]
    assert [one.code for one in found] == ["PUB020"]
    assert found[0].severity is Severity.ERROR
    assert 'RSC-005: Error while parsing file: attribute "编号" not allowed' in found[0].message
    assert found[0].message.endswith("…")
    assert found[0].where.startswith(f"{path}!EPUB/article-0001.xhtml:")
    assert found[0].remedy


def test_a_name_that_looks_like_an_option_is_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt(tmp_path / "-version.epub")
    monkeypatch.chdir(tmp_path)
    assert check_epub(Path("-version.epub"))[0].where.startswith("-version.epub")


@pytest.mark.parametrize("content", [b"", b"no zip at all"])
def test_what_is_no_book_is_a_fault(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.epub"
    path.write_bytes(content)
    assert Severity.ERROR in {one.severity for one in check_epub(path)}


def test_without_java_the_remedy_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolMissing, match="java") as caught:
        check_epub(tmp_path / "x.epub")
    assert "default-jre-headless" in caught.value.remedy


def test_without_the_package_the_remedy_names_the_extra() -> None:
    with pytest.raises(ToolMissing) as caught:
        java.jar("no_such_package", "*.jar")
    assert "publisher[check]" in caught.value.remedy


def test_a_java_that_does_not_report_is_a_tool_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.jar").write_bytes(b"no jar")
    monkeypatch.setattr(epubcheck, "jar", lambda *_: tmp_path / "x.jar")
    with pytest.raises(ToolMissing, match="did not report"):
        check_epub(tmp_path / "x.epub")


def test_many_files_are_told_apart_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "none.epub").write_bytes(b"no zip")
    paths = [spoilt(tmp_path / "报纸 一.epub"), tmp_path / "none.epub", spoilt(tmp_path / "b.epub")]
    whole = write_epub(
        issue(article(1, "题", "文")), provenance(), find_theme("gazette"), fonts=False
    )
    (tmp_path / "good.epub").write_bytes(whole.content)
    found = check_epubs([*paths, tmp_path / "good.epub"])
    assert [bool(one) for one in found] == [True, True, True, False]
    for path, faults in zip(paths, found, strict=False):
        assert {fault.where.partition("!")[0] for fault in faults} == {str(path)}
    assert check_epubs([]) == ()


def test_the_check_of_epubs_is_both_epubchecks_and_ours(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "x.epub")
    with ZipFile(path, "a") as archive:
        archive.writestr("META-INF/rights.xml", "<rights/>")
    codes = {one.code for one in preflight.checker(".epub")(path)}
    assert {"PUB020", "PUB022"} <= codes
