"""Killed at any step, or with a full disk: the old state or the new, whole."""

from __future__ import annotations

import errno
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from publisher.archive import durable
from publisher.archive.auditing import audit
from publisher.archive.inventory import Inventory
from publisher.archive.keeping import withdraw
from publisher.archive.store import Store, create_store
from publisher.archive.writer import writing
from publisher.errors import BuildError
from tests.archive.shelf import put, stamp

#: What touches the disk; a step is one call of these.
STEPS = ("write_new", "_sync", "move_in", "exchange", "append", "clone", "remove", "sync_tree")


def files(name: str, text: str = "近日") -> dict[str, bytes]:
    """Few files, since each is a step or more."""
    return {"issue.json": text.encode(), "source/a.txt": name.encode(), "report.json": b"{}"}


def first(store: Store) -> None:
    put(store, "a", files("a"))


def correction(store: Store) -> None:
    put(store, "a", files("a", "更正"), "a wrong date")


def second(store: Store) -> None:
    put(store, "b", files("b"))


def withdrawal(store: Store) -> None:
    with writing(store, lambda _: None) as writer:
        withdraw(writer, "a", stamp("a court's order"))


ACTIONS: dict[str, tuple[Callable[[Store], None], ...]] = {
    "a first issue": (first,),
    "a second issue": (first, second),
    "a correction": (first, correction),
    "a withdrawal": (first, correction, withdrawal),
}


def stepping(monkeypatch: pytest.MonkeyPatch, at: int, what: Callable[[], None]) -> list[int]:
    """Call `what` in place of the step `at`, before or after it by turns; counts the steps."""
    count = [0]
    for name in STEPS:
        original = getattr(durable, name)

        def step(*given: object, original: Callable[..., object] = original) -> object:
            count[0] += 1
            if count[0] == at:
                what()
            result = original(*given)
            count[0] += 1
            if count[0] == at:
                what()
            return result

        monkeypatch.setattr(durable, name, step)
    return count


def started(work: Callable[[], None]) -> int:
    """Begin the work in a process of its own; which never comes back into these tests."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


def in_a_child(work: Callable[[], None]) -> int:
    """Do the work in a process of its own; how it ended."""
    return os.waitpid(started(work), 0)[1]


def states(store: Store) -> dict[str, Inventory]:
    return {id: store.inventory(id) for id in store.ids()}


def prepared(root: Path, actions: tuple[Callable[[Store], None], ...]) -> Store:
    store = create_store(root)
    for action in actions[:-1]:
        action(store)
    return store


def outcomes(folder: Path, actions: tuple[Callable[[Store], None], ...]) -> list[object]:
    """The states before and after the last action."""
    store = prepared(folder / "outcome", actions)
    before = states(store)
    actions[-1](store)
    return [before, states(store)]


def mended(store: Store) -> list[str]:
    words: list[str] = []
    with writing(store, words.append):
        pass
    return words


@pytest.mark.parametrize("exchanging", [True, False], ids=["exchange", "two renames"])
@pytest.mark.parametrize("name", ACTIONS)
def test_killed_at_each_step(
    name: str, exchanging: bool, swift: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchanging:
        monkeypatch.setattr(durable, "exchange", lambda new, old: False)
    actions = ACTIONS[name]
    whole = outcomes(swift, actions)
    seen = []
    for at in range(1, 1000):
        store = prepared(swift / f"{at}", actions)

        def work(at: int = at, store: Store = store) -> None:
            with pytest.MonkeyPatch.context() as patch:
                stepping(patch, at, lambda: os.kill(os.getpid(), signal.SIGKILL))
                actions[-1](store)

        ended = in_a_child(work)
        faults = {fault.code for fault in audit(store)[0].faults}
        if exchanging:
            # Before anything is mended: whole, though the ledger may not know of it yet.
            assert states(store) in whole
            assert faults <= {"PUB056"}
        words = mended(store)
        assert bool(words) == bool(ended)
        assert states(store) in whole
        assert not audit(store)[0].faults
        seen.append(whole.index(states(store)))
        if not ended:
            break
        if states(store) == whole[0]:
            actions[-1](store)
        assert states(store) == whole[1]
        assert not audit(store)[0].faults
    assert seen == sorted(seen)
    assert len(seen) > 40
    assert set(seen) == {0, 1}


@pytest.mark.parametrize("name", ACTIONS)
@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS])
def test_a_disk_that_says_no_at_each_step(name: str, fault: int, swift: Path) -> None:
    actions = ACTIONS[name]
    whole = outcomes(swift, actions)

    def refuse() -> None:
        raise OSError(fault, os.strerror(fault))

    for at in range(1, 1000):
        store = prepared(swift / f"{at}", actions)
        with pytest.MonkeyPatch.context() as patch:
            count = stepping(patch, at, refuse)
            try:
                actions[-1](store)
            except BuildError as error:
                assert os.strerror(fault) in str(error)
                assert "nothing kept there was changed" in error.remedy
        mended(store)
        assert states(store) in whole
        assert not audit(store)[0].faults
        if count[0] < at:
            return
    raise AssertionError("it never ended")


@pytest.fixture
def another_writer(tmp_path: Path) -> Iterator[tuple[Store, int]]:
    store = create_store(tmp_path / "archive")
    reader, writer = os.pipe()

    def work() -> None:
        with writing(store, lambda _: None):
            os.write(writer, b".")
            time.sleep(60)

    child = started(work)
    os.read(reader, 1)
    os.close(reader)
    os.close(writer)
    yield store, child
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def test_a_second_writer_is_told_who_is_first(another_writer: tuple[Store, int]) -> None:
    store, child = another_writer
    with pytest.raises(BuildError, match=f"process {child} on .* is writing"):
        first(store)
    assert not list(store.ids())


def test_a_dead_writer_holds_no_lock(tmp_path: Path) -> None:
    store = create_store(tmp_path / "archive")

    def work() -> None:
        with writing(store, lambda _: None):
            os.kill(os.getpid(), signal.SIGKILL)

    assert in_a_child(work) == signal.SIGKILL
    words = mended(store)
    assert len(words) == 1
    assert "ended without a word" in words[0]
    assert not mended(store)
    first(store)


def test_what_a_power_cut_left_of_a_line_is_cut_off(tmp_path: Path) -> None:
    store = create_store(tmp_path / "archive")
    first(store)
    with store.audits.open("ab") as file:
        file.write(b'{"event": "kep')
    assert mended(store) == ["an unfinished line was cut off the archive's ledger"]
    second(store)
    assert not audit(store)[0].faults
