"""The store as others see it: valid OCFL, each version whole, nothing kept twice or lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publisher.archive.auditing import audit
from publisher.archive.inventory import from_bytes, object_path
from publisher.archive.keeping import Outcome, holdings, keep, withdraw
from publisher.archive.store import SCHEME, TOMBSTONE, Store, create_store, open_store
from publisher.archive.writer import check_paths, writing
from publisher.errors import ArchiveError, InputError, UsageError
from tests.archive.shelf import BUILT, files, filled, put, stamp


def valid(store: Store) -> bool:
    """Whether ocfl-py, which had no hand in it, finds neither error nor warning."""
    ocfl = pytest.importorskip("ocfl")
    root = ocfl.StorageRoot(root=str(store.root))
    assert root.validate(log_warnings=True, log_errors=True), root.log.messages
    assert not root.log.messages
    assert root.num_objects == root.good_objects == len(list(store.ids()))
    return True


def test_the_outside_validator_finds_neither_error_nor_warning(tmp_path: Path) -> None:
    store = filled(tmp_path / "archive", "2025-05-20", "劳动午报 2025", "a" * 100)
    assert valid(store)
    with writing(store, print) as writer:
        withdraw(writer, "2025-05-20", stamp("a court's order"))
    assert valid(store)


def test_an_object_stands_where_the_layout_says(tmp_path: Path) -> None:
    pytest.importorskip("ocfl")
    from ocfl.layout_registry import get_layout

    layout = get_layout("0003-hash-and-id-n-tuple-storage-layout")
    for id in ("issue:2025-05-20", "issue:劳动午报", "issue:" + "长" * 60):
        assert object_path(id) == layout.identifier_to_path(id)
    store = create_store(tmp_path / "archive")
    put(store, "长" * 60, files("a"))
    assert list(store.ids()) == [SCHEME + "长" * 60]
    assert not audit(store)[0].faults


def test_a_correction_is_a_new_version_and_the_old_one_stays(tmp_path: Path) -> None:
    store = create_store(tmp_path / "archive")
    first = files("a")
    assert put(store, "a", first).outcome is Outcome.KEPT
    with pytest.raises(UsageError, match="differs"):
        put(store, "a", files("a", "更正。"))
    assert put(store, "a", files("a", "更正。"), "a wrong date").version == "v2"
    inventory = store.inventory("issue:a")
    assert [one.stamp.message for one in inventory.versions] == ["", "a wrong date"]
    for path, content in first.items():
        assert store.read("issue:a", path, "v1") == content
    assert "更正".encode() in store.read("issue:a", "issue.json")


def test_the_same_issue_again_does_nothing(tmp_path: Path) -> None:
    store = create_store(tmp_path / "archive")
    put(store, "a", files("a"))
    before = {path: path.stat().st_mtime_ns for path in store.root.rglob("*")}
    assert put(store, "a", files("a")).outcome is Outcome.UNCHANGED
    # Built again by other tools to the same bytes: the record says who built what is kept.
    again = files("a") | {"builder.json": json.dumps(BUILT | {"builder": "publisher 9"}).encode()}
    assert put(store, "a", again).outcome is Outcome.UNCHANGED
    assert {path: path.stat().st_mtime_ns for path in store.root.rglob("*")} == before


def test_what_is_kept_already_is_not_stored_again(tmp_path: Path) -> None:
    store = create_store(tmp_path / "archive")
    put(store, "a", files("a"))
    put(store, "a", files("a", edition=b"another"), "the cover")
    new = {
        path.relative_to(store.place("issue:a") / "v2/content").as_posix()
        for path in (store.place("issue:a") / "v2/content").rglob("*")
        if path.is_file()
    }
    assert new == {"epub/a.epub", "metadata/premis.xml"}


def test_the_same_additions_give_the_same_store(tmp_path: Path) -> None:
    stores = [filled(tmp_path / name, "a", "b") for name in ("one", "two")]
    first, second = (
        {
            path.relative_to(store.root): path.read_bytes()
            for path in store.root.rglob("*.*")
            if path.is_file()
        }
        for store in stores
    )
    assert first == second


def test_a_withdrawal_needs_a_reason_and_deletes_nothing(tmp_path: Path) -> None:
    store = create_store(tmp_path / "archive")
    put(store, "a", files("a"))
    with writing(store, print) as writer:
        with pytest.raises(UsageError, match="reason"):
            withdraw(writer, "a", stamp())
        with pytest.raises(InputError):
            withdraw(writer, "b", stamp("why"))
        withdraw(writer, "a", stamp("a court's order"))
        with pytest.raises(UsageError, match="already"):
            withdraw(writer, "a", stamp("again"))
    assert json.loads(store.read("issue:a", TOMBSTONE))["reason"] == "a court's order"
    assert store.read("issue:a", "source/甲.txt", "v1") == "近日\n".encode()
    assert [one.withdrawn for one in holdings(store)] == [True]
    assert not audit(store)[0].faults
    # And it may come back, with a reason.
    assert put(store, "a", files("a"), "the order was lifted").outcome is Outcome.CORRECTED


@pytest.mark.parametrize(
    "path", ["../x", "/etc/passwd", "a//b", "a/./b", "a\\b", "a\nb", "", "source/../../x", "a\0b"]
)
def test_no_path_leaves_its_object(tmp_path: Path, path: str) -> None:
    store = create_store(tmp_path / "archive")
    with writing(store, print) as writer, pytest.raises(ArchiveError, match="can't be the name"):
        keep(writer, "a", files("a") | {path: b"x"}, stamp())
    assert not store.holds("issue:a")


def test_a_file_is_no_folder() -> None:
    with pytest.raises(ArchiveError, match="in a file"):
        check_paths({"a": b"", "a/b": b""})


def test_an_issue_can_be_called_what_it_likes(tmp_path: Path) -> None:
    store = create_store(tmp_path / "archive")
    for name in ("..", "a/../../b", "con", "%2e", "工会", " ", "'\"<&>"):
        put(store, name, files("a"))
        assert store.place(SCHEME + name).parents[3] == store.root
    assert len(list(store.ids())) == 7
    assert not audit(store)[0].faults


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no archive"):
        open_store(tmp_path / "nothing")
    (tmp_path / "thesis.doc").write_text("mine")
    with pytest.raises(UsageError, match="not empty"):
        create_store(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"id": 1}', b"\xff", b'{"versions": {}}'])
def test_what_is_no_inventory_is_refused(content: bytes) -> None:
    with pytest.raises(ArchiveError):
        from_bytes(content)


def test_reading_proves_what_it_reads(tmp_path: Path) -> None:
    store = filled(tmp_path / "archive", "a")
    kept = store.place("issue:a") / "v1/content/source/甲.txt"
    kept.write_bytes(b"forged")
    with pytest.raises(ArchiveError, match="isn't what was kept"):
        store.read("issue:a", "source/甲.txt")
    (store.place("issue:a") / "inventory.json.sha512").write_text("0 inventory.json\n")
    with pytest.raises(ArchiveError, match="inventory"):
        store.inventory("issue:a")
