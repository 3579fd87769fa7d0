"""Replicas at addresses (`s3://…`): objects put where nothing can be locked or moved.

What stands in an object there is its root inventory and what that names. A version is claimed by
creating its inventory, then its files are put, then the root's inventory, last its sidecar: killed
at any instant, the version before stands whole, or the new one. All that is put is told by the
object here, which never changes: two uploaders of one history put the same bytes, one of another
finds its claim taken. The ledger is a copy of the archive's, put when the objects are there.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from publisher.addresses import Depot
from publisher.archive import audits
from publisher.archive.auditing import told
from publisher.archive.fixity import audit_object
from publisher.archive.inventory import (
    NAME,
    ROOT_DECLARATION,
    SIDECAR,
    Inventory,
    digest,
    from_bytes,
    id_of,
    object_path,
    sidecar,
)
from publisher.archive.replicas import Copy
from publisher.archive.store import ROOT_FILES, SCHEME, Store, shown
from publisher.diagnostics import CODES, Diagnostic
from publisher.errors import ArchiveError, InputError, UsageError

_DEPTH = 4


def replicate_to(store: Store, depot: Depot) -> Iterator[Copy]:
    """Bring a replica at an address up to a store; as `replicas.replicate`, but for its ledger.

    Every object there is brought here and read. Raises UsageError where something else is there.
    """
    names = _founded(depot)
    there = {place for name in names if (place := _place(name))}
    here = told(store).inventories
    for id in sorted(store.ids()):
        there.discard(object_path(id))
        yield _brought_up(store, depot, id, here.get(id, ""))
    for place in sorted(there):
        id = id_of(place.rpartition("/")[2])
        where = f"{depot.address}/{place}"
        yield Copy(id, faults=(CODES["PUB059"].at(where, f"{shown(id)} is only in the replica"),))
    yield Copy("", faults=(*_root_faults(depot, names), *_ledger_faults(store, depot, names)))


def _place(name: str) -> str:
    """The place of the object that a name is in; "" where it's in none."""
    parts = name.split("/")
    inside = len(parts) > _DEPTH and parts[0] != "extensions"
    return "/".join(parts[:_DEPTH]) if inside else ""


def _founded(depot: Depot) -> list[str]:
    """The names there, once the root's own files are."""
    names = depot.names()
    if names and ROOT_DECLARATION[0] not in names and not set(names) <= set(ROOT_FILES):
        raise UsageError(
            f"{depot.address}: is no archive, and not empty", remedy="Name another address."
        )
    # The declaration last: with it, it's an archive.
    for name in sorted(ROOT_FILES, key=lambda one: one == ROOT_DECLARATION[0]):
        if name not in names:
            depot.put(name, ROOT_FILES[name])
    return names


def _root_faults(depot: Depot, names: Iterable[str]) -> Iterator[Diagnostic]:
    for name in names:
        where = f"{depot.address}/{name}"
        if name in ROOT_FILES:
            if depot.read(name) != ROOT_FILES[name]:
                yield CODES["PUB055"].at(where)
        elif name != audits.NAME and not _place(name):
            yield CODES["PUB053"].at(where)


def _ledger_faults(store: Store, depot: Depot, names: Iterable[str]) -> Iterator[Diagnostic]:
    """Bring the ledger there up to the one here; it's at fault where it isn't its beginning."""
    ours = store.audits.read_bytes()
    theirs = depot.read(audits.NAME) if audits.NAME in names else b""
    if not ours.startswith(theirs):
        where = f"{depot.address}/{audits.NAME}"
        yield CODES["PUB059"].at(where, "its ledger isn't the beginning of the archive's")
    elif ours != theirs:
        depot.put(audits.NAME, ours)


def _brought_up(store: Store, depot: Depot, id: str, wanted: str) -> Copy:
    place = store.place(id)
    own = depot.inside(object_path(id))
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "object"
        unfinished = _fetched(own, copy)
        if (copy / NAME).is_file():
            content = (copy / NAME).read_bytes()
            faults = audit_object(copy, id, digest(content)).faults
            if digest(content) == wanted:
                if SIDECAR in unfinished:
                    own.put(SIDECAR, sidecar(content))
                strange = sorted(unfinished - {SIDECAR})
                faults += tuple(CODES["PUB053"].at(str(copy / name)) for name in strange)
            if faults or digest(content) == wanted:
                return Copy(id, SIDECAR in unfinished, tuple(_there(own, copy, faults)))
            if not _goes_on(place, content):
                return Copy(id, faults=(CODES["PUB059"].at(own.address),))
        if faults := audit_object(place, id, wanted).faults:
            return Copy(id, faults=faults)
        return _put(own, place, id, wanted, copy)


