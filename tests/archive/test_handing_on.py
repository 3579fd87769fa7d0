"""Replicas and bags: what is handed on is the same, what is damaged isn't, and it comes back."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import bagit
import pytest

from publisher.archive.auditing import audit
from publisher.archive.bags import export_bag, import_bag
from publisher.archive.keeping import Kept, Outcome
from publisher.archive.record import PREMIS, RECEIVED, file_name, source_name
from publisher.archive.replicas import Copy, bring_back, replicate
from publisher.archive.store import Store, create_store
from publisher.archive.writer import ASIDE, writing
from publisher.errors import ArchiveError, BuildError, InputError, UsageError
from tests.archive.shelf import files, filled, put, stamp
from tests.archive.test_killed import in_a_child, mended, stepping


def quiet(_: str) -> None:
    pass


def copied(store: Store, replica: Store) -> list[Copy]:
    with writing(replica, quiet) as writer:
        return list(replicate(store, writer, stamp()))


def content(store: Store) -> dict[str, bytes]:
    return {
        path.relative_to(store.root).as_posix(): path.read_bytes()
        for place in store.places()
        for path in place.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Store, Store]:
    store = filled(tmp_path / "archive", "a", "b")
    replica = create_store(tmp_path / "elsewhere" / "replica")
    return store, replica


def test_a_replica_is_the_same_to_the_byte_and_sound(pair: tuple[Store, Store]) -> None:
    store, replica = pair
    assert [copy.copied for copy in copied(store, replica)] == [True, True]
    assert content(store) == content(replica)
    assert not audit(replica)[0].faults
    # None of its files is a link to the first store's: that would be no second copy.
    assert all(
        path.stat().st_nlink == 1
        for place in replica.places()
        for path in place.rglob("*")
        if path.is_file()
    )
    assert [copy.copied for copy in copied(store, replica)] == [False, False]
    put(store, "b", files("b", "更正。"), "a wrong date")
    assert [copy.id for copy in copied(store, replica) if copy.copied] == ["issue:b"]
    assert content(store) == content(replica)
    assert not audit(replica)[0].faults


def test_what_is_damaged_is_not_copied(pair: tuple[Store, Store]) -> None:
    store, replica = pair
    (store.place("issue:a") / "v1/content/pdf/a.pdf").write_bytes(b"x")
    faults = [fault.code for copy in copied(store, replica) for fault in copy.faults]
    assert faults == ["PUB050"] or faults == ["PUB051"]
    assert list(replica.ids()) == ["issue:b"]


def test_a_damaged_replica_is_told_of_and_not_written_over(pair: tuple[Store, Store]) -> None:
    store, replica = pair
    copied(store, replica)
    (replica.place("issue:a") / "v1/content/pdf/a.pdf").unlink()
    put(store, "a", files("a", "又更正。"), "again")
    faults = [fault.code for copy in copied(store, replica) for fault in copy.faults]
    assert faults == ["PUB052"]
    assert len(replica.inventory("issue:a").versions) == 2


def test_another_history_is_not_written_over(pair: tuple[Store, Store]) -> None:
    store, replica = pair
    put(replica, "a", files("a", "别的。"))
    put(replica, "c", files("c"))
    before = content(replica)
    faults = [fault.code for copy in copied(store, replica) for fault in copy.faults]
    assert faults == ["PUB059", "PUB059"]
    assert {path: content(replica)[path] for path in before} == before
    with pytest.raises(UsageError, match="itself"):
        copied(store, store)


def test_a_damaged_object_comes_back_and_the_damaged_one_is_set_aside(
    pair: tuple[Store, Store],
) -> None:
    store, replica = pair
    copied(store, replica)
    whole = content(store)
    with writing(store, quiet) as writer:
        assert not bring_back(writer, replica, "a", stamp())
        (store.place("issue:a") / "v1/content/pdf/a.pdf").write_bytes(b"damaged")
        assert bring_back(writer, replica, "a", stamp("a flipped bit"))
        shutil.rmtree(store.place("issue:b"))
        assert bring_back(writer, replica, "b", stamp("lost"))
    assert content(store) == whole
    assert not audit(store)[0].faults
    (aside,) = (store.work / ASIDE).iterdir()
    assert (aside / "v1/content/pdf/a.pdf").read_bytes() == b"damaged"


def test_nothing_comes_back_from_a_damaged_or_another_replica(pair: tuple[Store, Store]) -> None:
    store, replica = pair
    copied(store, replica)
    (store.place("issue:a") / "v1/content/pdf/a.pdf").write_bytes(b"damaged")
    (store.place("issue:b") / "v1/content/pdf/b.pdf").write_bytes(b"damaged")
    (replica.place("issue:a") / "v1/content/source/甲.txt").write_bytes(b"damaged too")
    put(replica, "b", files("b", "别的。"), "another")
    before = content(store)
    with writing(store, quiet) as writer:
        for name in ("a", "b"):
            with pytest.raises(ArchiveError):
                bring_back(writer, replica, name, stamp())
    assert content(store) == before


def test_a_replication_killed_at_each_step_goes_on(swift: Path) -> None:
    store = filled(swift / "archive", "a")
    for at in range(1, 1000, 3):
        replica = create_store(swift / f"replica{at}")

        def work(at: int = at, replica: Store = replica) -> None:
            with pytest.MonkeyPatch.context() as patch:
                stepping(patch, at, lambda: os.kill(os.getpid(), signal.SIGKILL))
                copied(store, replica)

        ended = in_a_child(work)
        assert {fault.code for fault in audit(replica)[0].faults} <= {"PUB056"}
        mended(replica)
        assert not audit(replica)[0].faults
        copied(store, replica)
        assert content(replica) == content(store)
        if not ended:
            return
    raise AssertionError("it never ended")


def test_a_bag_is_valid_by_two_that_had_no_hand_in_it(tmp_path: Path) -> None:
    store = filled(tmp_path / "archive", "a")
    bag = export_bag(store, "a", tmp_path / "bag", stamp())
    bagit.Bag(str(bag)).validate(processes=1, fast=False)
    for name in ("manifest-sha512.txt", "tagmanifest-sha512.txt"):
        subprocess.run(["sha512sum", "-c", "--strict", "--quiet", name], cwd=bag, check=True)
    info = (bag / "bag-info.txt").read_text("utf-8").splitlines()
    assert "External-Identifier: issue:a" in info
    assert "Bagging-Date: 2025-05-20" in info
    with pytest.raises(BuildError, match="already"):
        export_bag(store, "a", tmp_path / "bag", stamp())
    first = export_bag(store, "a", tmp_path / "first", stamp(), "v1")
    assert (first / "data/issue.json").read_bytes() == store.read("issue:a", "issue.json", "v1")


def imported(root: Path, bag: Path, name: str = "", reason: str = "") -> tuple[Store, Kept]:
    store = create_store(root)
    with writing(store, quiet) as writer:
        return store, import_bag(writer, bag, stamp(reason), name)


def test_a_bag_comes_in_whole_and_once(tmp_path: Path) -> None:
    store = filled(tmp_path / "archive", "a")
    bag = export_bag(store, "a", tmp_path / "bag", stamp())
    other, kept = imported(tmp_path / "other", bag)
    assert kept.outcome is Outcome.KEPT
    state, former = dict(other.inventory("issue:a").state), dict(store.inventory("issue:a").state)
    assert state.pop(RECEIVED) == former.pop(PREMIS)
    state.pop(PREMIS)
    assert state == former
    assert imported(tmp_path / "other", bag)[1].outcome is Outcome.UNCHANGED
    assert imported(tmp_path / "archive", bag)[1].outcome is Outcome.UNCHANGED
    assert not audit(other)[0].faults


def test_a_bag_that_is_not_whole_or_not_safe_stays_out(tmp_path: Path) -> None:
    store = filled(tmp_path / "archive", "a")

    def spoiled(name: str) -> Path:
        return export_bag(store, "a", tmp_path / name, stamp())

    changed = spoiled("changed")
    (changed / "data/issue.json").write_bytes(b"{}")
    missing = spoiled("missing")
    (missing / "data/ledger.jsonl").unlink()
    extra = spoiled("extra")
    (extra / "data/x").write_bytes(b"x")
    outside = spoiled("outside")
    (tmp_path / "secret").write_bytes(b"x")
    with (outside / "manifest-sha512.txt").open("a") as file:
        file.write(f"{'0' * 128}  data/../../secret\n")
    linked = spoiled("linked")
    (linked / "data/ledger.jsonl").unlink()
    (linked / "data/ledger.jsonl").symlink_to(spoiled("sound") / "data/ledger.jsonl")
    fetched = spoiled("fetched")
    (fetched / "fetch.txt").write_text("http://127.0.0.1/x 1 data/ledger.jsonl\n")
    empty = tmp_path / "empty"
    empty.mkdir()
    for bag in (changed, missing, extra, outside, linked, fetched, empty, tmp_path / "none"):
        with pytest.raises(InputError):
            imported(tmp_path / "other", bag)
    assert not list(create_store(tmp_path / "other").ids())


@pytest.mark.parametrize("name", ["..", ".", "", "a\nb", "a%0ab", "=0a", "a/b", "\udc80", "第1版"])
def test_a_source_keeps_its_name(name: str) -> None:
    kept = file_name(name)
    assert kept not in {"", ".", ".."}
    assert not set(kept) & set("/%\n\\")
    kept.encode()
    assert source_name(kept) == name or not name
