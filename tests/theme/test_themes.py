"""Themes as they are found, and what they may leave out."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.errors import UsageError
from publisher.theme import find_theme, stylesheet


def test_a_shipped_theme_is_found_by_its_name_wherever_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gazette").mkdir()
    (tmp_path / "gazette" / "epub.css").write_text("p { color: red }")
    monkeypatch.chdir(tmp_path)
    assert find_theme("gazette").root != tmp_path / "gazette"
    assert find_theme("./gazette").root == Path("gazette")


@pytest.mark.parametrize("name", ["", "no-such", "..", ".", "__pycache__", "words.toml", "a\0b"])
def test_what_is_no_theme_is_an_error_that_names_those_there_are(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no theme") as caught:
        find_theme(name)
    assert "gazette" in caught.value.remedy


def test_an_empty_folder_is_no_theme(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no theme"):
        find_theme(str(tmp_path))


def test_a_theme_takes_from_the_basis_what_it_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "epub.css").write_text("p { color: red }")
    theme = find_theme(str(tmp_path))
    assert stylesheet(theme, "epub.css") == "p { color: red }"
    assert stylesheet(theme, "print.css") == stylesheet(find_theme("gazette"), "print.css")


def test_a_style_sheet_that_nobody_has_is_an_error() -> None:
    with pytest.raises(UsageError, match=r"no braille\.css"):
        stylesheet(find_theme("gazette"), "braille.css")


def test_a_style_sheet_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "epub.css").write_bytes("/* 报纸 */".encode("gb18030"))
    with pytest.raises(UsageError, match="UTF-8"):
        stylesheet(find_theme(str(tmp_path)), "epub.css")


def test_lines_run_as_the_theme_knows_or_not_at_all() -> None:
    assert find_theme("gazette", "vertical").is_vertical("zh-Hant")
    with pytest.raises(UsageError, match="diagonal"):
        find_theme("gazette", "diagonal")
