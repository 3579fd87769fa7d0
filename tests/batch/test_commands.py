"""`publisher batch` as a user meets it: killed at any time, it goes on; two exclude each other."""

from __future__ import annotations

import json
import os
import random
import subprocess
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path

from tests.batch.material import PROGRAM, seeds

ISSUES, KILLS = 60, 20


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def editions(folder: Path) -> dict[str, str]:
    return {
        path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.epub"))
    }


def events(folder: Path) -> list[dict[str, object]]:
    path = folder / "build" / "batch" / "events.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return [json.loads(line) for line in lines]


def test_killed_twenty_times_nothing_is_lost_half_written_or_built_twice(tmp_path: Path) -> None:
    seeds(tmp_path / "seeds", ISSUES)
    chance = random.Random(10)
    found: list[dict[str, str]] = []
    command = [*PROGRAM, "batch", "run", "-o", "epub", "--no-cache", "--resume", "--jobs", "2"]
    for _ in range(KILLS):
        wanted = len(events(tmp_path)) + chance.randrange(3)
        with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
            until = time.monotonic() + 60
            while len(events(tmp_path)) < wanted and time.monotonic() < until:
                time.sleep(0.01)
            time.sleep(chance.random() * (1.5 if not wanted else 0.1))
            assert process.poll() is None
            process.kill()
        found.append(editions(tmp_path / "build"))
    assert len(found[-1]) < ISSUES
    done = run(*command[len(PROGRAM) :], cwd=tmp_path)
    assert done.returncode == 0, done.stderr

    assert not list((tmp_path / "build").glob(".*"))
    whole = editions(tmp_path / "build")
    assert len(whole) == ISSUES
    for some in found:
        assert some.items() <= whole.items()
    counts = Counter(str(event["issue"]) for event in events(tmp_path) if event["state"] == "done")
    # A kill may come between the ledger's entry and its event: then there is none.
    assert set(counts.values()) == {1}
    assert len(counts) >= ISSUES - KILLS

    one = run("build", "-o", "epub", "--no-cache", "--output", "one", cwd=tmp_path)
    assert one.returncode == 0, one.stderr
    assert editions(tmp_path / "one") == whole


def test_a_batch_tells_what_became_of_each(tmp_path: Path) -> None:
    seeds(tmp_path / "seeds", 2)
    (tmp_path / "seeds" / "empty.txt").write_bytes(b"")
    done = run("batch", "run", "-o", "epub", "--keep-going", "--json", cwd=tmp_path)
    assert done.returncode == 8
    assert json.loads(done.stdout)["done"] == 2
    assert "seeds/empty.txt: failed (input) seeds/empty.txt: is empty\n  → Put" in done.stderr
    assert {event["state"] for event in events(tmp_path)} == {"done", "failed"}

    status = json.loads(run("batch", "status", "--json", cwd=tmp_path).stdout)
    assert status["counts"] == {
        "waiting": 0, "building": 0, "done": 2, "failed": 1, "set aside": 0
    }  # fmt: skip
    assert status["failed"][0]["failure"]["kind"] == "input"
    report = run("batch", "report", cwd=tmp_path).stdout.splitlines()
    assert [json.loads(line)["issue"] for line in report] == [
        "seeds/empty.txt", "seeds/i000.txt", "seeds/i001.txt"
    ]  # fmt: skip
    run("batch", "report", "--html", "r.html", "--junit", "r.xml", cwd=tmp_path)
    assert "2 of 3 issues built" in (tmp_path / "r.html").read_text("utf-8")
    assert 'failures="1"' in (tmp_path / "r.xml").read_text("utf-8")

    (tmp_path / "seeds" / "empty.txt").write_text("会议\n\n今天开了一个会。\n", "utf-8")
    again = run("batch", "run", "-o", "epub", "--resume", cwd=tmp_path)
    assert again.returncode == 0
    assert again.stderr == "3 issues, 1 to build\n3 done\n"


def test_two_at_once_are_told_apart_and_status_can_look_in(tmp_path: Path) -> None:
    seeds(tmp_path / "seeds", 60)
    command = [*PROGRAM, "batch", "run", "-o", "epub", "--no-cache"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as first:
        until = time.monotonic() + 60
        while not events(tmp_path) and time.monotonic() < until:
            time.sleep(0.01)
        second = run("batch", "run", "-o", "epub", cwd=tmp_path)
        status = run("batch", "status", cwd=tmp_path)
        assert first.poll() is None
        first.kill()
    assert second.returncode == 2
    assert second.stderr.startswith("error: another batch is running in build/batch\n  → Wait")
    assert status.returncode == 0
    assert "waiting" in status.stdout
    elsewhere = run("batch", "status", cwd=tmp_path / "seeds")
    assert elsewhere.returncode == 3
    assert "there is no batch's ledger" in elsewhere.stderr


def test_a_second_build_costs_next_to_nothing(tmp_path: Path, first_seed: Path) -> None:
    def built(*more: str) -> float:
        began = os.times()
        done = run("build", first_seed, *more, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        ended = os.times()
        return ended.children_user - began.children_user

    first, again = built(), built()
    assert again < first / 3
    kept = (tmp_path / "build" / f"{first_seed.stem}.pdf").read_bytes()
    built("--no-cache")
    assert (tmp_path / "build" / f"{first_seed.stem}.pdf").read_bytes() == kept
