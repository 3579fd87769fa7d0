"""Rendering: nothing in a text becomes markup or breaks the page; a theme's faults are named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from publisher.errors import BuildError
from publisher.theme import Theme, find_theme, render, words

PAGE = "<p title='{{ text }}'>{{ text }}</p>"


@pytest.fixture
def themed(tmp_path: Path) -> Callable[..., Theme]:
    def make(**templates: str) -> Theme:
        for name, content in templates.items():
            (tmp_path / f"{name}.j2").write_text(content, "utf-8")
        return Theme("test", tmp_path)

    return make


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    folder = tmp_path_factory.mktemp("theme")
    (folder / "page.j2").write_text(PAGE)
    return Theme("plain", folder)


@given(text=st.text(st.characters(codec=None)))
def test_any_text_comes_back_from_the_page(plain: Theme, text: str) -> None:
    element = ElementTree.fromstring(render(plain, "page.j2", text=text).encode("utf-8"))
    lost = {"\ufffe", "\uffff", *map(chr, range(0xD800, 0xE000))}
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    wanted = "".join(
        "\ufffd" if sign in lost or (sign < " " and sign not in "\t\n") else sign for sign in lines
    )
    assert (element.text or "") == wanted
    assert not list(element)


@pytest.mark.parametrize("sign", ["\0", "\x0b", "\x1f", "\ud800", "\udfff", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_shown_as_a_replacement(plain: Theme, sign: str) -> None:
    assert render(plain, "page.j2", text=f"前{sign}后").endswith(">前\ufffd后</p>")


@pytest.mark.parametrize("sign", ["\t", "\n", "\x85", "\u2028", "\u3000", "\u200b", "𠮷", "😀"])
def test_what_xml_can_hold_stays(plain: Theme, sign: str) -> None:
    assert render(plain, "page.j2", text=f"前{sign}后").endswith(f">前{sign}后</p>")


def test_lost_text_in_a_plain_text_is_said_in_the_language(plain: Theme) -> None:
    page = render(plain, "page.j2", text="甲⟦gap⟧乙", words=words("en"))
    assert page.endswith(">甲[text missing here]乙</p>")


def test_lost_text_stays_a_mark_where_no_words_are_given(plain: Theme) -> None:
    assert "甲⟦gap⟧乙" in render(plain, "page.j2", text="甲⟦gap⟧乙")


@pytest.mark.parametrize(
    ("template", "complaint"),
    [
        ("{{ nothing }}", "'nothing' is undefined"),
        ("\n{% if %}", "page.j2:2"),
        ("{% include 'other.j2' %}", "other.j2"),
    ],
)
def test_a_fault_of_a_template_is_named(
    themed: Callable[..., Theme], template: str, complaint: str
) -> None:
    with pytest.raises(BuildError, match=complaint):
        render(themed(page=template), "page.j2")


def test_a_template_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "page.j2").write_bytes("报纸".encode("gb18030"))
    with pytest.raises(BuildError, match="UTF-8"):
        render(Theme("test", tmp_path), "page.j2")


def test_a_template_that_nobody_has_is_named() -> None:
    with pytest.raises(BuildError, match=r"no-such\.j2"):
        render(find_theme("gazette"), "no-such.j2")


def test_a_theme_may_change_one_template_and_leave_the_rest(themed: Callable[..., Theme]) -> None:
    theme = themed(part="{% import 'article.j2' as parts %}{{ parts.inlines((), {}, set) }}x")
    assert render(theme, "part.j2", set=escape) == "x"
