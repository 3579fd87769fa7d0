"""The first seed is read exactly: every field, to the character."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from publisher.structure import doubts
from tests.structure.reading import fields, issue_of

GOLDEN = Path(__file__).with_name("first-seed.json")
ACCEPTED = Path(__file__).parents[3] / "shared" / "acceptance" / "seed-000.json"

#: What the repairs do to the seed: six joins and one gap.
JOINS = [
    ("“开学第一课”", "上，全国"),
    ("会展IP解", "码会展"),
    ("围绕产", "业链"),
    ("通过举", "办形式"),
    ("创新创造", "活力"),
    ("队伍基础", "上扩充"),
]


@pytest.fixture(scope="module")
def repaired(first_seed: Path) -> str:
    text = first_seed.read_text("utf-8")
    for left, right in JOINS:
        text, count = re.subn(rf"{left}\s+{right}", left + right, text)
        assert count == 1
    return text.replace("着力\n\n题，", "着力⟦gap⟧\n\n题，")


@pytest.mark.parametrize("truth", [path for path in (GOLDEN, ACCEPTED) if path.exists()])
def test_every_field_is_as_read_by_hand(repaired: str, truth: Path) -> None:
    expected = json.loads(truth.read_text("utf-8"))
    issue = issue_of(repaired)
    assert issue.language == expected["language"]
    assert str(issue.banner) == expected["banner"]
    assert [fields(article) for article in issue.articles] == expected["articles"]


def test_nothing_is_invented_about_the_issue(repaired: str) -> None:
    issue = issue_of(repaired)
    assert (issue.date, issue.number, issue.title.name) == ("", "", "")


def test_only_layout_signs_are_left_out(repaired: str) -> None:
    issue = issue_of(repaired)
    left_out = {one.origin.of(repaired) for one in issue.omissions}
    assert left_out <= {"#", "##", "###", "**", "**（", "）", "■", ">>", "<<"}


def test_ids_are_stable(repaired: str) -> None:
    ids = [article.id for article in issue_of(repaired).articles]
    assert ids == [f"paper-i000{n}" for n in range(1, 6)]


def test_its_one_doubt_is_the_gap(repaired: str) -> None:
    (doubt,) = doubts(issue_of(repaired), "seed.txt")
    assert doubt.code == "PUB001"
    assert "着力" in doubt.message
    assert doubt.where == "seed.txt"
