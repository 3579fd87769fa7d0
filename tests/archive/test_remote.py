"""Replicas at addresses: the same bytes, whole whenever an upload dies, told of when damaged."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

import pytest

from publisher.addresses import Depot, opened
from publisher.archive.auditing import audit
from publisher.archive.fixity import audit_object
from publisher.archive.inventory import digest
from publisher.archive.remote import brought_here, replicate_to
from publisher.archive.replicas import bring_back
from publisher.archive.store import SCHEME, Store, create_store
from publisher.archive.writer import writing
from publisher.errors import ArchiveError, BuildError, InputError, UsageError
from tests.archive.depots import bucket
from tests.archive.shelf import files, filled, put, stamp
from tests.archive.test_handing_on import content, quiet
from tests.archive.test_killed import files as few
from tests.batch.hosts import Failing

NAMES = count()


@pytest.fixture(scope="module")
def server() -> Iterator[Failing]:
    with bucket() as server:
        yield server


@pytest.fixture(params=["memory", "s3"])
def depot(request: pytest.FixtureRequest) -> Depot:
    if request.param == "s3":
        request.getfixturevalue("server")
    return opened(f"{request.param}://papers/replica{next(NAMES)}/archive")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return filled(tmp_path / "archive", "a", "b")


def copied(store: Store, depot: Depot) -> list[str]:
    """The issues copied, after it's seen that there is no fault."""
    copies = list(replicate_to(store, depot))
    assert [fault for copy in copies for fault in copy.faults] == []
    return [copy.id.removeprefix(SCHEME) for copy in copies if copy.copied]


def faults(store: Store, depot: Depot) -> list[tuple[str, str]]:
    return [
        (fault.code, fault.where.removeprefix(depot.address).rpartition("/")[2])
        for copy in replicate_to(store, depot)
        for fault in copy.faults
    ]


def all_there(store: Store, depot: Depot, folder: Path) -> bool:
    """Whether what lies there is, brought here by anybody's tools, a sound archive, the same."""
    depot.fetch(depot.names(), folder)
    replica = Store(folder)
    assert not audit(replica)[0].faults
    assert replica.audits.read_bytes() == store.audits.read_bytes()
    return content(replica) == content(store)


def test_a_replica_is_a_sound_archive_to_the_byte(
    store: Store, depot: Depot, tmp_path: Path
) -> None:
    assert copied(store, depot) == ["a", "b"]
    assert all_there(store, depot, tmp_path / "1")
    assert copied(store, depot) == []
    put(store, "b", files("b", "更正。"), "a wrong date")
    put(store, "长" * 60, files("c"))
    assert len(copied(store, depot)) == 2
    assert all_there(store, depot, tmp_path / "2")


def test_a_damaged_replica_is_told_of_and_not_written_over(store: Store, depot: Depot) -> None:
    copied(store, depot)
    at = {
        "pdf": next(name for name in depot.names() if name.endswith("/a.pdf")),
        "inventory": next(name for name in depot.names() if name.endswith("b/inventory.json")),
    }
    depot.put(at["pdf"], b"damaged")
    depot.put(at["inventory"], depot.read(at["inventory"]) + b" ")
    put(store, "a", files("a", "又更正。"), "again")
    before = depot.names()
    told = faults(store, depot)
    assert ("PUB050", "a.pdf") in told or ("PUB051", "a.pdf") in told
    assert ("PUB055", "inventory.json") in told
    assert depot.names() == before
    assert depot.read(at["pdf"]) == b"damaged"


def test_what_nobody_put_there_is_named(store: Store, depot: Depot) -> None:
    copied(store, depot)
    own = next(name for name in depot.names() if name.endswith("a/inventory.json"))
    depot.put(own.replace("inventory.json", "v9/content/x"), b"x")
    depot.put(own.replace("inventory.json", "y"), b"y")
    assert faults(store, depot) == [("PUB053", "y"), ("PUB053", "x")]


def test_what_stands_in_the_root_is_looked_at(store: Store, depot: Depot) -> None:
    copied(store, depot)
    depot.put("notes.txt", b"x")
    depot.put("ocfl_layout.json", b"{}")
    depot.put("audits.jsonl", depot.read("audits.jsonl").replace(b"kept", b"lost"))
    assert sorted(faults(store, depot)) == [
        ("PUB053", "notes.txt"),
        ("PUB055", "ocfl_layout.json"),
        ("PUB059", "audits.jsonl"),
    ]


