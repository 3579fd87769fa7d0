"""Themes as they are found, and what they may leave out."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.errors import UsageError
from publisher.model import PrintSettings
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


@pytest.mark.parametrize("name", ["gazette", "magazine", "book"])
def test_the_shipped_themes_are_whole(name: str) -> None:
    theme = find_theme(name)
    for sheet in ("epub.css", "print.css"):
        assert "@import" not in stylesheet(theme, sheet)


def test_a_paper_keeps_its_own_theme_in_its_styles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "styles" / "evening"
    own.mkdir(parents=True)
    (own / "print.css").write_text('@import "magazine/print.css";\n.kicker { color: red }\n')
    (own / "theme.toml").write_text('basis = "magazine"\npage = "A5"\n')
    monkeypatch.chdir(tmp_path)
    theme = find_theme("evening")
    sheet = stylesheet(theme, "print.css")
    assert sheet.endswith(".kicker { color: red }\n")
    # The magazine's, and the gazette's that it imports in its turn.
    assert ".cover-lines" in sheet
    assert "@import" not in sheet
    assert [folder.name for folder in theme.folders] == ["evening", "magazine", "gazette"]
    assert (theme.defaults.page, theme.defaults.han) == ("A5", 22)
    with pytest.raises(UsageError) as caught:
        find_theme("morning")
    assert "evening" in caught.value.remedy


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ('page = "A9"', "page must be one of"),
        ("body = true", "body must be a number"),
        ("han = 2", "han must be 8 to 60"),
        ("text = 1", "text must be a text in quotes"),
        ('colour = "#eeeeee"', "colour is too light"),
        ("colums = 3", "colums is no setting"),
        ('basis = "no-such"', "no shipped theme"),
        ('basis = "../x"', "basis must be the name of a theme"),
        ("page = ", "Invalid value"),
    ],
)
def test_a_faulty_theme_is_named(told: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "print.css").write_text("")
    (tmp_path / "theme.toml").write_text(told + "\n")
    with pytest.raises(UsageError, match=said) as caught:
        find_theme(str(tmp_path))
    assert str(tmp_path / "theme.toml") in str(caught.value)


def test_a_sheet_that_no_theme_has_isnt_imported(tmp_path: Path) -> None:
    (tmp_path / "print.css").write_text('@import "gazette/no-such.css";\n')
    with pytest.raises(UsageError, match="no-such"):
        stylesheet(find_theme(str(tmp_path)), "print.css")


def test_the_papers_settings_come_before_the_themes() -> None:
    theme = find_theme("book", pages=PrintSettings(page="A4"))
    assert (theme.pages.page, theme.defaults.page) == ("A4", "A5")
