"""A batch: what is done stays done, what fails is told by whose fault, what kills is set aside."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from publisher.batch.jobs import Built, Failure, Job, Kind, failure_of, jobs_for
from publisher.batch.lock import locked
from publisher.batch.report import as_html, as_junit
from publisher.batch.running import LOCAL, Policy, enter, run, settled
from publisher.batch.worklist import Row, State, Worklist, opened
from publisher.config import Settings
from publisher.errors import (
    BuildError,
    InputError,
    LostText,
    PublisherError,
    ToolMissing,
    UsageError,
)
from publisher.manuscripts import find_issues
from tests.batch.material import issue, seeds


def work(job: Job) -> Built | Failure:
    """Do as the issue says, and count how often."""
    told = job.path.read_text("utf-8").split()[0]
    with (job.output / "tried").open("a") as file:
        file.write(f"{job.path.name}\n")
    match told:
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "die-once":
            job.path.write_text("well", "utf-8")
            os.kill(os.getpid(), signal.SIGKILL)
        case "raise":
            raise KeyError("no such thing")
        case "lost":
            return failure_of(LostText("a character is lost"))
        case "bad":
            return failure_of(InputError("it's bad", remedy="Mend it."))
    return Built((), 0, 0, (), f"made of {told}")


@pytest.fixture
def jobs(tmp_path: Path) -> Callable[..., list[Job]]:
    def make(**texts: str) -> list[Job]:
        folder = tmp_path / "seeds"
        folder.mkdir(exist_ok=True)
        (tmp_path / "build").mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, "utf-8")
        return jobs_for(
            find_issues([folder], folder), Settings(), output=tmp_path / "build", cached=False
        )

    return make


@contextmanager
def ledger(folder: Path) -> Iterator[Worklist]:
    with opened(folder / "ledger.sqlite", writable=True) as entered:
        yield entered


def done(folder: Path, jobs: list[Job], policy: Policy) -> dict[str, Row]:
    """A batch run to its end; its rows by name."""
    with ledger(folder) as entered:
        enter(entered, jobs, policy, LOCAL)
        list(run(entered, jobs, policy, replace(LOCAL, attempt=work)))
        return {Path(row.issue).stem: row for row in entered.rows()}


def tried(folder: Path) -> Counter[str]:
    return Counter((folder / "build" / "tried").read_text("utf-8").split())


def test_what_kills_its_worker_is_set_aside_and_the_rest_is_built(
    tmp_path: Path, jobs: Callable[..., list[Job]]
) -> None:
    work_ = jobs(a="well", b="die", c="die-once", d="well", e="well")
    rows = done(tmp_path, work_, Policy(2, keep_going=True))
    assert [rows[name].state for name in "abcde"] == ["done", "set aside", "done", "done", "done"]
    assert [rows[name].tries for name in "abcde"] == [1, 3, 2, 1, 1]
    fault = rows["b"].failure
    assert fault and fault.kind is Kind.ENVIRONMENT
    assert "SIGKILL" in fault.message
    assert tried(tmp_path)["b.txt"] == 3


def test_what_raises_is_our_bug_with_its_trace_and_isnt_tried_again(
    tmp_path: Path, jobs: Callable[..., list[Job]]
) -> None:
    rows = done(tmp_path, jobs(a="raise", b="well", c="lost"), Policy(1, keep_going=True))
    assert rows["a"].state is State.FAILED
    assert rows["a"].failure and rows["a"].failure.kind is Kind.BUG
    assert "KeyError: 'no such thing'" in rows["a"].failure.message
    assert rows["b"].state is State.DONE
    assert rows["c"].failure and rows["c"].failure.kind is Kind.BUG
    assert tried(tmp_path) == {"a.txt": 1, "b.txt": 1, "c.txt": 1}


def test_without_keep_going_the_first_failure_is_the_last(
    tmp_path: Path, jobs: Callable[..., list[Job]]
) -> None:
    work_ = jobs(a="well", b="bad", c="well", d="well")
    rows = done(tmp_path, work_, Policy(1))
    assert [rows[name].state for name in "abcd"] == ["done", "failed", "waiting", "waiting"]


def test_failures_are_tried_again_when_asked_and_set_aside_in_the_end(
    tmp_path: Path, jobs: Callable[..., list[Job]]
) -> None:
    work_ = jobs(b="bad")
    policy = Policy(1, keep_going=True)
    states = [done(tmp_path, work_, policy)["b"].state]
    resuming = replace(policy, resume=True)
    states.append(done(tmp_path, work_, resuming)["b"].state)
    assert tried(tmp_path)["b.txt"] == 1
    again = replace(resuming, retry_failed=True)
    states += [done(tmp_path, work_, again)["b"].state for _ in range(4)]
    assert states == ["failed", "failed", "failed", "set aside", "set aside", "set aside"]
    assert tried(tmp_path)["b.txt"] == 3


def test_what_was_mended_is_taken_up(tmp_path: Path, jobs: Callable[..., list[Job]]) -> None:
    done(tmp_path, jobs(a="well", b="bad", c="die"), Policy(1, keep_going=True))
    rows = done(tmp_path, jobs(b="well", c="well"), Policy(1, resume=True, keep_going=True))
    assert [row.state for row in rows.values()] == ["done", "done", "done"]
    assert [rows[name].tries for name in "bc"] == [1, 1]


def test_what_was_interrupted_waits_and_is_no_poison(
    tmp_path: Path, jobs: Callable[..., list[Job]]
) -> None:
    work_ = jobs(a="well")
    with ledger(tmp_path) as entered:
        for _ in range(5):
            (row,) = enter(entered, work_, Policy(resume=True), LOCAL)
            assert (row.state, row.tries) == (State.WAITING, 0)
            entered.put(replace(row, state=State.BUILDING))


def test_what_a_killed_worker_left_half_written_is_cleared_up(
    tmp_path: Path, jobs: Callable[..., list[Job]]
) -> None:
    work_ = jobs(a="well", b="well")
    left, others, own = (
        tmp_path / "build" / name
        for name in (".a.epub.x_12abcd", ".b.epub.x_12abcd", ".a.epub.my-notes")
    )
    with ledger(tmp_path) as entered:
        rows = enter(entered, work_, Policy(), LOCAL)
        for path in (left, others, own):
            path.write_bytes(b"PK")
        entered.put(replace(rows[0], state=State.BUILDING))
        enter(entered, work_, Policy(resume=True), LOCAL)
    assert [path.exists() for path in (left, others, own)] == [False, True, True]


def test_a_ledger_keeps_a_row_whole(tmp_path: Path) -> None:
    failure = Failure(Kind.INPUT, "it's bad", "Mend it.", 3)
    row = Row("甲.txt", "0" * 64, State.FAILED, 2, 1.5, failure=failure)
    with ledger(tmp_path) as entered:
        entered.enter([row])
    with opened(tmp_path / "ledger.sqlite") as entered:
        assert list(entered.rows()) == [row]
        assert entered.row("甲.txt") == row
        assert entered.counts()[State.FAILED] == 1


def test_a_damaged_or_absent_ledger_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with pytest.raises(InputError, match="there is no batch's ledger"), opened(path):
        pass
    path.write_bytes(b"no database, but long enough to be one" * 100)
    with pytest.raises(InputError, match="damaged"), opened(path, writable=True):
        pass


def test_two_batches_in_a_folder_exclude_each_other(tmp_path: Path) -> None:
    lock = tmp_path / "batch" / "lock.sqlite"
    with (
        locked(lock),
        pytest.raises(UsageError, match="another batch is running in"),
        locked(lock),
    ):
        pass
    with locked(lock):
        pass


def caused(error: PublisherError, cause: Exception) -> PublisherError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (InputError("a.txt: is empty"), Kind.INPUT),
        (caused(InputError("no such file"), FileNotFoundError()), Kind.INPUT),
        (caused(InputError("can't be read"), OSError(5, "I/O error")), Kind.ENVIRONMENT),
        (UsageError("issue.toml: unknown key"), Kind.INPUT),
        (BuildError("a character has no glyph"), Kind.INPUT),
        (caused(BuildError("can't be written"), OSError(28, "full")), Kind.ENVIRONMENT),
        (ToolMissing("no font"), Kind.ENVIRONMENT),
        (LostText("a character"), Kind.BUG),
        (OSError(28, "full"), Kind.ENVIRONMENT),
        (MemoryError(), Kind.ENVIRONMENT),
    ],
)
def test_whose_fault_it_is(error: PublisherError | OSError | MemoryError, kind: Kind) -> None:
    assert failure_of(error).kind is kind


def test_the_reports_tell_each_issue_and_escape_what_it_says() -> None:
    rows = [
        settled(Row("a.txt"), Built((), 1, 2, (), ""), 3),
        settled(Row("b<i>.txt"), Failure(Kind.INPUT, "it's <bad>\x00", "Mend it.", 3), 3),
        settled(Row("c.txt"), Failure(Kind.BUG, "Traceback\nKeyError", "Tell us.", 1), 3),
        Row("d.txt"),
    ]
    suite = ET.fromstring(as_junit(rows))
    told = {key: suite.get(key) for key in ("tests", "failures", "errors", "skipped")}
    assert told == {"tests": "4", "failures": "1", "errors": "1", "skipped": "1"}
    assert [case[0].tag if len(case) else "" for case in suite] == [
        "",
        "failure",
        "error",
        "skipped",
    ]
    assert suite[2][0].get("message") == "KeyError"
    page = as_html(rows)
    assert "1 of 4 issues built, 2 failed" in page
    assert "b&lt;i&gt;.txt" in page
    assert "<bad>" not in page
    assert "\x00" not in page


def test_a_resumed_batch_builds_only_what_is_missing_or_changed(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "seeds", 4)
    work_ = jobs_for(
        find_issues([folder], folder),
        Settings(),
        formats=["epub"],
        output=tmp_path / "build",
        cached=False,
    )
    policy = Policy(1, resume=True)

    def built() -> list[str]:
        with ledger(tmp_path) as entered:
            enter(entered, work_, policy, LOCAL)
            return [Path(row.issue).stem for row in run(entered, work_, policy, LOCAL)]

    assert built() == ["i000", "i001", "i002", "i003"]
    assert built() == []
    (folder / "i001.txt").write_text(issue(99), "utf-8")
    (tmp_path / "build" / "i002.epub").unlink()
    (tmp_path / "build" / "i003.epub").write_bytes(b"cut short")
    assert built() == ["i001", "i002", "i003"]
    assert built() == []