def test_what_is_damaged_here_is_not_put_there(store: Store, depot: Depot) -> None:
    (store.place("issue:a") / "v1/content/pdf/a.pdf").unlink()
    assert faults(store, depot) == [("PUB052", "a.pdf")]
    assert not [name for name in depot.names() if "issue%3aa/" in name]


def test_another_history_is_not_written_over(store: Store, depot: Depot, tmp_path: Path) -> None:
    other = create_store(tmp_path / "other")
    put(other, "a", files("a", "别的。"))
    put(other, "c", files("c"))
    copied(other, depot)
    before = {name: depot.read(name) for name in depot.names()}
    assert {code for code, _ in faults(store, depot)} == {"PUB059"}
    assert {name: depot.read(name) for name in before} == before


def test_a_version_that_another_began_is_left_to_it(store: Store, depot: Depot) -> None:
    copied(store, depot)
    put(store, "a", files("a", "又更正。"), "again")
    own = next(name for name in depot.names() if name.endswith("a/inventory.json"))
    depot.put(own.replace("inventory.json", "v3/inventory.json"), b"another's")
    assert faults(store, depot) == [("PUB059", "inventory.json")]
    assert not [name for name in depot.names() if "/v3/content" in name]


def test_two_at_once_put_nothing_older_back(
    store: Store, depot: Depot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One has yet to put its inventory when the other, a version ahead, has done with all."""
    copied(store, depot)
    put(store, "a", files("a", "又更正。"), "again")
    ahead = Store(Path(shutil.copytree(store.root, tmp_path / "ahead" / "archive")))
    put(ahead, "a", files("a", "再更正。"), "once more")
    original, waiting = Depot.put_files, [True]

    def overtaken(self: Depot, folder: Path, names: Iterable[str]) -> None:
        original(self, folder, names)
        if waiting.pop() if waiting else False:
            copied(ahead, depot)

    monkeypatch.setattr(Depot, "put_files", overtaken)
    assert ("PUB059", "issue%3aa") in faults(store, depot)
    assert all_there(ahead, depot, tmp_path / "there")


def test_what_changes_meanwhile_is_not_replaced(
    depot: Depot, monkeypatch: pytest.MonkeyPatch
) -> None:
    depot.put("a", b"1")
    assert not depot.replace("a", b"0", b"2")
    assert depot.replace("a", b"1", b"2")
    assert depot.read("a") == b"2"
    if depot.address.startswith("s3"):
        original, waiting = Depot.read, [True]

        def overtaken(self: Depot, name: str) -> bytes:
            content = original(self, name)
            if waiting.pop() if waiting else False:
                self.put(name, b"meanwhile")
            return content

        monkeypatch.setattr(Depot, "read", overtaken)
        assert not depot.replace("a", b"2", b"3")
        assert depot.read("a") == b"meanwhile"


def test_a_place_that_holds_something_else_is_left_alone(store: Store, depot: Depot) -> None:
    depot.put("thesis.doc", b"mine")
    with pytest.raises(UsageError, match="not empty"):
        copied(store, depot)
    assert depot.names() == ["thesis.doc"]


def test_a_damaged_object_comes_back(store: Store, depot: Depot, tmp_path: Path) -> None:
    copied(store, depot)
    whole = content(store)
    (store.place("issue:a") / "v1/content/pdf/a.pdf").write_bytes(b"damaged")
    with writing(store, quiet) as writer:
        replica = brought_here(depot, "a", tmp_path / "brought")
        assert bring_back(writer, replica, "a", stamp("a flipped bit"))
        with pytest.raises(InputError, match="isn't in"):
            brought_here(depot, "z", tmp_path / "none")
    assert content(store) == whole
    for path in (*store.place("issue:a").rglob("a.pdf"), *replica.root.rglob("a.pdf")):
        path.write_bytes(b"damaged")
    with writing(store, quiet) as writer, pytest.raises(ArchiveError, match=r"too: [0-9a-f]{3}/"):
        bring_back(writer, replica, "a", stamp("again"))


def test_no_name_leads_out_of_the_folder(store: Store, tmp_path: Path) -> None:
    depot = opened(f"memory://papers/replica{next(NAMES)}")
    copied(store, depot)
    own = next(name for name in depot.names() if name.endswith("a/inventory.json"))
    depot.system.store[f"{depot.base}/{own.removesuffix('inventory.json')}../../x"] = (
        depot.system.store[f"{depot.base}/{own}"]
    )
    with pytest.raises(InputError, match="leads out"):
        copied(store, depot)


def state(depot: Depot, name: str, folder: Path) -> bytes:
    """The inventory of a replica's object as it stands there, after it's seen that it is whole."""
    try:
        replica = brought_here(depot, name, folder)
    except InputError:
        return b""
    inventory = replica.inventory_bytes(SCHEME + name)
    assert not audit_object(replica.place(SCHEME + name), SCHEME + name, digest(inventory)).faults
    return inventory


@pytest.mark.parametrize("first", [True, False], ids=["a first version", "a correction"])
def test_a_store_that_fails_at_each_step(first: bool, tmp_path: Path) -> None:
    """Before a step or after it: the old object stands, or the new one, and it goes on."""
    seen = []
    for at in count(1):
        depot = opened(f"memory://papers/replica{next(NAMES)}")
        own = create_store(tmp_path / f"own{at}")
        put(own, "a", few("a"))
        if not first:
            copied(own, depot)
            put(own, "a", few("a", "更正。"), "a wrong date")
        old = state(depot, "a", tmp_path / f"old{at}")
        failed = failing(depot, own, at)
        now = state(depot, "a", tmp_path / f"now{at}")
        seen.append(now == own.inventory_bytes("issue:a"))
        assert seen[-1] or now == old
        copied(own, depot)
        assert all_there(own, depot, tmp_path / f"all{at}")
        if not failed:
            break
    assert seen == sorted(seen)
    assert len(seen) > 20


def failing(depot: Depot, store: Store, at: int) -> bool:
    """Replicate to a store that fails at a step; whether it came to that."""
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        if steps == at:
            raise OSError("no answer")

    with pytest.MonkeyPatch.context() as patch:
        for name in ("open", "exists", "cat_file", "find"):
            original = getattr(depot.system, name)

            def called(*given: object, original: object = original, **more: object) -> object:
                step()
                result = original(*given, **more)  # type: ignore[operator]
                step()
                return result

            patch.setattr(depot.system, name, called)
        try:
            list(replicate_to(store, depot))
        except BuildError as error:
            assert "no answer" in str(error)
            return True
    return False


def replicating(archive: Path, address: str, seconds: float | None = None) -> int:
    """Run the command, and kill it after so many seconds; how it ended."""
    command = [sys.executable, "-m", "publisher", "archive", "replicate", "--to", address]
    with subprocess.Popen(
        [*command, "--archive", str(archive)], stderr=subprocess.DEVNULL
    ) as running:
        if seconds is not None:
            time.sleep(seconds)
            running.kill()
        return running.wait()


def test_killed_at_random_instants(server: Failing, store: Store, tmp_path: Path) -> None:
    """The command itself, over HTTP: what it had put when it was killed is old or new, whole."""
    chance = random.Random(8)
    depot = opened(f"s3://papers/replica{next(NAMES)}")
    started = time.perf_counter()
    assert replicating(store.root, depot.address) == 0
    # The most of it is the program's own start.
    longest = time.perf_counter() - started
    interrupted = 0
    for number in range(12):
        for name in ("a", "b"):
            put(store, name, files(name, f"第{number}次。"), "a correction")
        old = {name: state(depot, name, tmp_path / f"old{number}{name}") for name in "ab"}
        seconds = longest * (0.4 + 0.6 * chance.random())
        interrupted += replicating(store.root, depot.address, seconds) == -signal.SIGKILL
        for name in "ab":
            now = state(depot, name, tmp_path / f"now{number}{name}")
            assert now in (old[name], store.inventory_bytes(f"issue:{name}"))
    assert copied(store, depot) in (["a", "b"], ["b"], ["a"], [])
    assert all_there(store, depot, tmp_path / "all")
    assert interrupted > 3


def test_a_server_in_trouble(server: Failing, store: Store, tmp_path: Path) -> None:
    depot = opened(f"s3://papers/replica{next(NAMES)}")
    server.share = 0.05
    try:
        for _ in range(20):
            try:
                copied(store, depot)
                break
            except BuildError as error:
                assert "Slow Down" in str(error) or "503" in str(error)
        server.share = 1.0
        with pytest.raises(BuildError):
            copied(store, depot)
    finally:
        server.share = 0.0
    assert copied(store, depot) == []
    assert all_there(store, depot, tmp_path / "all")
