"""The pool: every task is answered, whatever becomes of its worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.batch.pool import Lost, each


def work(task: str) -> str:
    """Do as the task says."""
    match task.split():
        case ["raise"]:
            raise ZeroDivisionError("so it goes")
        case ["die"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["leave"]:
            os._exit(3)
        case ["sleep", seconds]:
            time.sleep(float(seconds))
    return f"{task} by {os.getpid()}"


def giving(*tasks: str) -> Callable[[], str | None]:
    left = iter(tasks)
    return lambda: next(left, None)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_workers_end_costs_its_task_only(workers: int) -> None:
    tasks = ["a", "die", "b", "raise", "c", "leave", "d"]
    answers = dict(each(work, giving(*tasks), workers))
    assert list(answers) == tasks or workers == 2
    assert set(answers) == set(tasks)
    assert answers["die"] == Lost("the worker died (SIGKILL)", died=True)
    assert answers["leave"] == Lost("the worker died (exit code 3)", died=True)
    lost = answers["raise"]
    assert isinstance(lost, Lost) and not lost.died
    assert lost.reason.endswith("ZeroDivisionError: so it goes\n")
    for task in "abcd":
        assert str(answers[task]).startswith(f"{task} by ")


def test_workers_are_renewed_after_their_turns() -> None:
    answers = [str(answer) for _, answer in each(work, giving(*"abcdefg"), 1, turns=3)]
    pids = [answer.split()[-1] for answer in answers]
    assert [pids.index(pid) for pid in pids] == [0, 0, 0, 3, 3, 3, 6]


def test_what_is_given_late_is_done_too() -> None:
    left = ["a"]

    def take() -> str | None:
        return left.pop() if left else None

    done = []
    for task, _ in each(work, take, 2):
        done.append(task)
        if task == "a":
            left.append("b")
    assert done == ["a", "b"]


def test_what_takes_too_long_is_ended() -> None:
    answers = dict(each(work, giving("sleep 60", "a"), 1, patience=1))
    assert answers["sleep 60"] == Lost("it took too long, and was ended", died=True)
    assert str(answers["a"]).startswith("a by ")


def test_leaving_early_ends_the_workers() -> None:
    began = time.monotonic()
    for _ in each(work, giving("a", "sleep 60", "sleep 60"), 2):
        break
    assert time.monotonic() - began < 30


def test_a_worker_dies_with_its_master(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    program = (
        "import itertools\n"
        "from publisher.batch.pool import each\n"
        "from tests.batch.test_pool import mark\n"
        f"list(each(mark, itertools.repeat({str(mark)!r}).__next__, 1))\n"
    )
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=root, env=os.environ | {"PYTHONPATH": str(root)}
    ) as master:
        until = time.monotonic() + 30
        while not mark.exists() and time.monotonic() < until:
            time.sleep(0.05)
        master.kill()
    time.sleep(0.5)
    before = mark.stat().st_mtime_ns
    time.sleep(1)
    assert mark.stat().st_mtime_ns == before


def mark(path: str) -> None:
    """Show a sign of life for a long time."""
    for _ in range(300):
        Path(path).touch()
        time.sleep(0.05)
