"""The desk in Chromium: the first seed reviewed from start to end, looked at, and attacked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from publisher.config import Settings
from publisher.decisions import path_of, read_decisions
from publisher.pipeline import build, read_issue
from tests.desk.desks import laid
from tests.desk.test_door import HOSTILE
from tests.reading_room import visitors


@contextmanager
def served(issue: Path) -> Iterator[str]:
    """The address that lets a browser in, while the block runs."""
    command = [sys.executable, "-u", "-m", "publisher", "review", str(issue)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout
        try:
            yield desk.stdout.readline().strip()
        finally:
            desk.terminate()


def visit(issue: Path, task: str) -> Any:
    told = {"browser": visitors.browser(), "task": task, "file": str(path_of(issue))}
    with served(issue) as address:
        # Where somebody wants to look at it: PUBLISHER_PICTURES names a folder.
        more = {"address": address, "pictures": os.environ.get("PUBLISHER_PICTURES", "")}
        seen = visitors.run("review.js", told=told | more)
    assert (seen["errors"], seen["strangers"], seen["dialogs"]) == ([], [], 0)
    return seen


@pytest.fixture
def seed(tmp_path: Path, first_seed: Path) -> Path:
    return Path(shutil.copy(first_seed, tmp_path / "seed.txt"))


def counts(of: int) -> list[str]:
    return [f"{number} of {of} answered" for number in range(of + 1)]


def editions(issue: Path) -> list[bytes]:
    made = build(read_issue(issue, Settings()), ["epub"], dry_run=True)
    return [one.content for one in made]


def test_the_first_seed_is_reviewed_by_mouse(seed: Path) -> None:
    seen = visit(seed, "byMouse")
    steps = counts(4)
    assert seen["steps"] == steps
    assert (seen["undone"], seen["end"]) == (steps[-2], steps[-1])
    assert "#at-" in seen["place"]
    answers = read_decisions(seed)
    assert sorted(str(one.verdict) for one in answers) == ["gap", "join", "join", "join"]
    built = editions(seed)
    assert visit(seed, "open")["end"] == steps[-1]
    assert editions(seed) == built
    changed = seed.read_text("utf-8").replace("海淀职工歌咏比赛举办", "海淀职工歌咏比赛今天举办")
    seed.write_text(changed, "utf-8")
    assert visit(seed, "open")["end"] == steps[-1]
    assert read_decisions(seed) == answers


def test_the_first_seed_is_reviewed_by_keyboard(seed: Path) -> None:
    seen = visit(seed, "byKeyboard")
    steps = counts(4)
    assert seen["steps"] == steps
    first, second, back = seen["moves"]
    assert first == back != second
    assert seen["edited"]
    assert (seen["undone"], seen["takenBack"], seen["end"]) == (steps[-2], steps[-2], steps[-1])
    assert seen["found"]
    assert all("海淀" in one for one in seen["found"])
    assert len(read_decisions(seed)) == 4


def test_the_first_seed_is_reviewed_without_a_script(seed: Path) -> None:
    assert visit(seed, "withoutScripts")["end"] == counts(4)[-1]
    assert len(read_decisions(seed)) == 4


def test_a_change_elsewhere_is_noticed(seed: Path) -> None:
    seen = visit(seed, "elsewhere")
    assert "Nothing was written" in seen["notice"]
    assert seen["kept"] == "# by hand\n"


def test_it_is_fit_to_be_seen_in_both_languages(seed: Path) -> None:
    seen = visit(seed, "look")
    assert set(seen["languages"]) == {"en", "zh-Hans"}
    assert (seen["violations"], seen["wide"]) == ([], [])


def test_a_seed_with_markup_runs_nothing(tmp_path: Path) -> None:
    assert visit(laid(tmp_path, HOSTILE), "byMouse")["end"] == "1 of 1 answered"


def test_another_site_reads_and_writes_nothing(seed: Path) -> None:
    seen = visit(seed, "attack")
    assert (seen["read"], seen["written"], seen["framed"], seen["status"]) == (
        "",
        False,
        False,
        403,
    )
    assert not path_of(seed).exists()
