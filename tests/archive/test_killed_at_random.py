"""Killed at 250 random instants of all four works: old or new state whole, the next run goes on.

The instants come from a seed; where in the work they fall, the machine decides.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from publisher.archive.auditing import audit
from publisher.archive.catalogue import catch_up, reindex
from publisher.archive.catalogue_faults import faults as catalogue_faults
from publisher.archive.record import as_json
from publisher.archive.replicas import replicate
from publisher.archive.search import Question, search
from publisher.archive.store import Store, create_store
from publisher.archive.writer import writing
from publisher.structure import to_json
from tests.archive.shelf import put, small, stamp
from tests.archive.test_killed import files, in_a_child, mended, started, states

KILLS = 50
NAMES = ("a", "b", "c", "d")


def quiet(_: str) -> None:
    pass


def killed(work: Callable[[], object], seconds: float) -> bool:
    """Begin the work and kill it; whether it was still at it."""
    child = started(work)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def whole(store: Store) -> None:
    """Nothing but the ledger's last line may be wanting."""
    faults = audit(store)[0].faults
    assert {fault.code for fault in faults} <= {"PUB056"}
    assert len(faults) <= 1


def gone_on(store: Store) -> bool:
    """Mend what was left; whether there was something, and all is well now."""
    words = mended(store)
    assert not audit(store)[0].faults
    return bool(words)


def test_adding(swift: Path) -> None:
    chance = random.Random("adding")
    store = create_store(swift / "archive")
    interrupted = 0
    for _ in range(KILLS):
        kept = states(store)

        def work(first: int = len(kept)) -> None:
            for number in count(first):
                put(store, f"n{number}", files(f"n{number}"))

        assert killed(work, chance.random() * 0.04)
        whole(store)
        interrupted += gone_on(store)
        now = states(store)
        assert now.items() >= kept.items()
        assert set(now) == {f"issue:n{number}" for number in range(len(now))}
        for number in range(len(kept), len(now)):
            for path, content in files(f"n{number}").items():
                assert store.read(f"issue:n{number}", path) == content
        put(store, f"n{len(now)}", files(f"n{len(now)}"))
    assert interrupted > KILLS // 4


def test_correcting(swift: Path) -> None:
    chance = random.Random("correcting")
    store = create_store(swift / "archive")
    texts = [f"近日，第{number}次更正。" for number in range(6)]
    for name in NAMES:
        put(store, name, files(name, texts[0]))

    def work() -> None:
        for text in texts * 1000:
            for name in NAMES:
                put(store, name, files(name, text), "a correction")

    interrupted = 0
    for _ in range(KILLS):
        before = states(store)
        assert killed(work, chance.random() * 0.04)
        whole(store)
        interrupted += gone_on(store)
        for id, now in states(store).items():
            assert now.cut(len(before[id].versions)) == before[id]
            assert store.read(id, "issue.json").decode() in texts
            assert all(version.stamp.message for version in now.versions[1:])
    assert interrupted > KILLS // 4


def test_replicating(swift: Path) -> None:
    chance = random.Random("replicating")
    interrupted = 0
    for number in range(KILLS):
        if number % 5 == 0:
            store = create_store(swift / f"archive{number}")
            replica = create_store(swift / f"replica{number}")

        def work(store: Store = store, replica: Store = replica) -> None:
            with writing(replica, quiet) as writer:
                list(replicate(store, writer, stamp()))

        for name in NAMES:
            put(store, name, files(name, f"第{number}次"), "a correction")
        put(store, f"n{number}", files(f"n{number}"))
        old, new = states(replica), states(store)
        killed(work, chance.random() * 0.05)
        whole(replica)
        interrupted += gone_on(replica)
        for id, now in states(replica).items():
            assert now in (old.get(id), new[id])
        work()
        assert states(replica) == new
        assert not audit(replica)[0].faults
    assert interrupted > KILLS // 8


def modelled(name: str, text: str) -> dict[str, bytes]:
    return {"issue.json": as_json(to_json(small(name, text)))}


def hits(store: Store, word: str) -> int:
    return search(store, Question(word)).total


def test_reindexing(swift: Path) -> None:
    """And the catalogue's catching up, by turns."""
    chance = random.Random("reindexing")
    store = create_store(swift / "archive")
    names = [f"n{number}" for number in range(20)]
    for name in names:
        put(store, name, modelled(name, "夜校开课"))
    with writing(store, quiet) as writer:
        reindex(writer)
    assert hits(store, "夜校") == len(names)

    def again() -> None:
        while True:
            with writing(store, quiet) as writer:
                reindex(writer)

    def corrections() -> None:
        for number in range(1000):
            for name in names:
                put(store, name, modelled(name, f"夜校第{number}次开课"), "a correction")
                with writing(store, quiet) as writer:
                    catch_up(writer)

    for number in range(2 * KILLS):
        assert killed((again, corrections)[number % 2], chance.random() * 0.1)
        assert hits(store, "夜校") == len(names)
        mended(store)
        with writing(store, quiet) as writer:
            catch_up(writer)
        assert not list(catalogue_faults(store))
        assert hits(store, "夜校") == len(names)
    assert not audit(store)[0].faults


def test_what_a_killed_writer_left_spoils_no_new_catalogue(tmp_path: Path) -> None:
    """A journal left beside a catalogue that is replaced would be undone into the new one."""
    store = create_store(tmp_path / "archive")
    for number in range(40):
        put(store, f"n{number}", modelled(f"n{number}", "夜校" * 200))
    with writing(store, quiet) as writer:
        reindex(writer)

    def work() -> None:
        connection = sqlite3.connect(store.catalogue, isolation_level=None)
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE article SET text = text || '。'")
        os.kill(os.getpid(), signal.SIGKILL)

    assert in_a_child(work) == signal.SIGKILL
    assert store.catalogue.with_name("catalogue.sqlite-journal").stat().st_size
    for number in range(40):
        put(store, f"n{number}", modelled(f"n{number}", "灯塔" * 99), "a correction")
    with writing(store, quiet) as writer:
        reindex(writer)
    assert hits(store, "灯塔") == 40
    assert not list(catalogue_faults(store))
