"""No line of the three issues breaks a rule of CLREQ, and the program that says so can count."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.quality.typesetting import COLUMNS, Line, faults, table

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))["typesetting"]

LINE = Line("工会会员", 0.0, 0.0, False, False, 3, 10.0, 20.0, 0.0, 100.0, 1)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (replace(LINE, text="，工会"), "begins wrongly"),
        (replace(LINE, text="工会（"), "ends wrongly"),
        (replace(LINE, short=0.6), "not flush"),
        (replace(LINE, short=-0.6, last=True), "over its edge"),
        (replace(LINE, stretch=0.11), "stretched"),
        (replace(LINE, stretch=0.4, last=True), "stretched to the cap"),
        (replace(LINE, text="员。", last=True), "lone last character"),
    ],
)
def test_a_fault_is_counted_as_what_it_is(line: Line, fault: str) -> None:
    assert [name for name, count in faults([line]).items() if count] == [fault]


def test_lines_are_held_against_each_other() -> None:
    cut = [replace(LINE, text="同比增长3."), replace(LINE, text="5%。", top=20.0, bottom=30.0)]
    assert faults(cut)["number or unit cut"] == 1
    assert faults([LINE, replace(LINE, left=50.0, right=150.0)])["overlapping"] == 1
    assert faults([LINE, replace(LINE, left=120.0, right=150.0)])["overlapping"] == 0
    assert faults([LINE, replace(LINE, page=2)])["overlapping"] == 0


@pytest.mark.parametrize(
    "line",
    [
        replace(LINE, text="“工会", first=True),
        replace(LINE, short=40.0, last=True),
        replace(LINE, text="员。", last=True, lines=1),
        replace(LINE, stretch=0.1),
    ],
)
def test_a_good_line_has_no_fault(line: Line) -> None:
    assert not +faults([line])


def test_the_issues_break_no_rule() -> None:
    rows = table().rows
    assert sum(int(row[2]) for row in rows) > 2000
    for _, name, lines, *counts in rows:
        found = dict(zip(COLUMNS, counts, strict=True))
        language = "words" if name == "English daily" else "characters"
        assert int(found.pop("stretched")) / int(lines) <= FLOORS[language], name
        if language == "words":
            # A word that can't be divided leaves a line of two words wide.
            assert int(found.pop("stretched to the cap")) <= 1
        assert not any(found.values()), (name, found)
