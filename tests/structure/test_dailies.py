"""Two whole issues, one Chinese and one English, are read as their hand-made truths say."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from publisher.config import Settings
from publisher.pipeline import read_issue
from tests.structure.scoring import ISSUES, PAGES, Score, score

#: The share of items, field by field, that may not be lost or made up.
FLOOR = 0.98


def dailies() -> list[Path]:
    return sorted(folder for folder in ISSUES.iterdir() if folder.is_dir())


@pytest.mark.parametrize("folder", dailies(), ids=lambda folder: folder.name)
def test_an_issue_is_read_as_by_hand(folder: Path) -> None:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    scores, wrong = score(read_issue(folder / "issue", Settings()), truth)
    assert all(one.precision >= FLOOR for one in scores.values()), "\n".join(wrong)
    assert all(one.recall >= FLOOR for one in scores.values()), "\n".join(wrong)
    assert len(truth["pages"]) >= 8
    assert len(truth["articles"]) >= 40


def pages() -> list[Path]:
    return sorted(folder for folder in PAGES.iterdir() if folder.is_dir())


@pytest.mark.parametrize("folder", pages(), ids=lambda folder: folder.name)
def test_a_few_pages_of_another_paper_are_read_as_by_hand(folder: Path) -> None:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    scores, wrong = score(read_issue(folder / "issue", Settings()), truth)
    total = sum(scores.values(), Score())
    assert total.precision >= FLOOR, "\n".join(wrong)
    assert total.recall >= FLOOR, "\n".join(wrong)


@pytest.mark.parametrize("folder", dailies(), ids=lambda folder: folder.name)
def test_nothing_of_an_issue_is_left_out_but_what_is_of_no_article(folder: Path) -> None:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    issue = read_issue(folder / "issue", Settings())
    said = "".join("".join(truth["omitted"]).split())
    for omission in issue.omissions:
        printed = "".join(omission.origin.of(issue.text).replace("**", "").split()).strip("#>*■◆")
        if omission.reason not in {"layout sign", "rule"}:
            assert printed in said or omission.reason == "affiliation, in the byline", omission


def test_with_its_open_questions_answered_the_chinese_issue_is_read_exactly(tmp_path: Path) -> None:
    folder = ISSUES / "chinese-daily"
    issue = tmp_path / "issue"
    shutil.copytree(folder / "issue", issue)
    shutil.copy(folder / "decisions.toml", issue)
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    _, wrong = score(read_issue(issue, Settings()), truth)
    assert wrong == []


def test_the_english_issue_is_read_exactly() -> None:
    folder = ISSUES / "english-daily"
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    _, wrong = score(read_issue(folder / "issue", Settings()), truth)
    assert wrong == []
