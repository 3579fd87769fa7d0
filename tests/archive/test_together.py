"""Readers and a writer at once, and users who may not write: no false alarm, nothing in the way."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from publisher.archive.auditing import audit
from publisher.archive.catalogue import catch_up
from publisher.archive.keeping import holdings
from publisher.archive.search import Question, search
from publisher.archive.store import Store, create_store, open_store
from publisher.archive.writer import writing
from publisher.errors import BuildError
from tests.archive.shelf import files, filled, put
from tests.archive.test_killed import in_a_child, started


def test_an_audit_beside_a_writer_raises_no_alarm(swift: Path) -> None:
    store = create_store(swift / "archive")
    for name in "abc":
        put(store, name, files(name))

    def work() -> None:
        for number in range(10_000):
            for name in "abc" if number % 2 else (f"n{number}",):
                # The audit has the lock now and then.
                with suppress(BuildError):
                    put(store, name, files(name, f"第{number}次。"), "a correction")

    child = started(work)

    class Patient:
        """The writer's lock, waited for."""

        def __enter__(self) -> None:
            while True:
                self.held = writing(store, lambda _: None)
                try:
                    self.held.__enter__()
                    return
                except BuildError:
                    time.sleep(0.001)

        def __exit__(self, *given: object) -> None:
            self.held.__exit__(None, None, None)

    try:
        for _ in range(30):
            result, _ = audit(store, still=Patient)
            assert not result.faults
            assert result.objects >= 3
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


@pytest.mark.skipif(os.geteuid() != 0, reason="needs a second user")
def test_who_may_only_read_reads_all_and_changes_nothing(swift: Path) -> None:
    store = filled(swift / "archive", "a", "b")
    with writing(store, lambda _: None) as writer:
        catch_up(writer)
    swift.chmod(0o755)

    def work() -> None:
        os.setgid(65534)
        os.setuid(65534)
        assert len(list(holdings(store))) == 2
        assert not audit(store)[0].faults
        assert search(store, Question("夜校")).total == 2
        assert store.read("issue:a", "source/甲.txt")
        try:
            put(store, "a", files("a", "改。"), "why")
        except BuildError:
            os._exit(42)

    assert os.waitstatus_to_exitcode(in_a_child(work)) == 42
    assert not audit(store)[0].faults


def test_an_archive_may_be_the_folder_one_stands_in(
    swift: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = filled(swift / "archive", "a")
    monkeypatch.chdir(store.root)
    assert open_store(Path()).work == store.work


def test_a_damaged_object_hides_no_other(swift: Path) -> None:
    store = filled(swift / "archive", "a", "b", "l" * 120)
    (store.place("issue:a") / "inventory.json").write_bytes(b"{}")
    (store.place("issue:" + "l" * 120) / "inventory.json").unlink()
    listed = {one.id: bool(one.damage) for one in holdings(store)}
    assert listed == {"a": True, "b": False}
    found = {Path(fault.where).parent for fault in audit(store)[0].faults}
    assert found == {store.place("issue:a"), store.place("issue:" + "l" * 120)}


def test_what_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store: Store = filled(tmp_path / "archive", "a")
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if str(path).endswith("v1/content/pdf"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    messages = [fault.message for fault in audit(store)[0].faults]
    assert "can't be read: Permission denied" in messages
