"""Pages shuffled, cut, doubled, with markers that lead nowhere: no crash, and nothing lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.structure import doubts, read_issue, to_json
from publisher.text import Transcript
from tests.structure.scoring import ISSUES

PAGES = [
    path.read_text("utf-8")
    for folder in sorted(ISSUES.iterdir())
    for path in sorted((folder / "issue").glob("*.txt"))
]
LINES = [line for page in PAGES for line in page.split("\n")]
MARKERS = [
    *(
        "（下转第3版）",
        "（上接第1版）",
        "Continued on Page A4",
        "(Continued from Page A1)",
        "# # #",
    ),
    *(
        "■",
        ">> <<",
        "##",
        "|a|b|",
        "（",
        "【】",
        "本报讯（",
        "By",
        "⟦gap⟧",
        "\f",
        "> ",
        "**",
        "\u3000",
    ),
]

SIGNS = "第版转接上下A1（）#*>| \n\f。，“”《》报讯记者：张三by"


def read(text: str) -> None:
    """Reading accounts for every character, or raises LostText."""
    issue = read_issue(Transcript.of(text), id="paper", name="paper")
    doubts(issue)
    to_json(issue)
    assert len({article.id for article in issue.articles}) == len(issue.articles)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PAGES), max_size=6), st.randoms(use_true_random=False))
def test_pages_in_any_order(pages: list[str], chance: random.Random) -> None:
    cut = [page[chance.randrange(len(page)) :] if chance.random() < 0.4 else page for page in pages]
    read("\f".join(cut))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES + MARKERS * 40), max_size=60))
def test_lines_in_any_order(lines: list[str]) -> None:
    read("\n".join(lines))
    read("\n\n".join(lines))


@settings(max_examples=100, deadline=None)
@given(
    st.text(st.sampled_from("第版转接上下A1（）#*>| \n\f。，“”《》报讯记者：张三by"), max_size=80)
)
def test_any_signs(text: str) -> None:
    read(text)


def test_an_issue_of_five_hundred_pages() -> None:
    pages = [page for _ in range(500 // len(PAGES) + 1) for page in PAGES][:500]
    read("\f".join(pages))


@pytest.mark.parametrize("text", ["", "\f\f\f", "\n" * 1000, "#", "■", "（下转第3版）"])
def test_hardly_anything(text: str) -> None:
    read(text)


def test_pages_are_there() -> None:
    assert len(PAGES) >= 16
    assert all(isinstance(path, Path) for path in ISSUES.iterdir())