def _put(own: Depot, place: Path, id: str, wanted: str, copy: Path) -> Copy:
    """Put what of an object isn't there, in the order that keeps the old one whole to the last."""
    versions = len(from_bytes((place / NAME).read_bytes()).versions)
    claims = [f"v{number}/{NAME}" for number in range(1, versions + 1)]
    names = sorted(path.relative_to(place).as_posix() for path in place.rglob("*"))
    missing = [name for name in names if (place / name).is_file() and not (copy / name).is_file()]
    for name in (one for one in claims if one in missing):
        content = (place / name).read_bytes()
        if not own.create(name, content) and own.read(name) != content:
            where = f"{own.address}/{name}"
            return Copy(id, faults=(CODES["PUB059"].at(where, "another began that version"),))
    own.put_files(place, (name for name in missing if name not in {*claims, NAME, SIDECAR}))
    content, seen = (place / NAME).read_bytes(), _bytes(copy / NAME)
    stands = own.replace(NAME, seen, content) if seen else own.create(NAME, content)
    if not stands and own.read(NAME) != content:
        return Copy(id, faults=(CODES["PUB059"].at(own.address, "another went on with it"),))
    own.put(SIDECAR, sidecar(content))
    shutil.rmtree(copy, ignore_errors=True)
    own.fetch(own.names(), copy)
    faults = audit_object(copy, id, wanted).faults
    return Copy(id, True, tuple(_there(own, copy, faults)))


def _there(own: Depot, copy: Path, faults: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Faults of a copy as those of what it's a copy of."""
    for fault in faults:
        yield replace(fault, where=fault.where.replace(str(copy), own.address, 1))


def _goes_on(place: Path, content: bytes) -> bool:
    """Whether the object here has the one there as an earlier version."""
    try:
        earlier = place / from_bytes(content).head / NAME
        return earlier.read_bytes() == content
    except (ArchiveError, FileNotFoundError):
        return False


def _fetched(own: Depot, copy: Path) -> frozenset[str]:
    """Bring an object here as it stands; the names that an unfinished upload left, without these.

    Where its sidecar wasn't put any more, it's made: the inventory is proved by its version's.
    """
    copy.mkdir(parents=True)
    own.fetch(own.names(), copy)
    if not (copy / NAME).is_file():
        shutil.rmtree(copy)
        return frozenset()
    content = (copy / NAME).read_bytes()
    try:
        inventory = from_bytes(content)
    except ArchiveError:
        return frozenset()
    names = [path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()]
    left = {name for name in names if _number(name) > len(inventory.versions)}
    for folder in {name.partition("/")[0] for name in left}:
        shutil.rmtree(copy / folder)
    if _sidecar_wanting(copy, content, inventory):
        (copy / SIDECAR).write_bytes(sidecar(content))
        left.add(SIDECAR)
    return frozenset(left)


def _number(name: str) -> int:
    version = name.partition("/")[0]
    return int(version[1:]) if version[:1] == "v" and version[1:].isdecimal() else 0


def _sidecar_wanting(copy: Path, content: bytes, inventory: Inventory) -> bool:
    """Whether the root's sidecar is still the one before, and the version's proves the rest."""
    files = {name: _bytes(copy / name) for name in (SIDECAR, f"{inventory.head}/{SIDECAR}")}
    before = _bytes(copy / f"v{len(inventory.versions) - 1}" / SIDECAR)
    return files == {SIDECAR: before, f"{inventory.head}/{SIDECAR}": sidecar(content)}


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def brought_here(depot: Depot, issue_id: str, folder: Path) -> Store:
    """A store in a folder with one object of a replica at an address, as it stands there.

    Raises InputError where the replica has no such object.
    """
    id = SCHEME + issue_id
    store = Store(folder)
    _fetched(depot.inside(object_path(id)), store.place(id))
    if not store.holds(id):
        raise InputError(f"{issue_id}: isn't in {depot.address}", remedy="Name another replica.")
    return store
