"""1,000 random damages of every kind: each found, named where it is, nothing else; and undone.

Every twentieth is undone by the archive itself: the object brought back from a replica, the
catalogue made again. The others are undone by hand, and an audit finds nothing then.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from publisher.archive.auditing import audit
from publisher.archive.catalogue import catch_up, reindex
from publisher.archive.catalogue_faults import faults
from publisher.archive.inventory import id_of, sidecar
from publisher.archive.replicas import bring_back, replicate
from publisher.archive.seals import SUFFIX
from publisher.archive.store import Store, create_store, shown
from publisher.archive.writer import writing
from tests.archive.shelf import filled, stamp

DAMAGES = 1000
KINDS = (
    *("bit", "cut", "missing", "extra", "swapped", "the root"),
    *("inventory", "catalogue", "catalogue row", "catalogue seal"),
)


def quiet(_: str) -> None:
    pass


def found(store: Store) -> set[Path]:
    return {Path(one.where) for one in (*audit(store)[0].faults, *faults(store))}


def content(store: Store) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in store.root.rglob("*") if path.is_file()}


def flipped(chance: random.Random, before: bytes) -> bytes:
    changed = bytearray(before)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def harm(chance: random.Random, store: Store, kind: str, kept: list[Path]) -> set[Path]:
    """Do one damage; the places where it must be found."""
    path = chance.choice([one for one in kept if one.stat().st_size])
    before = path.read_bytes()
    match kind:
        case "bit":
            path.write_bytes(flipped(chance, before))
        case "cut":
            path.write_bytes(before[: chance.randrange(len(before))])
        case "missing":
            path.unlink()
        case "extra":
            path = path.with_name(f"x{chance.randrange(99)}")
            path.write_bytes(before)
        case "swapped":
            other = chance.choice([one for one in kept if one.read_bytes() != before])
            path.write_bytes(other.read_bytes())
            other.write_bytes(before)
            return {path, other}
        case "the root":
            path = chance.choice([store.root / "README.txt", store.root / "ocfl_layout.json"])
            path.write_bytes(flipped(chance, path.read_bytes()))
        case "inventory":
            path = chance.choice(list(store.places()))
            forge(path)
        case _:
            path = store.catalogue
            harm_catalogue(chance, path, kind)
    return {path}


def forge(place: Path) -> None:
    """Another reason for the last version, in an inventory that fits its sidecar everywhere."""
    values = json.loads((place / "inventory.json").read_bytes())
    values["versions"][values["head"]]["message"] += "!"
    forged = (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()
    for folder in (place, place / values["head"]):
        (folder / "inventory.json").write_bytes(forged)
        (folder / "inventory.json.sha512").write_bytes(sidecar(forged))


def harm_catalogue(chance: random.Random, path: Path, kind: str) -> None:
    if kind == "catalogue row":
        with closing(sqlite3.connect(path)) as connection, connection:
            last = "SELECT max(row) FROM article"
            connection.execute(f"UPDATE article SET text = text || '。' WHERE row = ({last})")
        return
    harmed = path.with_name(path.name + SUFFIX) if kind == "catalogue seal" else path
    harmed.write_bytes(flipped(chance, harmed.read_bytes()))


@contextmanager
def undone(store: Store, before: dict[Path, bytes]) -> Iterator[None]:
    """Put every byte back after the block, and nothing else."""
    yield
    for path in store.root.rglob("*"):
        if path.is_file() and path not in before:
            path.unlink()
    for folder in sorted(store.root.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    for path, one in before.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != one:
            path.write_bytes(one)


def mend(store: Store, replica: Store, kind: str, places: set[Path]) -> None:
    """As an archivist does it."""
    with writing(store, quiet) as writer:
        if kind.startswith("catalogue"):
            reindex(writer)
            return
        for place in store.places():
            if any(one == place or place in one.parents for one in places):
                assert bring_back(writer, replica, shown(id_of(place.name)), stamp("damaged"))
        catch_up(writer)


def test_a_thousand_random_damages(swift: Path) -> None:
    chance = random.Random(8)
    store = filled(swift / "archive", "a", "b", "c")
    replica = create_store(swift / "replica")
    with writing(replica, quiet) as writer:
        list(replicate(store, writer, stamp()))
    with writing(store, quiet) as writer:
        reindex(writer)
    kept = sorted(path for place in store.places() for path in place.rglob("*") if path.is_file())
    assert not found(store)
    done: Counter[str] = Counter()
    brought_back = 0
    for number in range(DAMAGES):
        kind = chance.choice(KINDS)
        done[kind] += 1
        before = content(store)
        places = harm(chance, store, kind, kept)
        assert found(store) == places, (number, kind)
        if number % 20 == 0 and kind != "the root":
            mend(store, replica, kind, places)
            brought_back += 1
            assert all(path.read_bytes() == before[path] for path in kept)
        else:
            with undone(store, before):
                pass
        assert not found(store), (number, kind)
    assert set(done) == set(KINDS)
    assert brought_back > 30
