"""Every damage is found and named; what isn't damaged is left in peace."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.archive import audits
from publisher.archive.auditing import audit, entry, told
from publisher.archive.inventory import digest, sidecar
from publisher.archive.store import Store
from publisher.archive.writer import writing
from tests.archive.shelf import filled, stamp

NAMES = ("a", "b", "c")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return filled(tmp_path_factory.mktemp("sound") / "archive", *NAMES)


def codes(store: Store) -> list[tuple[str, str]]:
    return [(one.code, Path(one.where).name) for one in audit(store)[0].faults]


def copied(sound: Store, tmp_path: Path) -> Store:
    shutil.copytree(sound.root, tmp_path / "archive")
    return Store(tmp_path / "archive")


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def swap(one: Path, other: Path) -> None:
    one.rename(one.with_name("held"))
    other.rename(one)
    one.with_name("held").rename(other)


def test_a_sound_store_has_no_fault(sound: Store) -> None:
    result, _ = audit(sound)
    assert not result.faults
    assert (result.objects, result.files > 40) == (3, True)
    kept = [path for place in sound.places() for path in place.rglob("*") if path.is_file()]
    assert result.files == len(kept)
    assert result.bytes == sum(path.stat().st_size for path in kept)


DAMAGES: dict[str, tuple[Callable[[Path], object], set[str], str]] = {
    "a bit": (lambda at: flip(at / "v1/content/pdf/a.pdf"), {"PUB050"}, "a.pdf"),
    "cut short": (
        lambda at: os.truncate(at / "v1/content/epub/a.epub", 3),
        {"PUB051"},
        "a.epub",
    ),
    "emptied": (
        lambda at: os.truncate(at / "v1/content/ledger.jsonl", 0),
        {"PUB051"},
        "ledger.jsonl",
    ),
    "missing": (lambda at: (at / "v1/content/source/甲.txt").unlink(), {"PUB052"}, "甲.txt"),
    "extra": (lambda at: (at / "v2/content/x").write_text("x"), {"PUB053"}, "x"),
    "an empty folder": (lambda at: (at / "v3").mkdir(), {"PUB053"}, "v3"),
    "a link": (lambda at: (at / "v2/content/x").symlink_to("/etc/passwd"), {"PUB053"}, "x"),
    "swapped": (
        lambda at: swap(at / "v1/content/epub/a.epub", at / "v1/content/pdf/a.pdf"),
        {"PUB054"},
        "a.epub",
    ),
    "another inventory": (
        lambda at: flip(at / "inventory.json"),
        {"PUB055"},
        "inventory.json",
    ),
    "another sidecar": (
        lambda at: flip(at / "inventory.json.sha512"),
        {"PUB055"},
        "inventory.json.sha512",
    ),
    "an earlier inventory": (
        lambda at: flip(at / "v1/inventory.json"),
        {"PUB055"},
        "inventory.json",
    ),
    "the declaration": (
        lambda at: (at / "0=ocfl_object_1.1").write_text("x"),
        {"PUB055"},
        "0=ocfl_object_1.1",
    ),
    "the whole object": (shutil.rmtree, {"PUB052", "PUB053"}, "issue%3aa"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damage_is_named_and_nothing_else(sound: Store, tmp_path: Path, damage: str) -> None:
    store = copied(sound, tmp_path)
    harm, wanted, name = DAMAGES[damage]
    harm(store.place("issue:a"))
    found = codes(store)
    assert {code for code, _ in found} == wanted
    assert name in {where for _, where in found}
    assert len(found) <= 3


def test_a_change_that_fits_its_inventory_is_found_by_the_ledger(
    sound: Store, tmp_path: Path
) -> None:
    store = copied(sound, tmp_path)
    place = store.place("issue:b")
    forged = "近日，夜校停办。\n".encode()
    old = place / "v1/content/source/甲.txt"
    before = digest(old.read_bytes())
    old.write_bytes(forged)
    for folder in (place, place / "v1"):
        content = (folder / "inventory.json").read_text("utf-8").replace(before, digest(forged))
        (folder / "inventory.json").write_text(content, "utf-8")
        (folder / "inventory.json.sha512").write_bytes(sidecar(content.encode()))
    assert {code for code, _ in codes(store)} == {"PUB056"}
    # And the ledger can't be made to fit without breaking its links.
    told_of = told(sound).inventories["issue:b"]
    lines = store.audits.read_text("utf-8")
    new = digest((place / "inventory.json").read_bytes())
    store.audits.write_text(lines.replace(told_of, new), "utf-8")
    assert {code for code, _ in codes(store)} == {"PUB058"}


def test_what_stands_in_the_root_is_looked_at(sound: Store, tmp_path: Path) -> None:
    store = copied(sound, tmp_path)
    (store.root / "notes.txt").write_text("x")
    flip(store.root / "ocfl_layout.json")
    (store.root / "abc").mkdir()
    (store.root / "extensions/new").mkdir()
    (store.root / "README.txt").unlink()
    assert sorted(codes(store)) == [
        ("PUB052", "README.txt"),
        ("PUB053", "abc"),
        ("PUB053", "new"),
        ("PUB053", "notes.txt"),
        ("PUB055", "ocfl_layout.json"),
    ]


def test_the_ledger_tells_of_every_line_taken_out_or_put_in(sound: Store, tmp_path: Path) -> None:
    lines = sound.audits.read_bytes().splitlines(keepends=True)
    path = tmp_path / "audits.jsonl"
    for number in range(len(lines) - 1):
        path.write_bytes(b"".join(lines[:number] + lines[number + 1 :]))
        assert list(audits.broken_links(path)) == [number + 1]
    path.write_bytes(b"".join([*lines, b'{"event": "kept"}\n']))
    assert list(audits.broken_links(path)) == [len(lines) + 1]
    path.write_bytes(b"".join(lines))
    assert not list(audits.broken_links(path))


def test_samples_go_round_and_read_every_object(tmp_path: Path) -> None:
    store = filled(tmp_path / "archive", *(f"n{number}" for number in range(8)))
    flip(store.place("issue:n3") / "v1/content/pdf/n3.pdf")
    found = 0
    for _ in range(4):
        result, until = audit(store, 25)
        assert result.objects == 2
        found += len(result.faults)
        with writing(store, print) as writer:
            writer.note(entry(result, 25, until, stamp()))
    assert found == 1
    last = json.loads(audits.last_line(store.audits))
    assert (last["percent"], last["algorithm"]) == (25, "sha512")
    assert not list(audits.broken_links(store.audits))
