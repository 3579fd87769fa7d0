"""The tags of a PDF: each fault is found, and what is near one isn't."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from publisher.preflight.tags import check_tags

PATH = Path("a.pdf")


def found(operators: str = "", *tags: Any, roles: Any = None, properties: Any = None) -> list[str]:
    """What is found on a page of operators and in a tree of tags; None is a file without."""
    with Pdf.new() as pdf:
        page = pdf.add_blank_page().obj
        page.Contents = pdf.make_stream(operators.encode())
        page.Resources = Dictionary(Properties=Dictionary(properties or {}))
        document = Dictionary(S=Name.Document, K=Array(tags))
        pdf.Root.StructTreeRoot = Dictionary(K=document, RoleMap=Dictionary(roles or {}))
        return [f"{one.code} {one.where}: {one.message}" for one in check_tags(pdf, PATH)]


def tag(kind: str, *below: Any, **fields: str) -> Dictionary:
    told = {f"/{name}": String(value) for name, value in fields.items()}
    return Dictionary({"/S": Name(f"/{kind}"), "/K": Array(below), **told})


@pytest.mark.parametrize(
    "bad",
    [
        "BT (text) Tj ET",
        "0 0 9 9 re f",
        "0 0 m 9 9 l S",
        "/Picture Do",
        "/P BMC BT (a mark that says nothing) Tj ET EMC",
        "/P <</MCID 0>> BDC EMC BT (behind it) Tj ET",
        "/Span <</Lang (zh)>> BDC BT (a language alone) Tj ET EMC",
    ],
)
def test_what_stands_in_no_tag_is_found(bad: str) -> None:
    assert found(bad) == ["PUB128 a.pdf: page 1: 1 thing(s) in no tag and no artifact"]


@pytest.mark.parametrize(
    "good",
    [
        "",
        "/P <</MCID 0>> BDC BT (text) Tj ET EMC",
        "/Artifact BMC 0 0 9 9 re f EMC",
        "/Artifact <</Type /Pagination>> BDC BT (text) Tj ET EMC",
        "/P <</MCID 0>> BDC /Span <</Lang (zh)>> BDC BT (text) Tj ET EMC EMC",
        "/P /M BDC BT (text) Tj ET EMC",
        "0 0 9 9 re n",
        "BT /F 9 Tf ET",
        "EMC",
    ],
)
def test_what_stands_in_tags_or_artifacts_is_none(good: str) -> None:
    assert found(good, properties={"/M": Dictionary(MCID=0)}) == []


def test_a_figure_without_an_alternative_is_found() -> None:
    told = ["PUB129 a.pdf: 1 figure(s) without a text alternative"]
    assert found("", tag("Figure")) == told
    assert found("", tag("Sect", tag("P", tag("Figure", Alt=" ")))) == told
    assert found("", tag("photo"), roles={"/photo": Name.picture, "/picture": Name.Figure}) == told


def test_a_figure_with_one_is_none() -> None:
    assert found("", tag("Figure", Alt="A bridge"), tag("Figure", ActualText="7")) == []
    assert found("", tag("Figures")) == []


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ("H1 H3", "an H3 below an H1"),
        ("H2", "an H2 below nothing"),
        ("H1 H2 H4 H6", "an H4 below an H2"),
    ],
)
def test_a_level_that_is_skipped_is_found_once(kinds: str, told: str) -> None:
    assert found("", *map(tag, kinds.split())) == [f"PUB130 a.pdf: {told}"]


@pytest.mark.parametrize("kinds", ["", "H1", "H1 H2 H3 H1 H2", "H1 P H2 P H2", "P H"])
def test_headings_that_nest_are_none(kinds: str) -> None:
    assert found("", *map(tag, kinds.split())) == []


def test_headings_are_read_in_their_order_at_any_depth() -> None:
    assert found("", tag("Sect", tag("H1")), tag("Sect", tag("Div", tag("H2"))), tag("H3")) == []


def test_a_file_without_tags_is_anothers_fault() -> None:
    with Pdf.new() as pdf:
        page = pdf.add_blank_page().obj
        page.Contents = pdf.make_stream(b"0 0 9 9 re f")
        assert list(check_tags(pdf, PATH)) == []
