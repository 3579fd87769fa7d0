"""The audit of a whole store, or of its next part, against the digests that its ledger tells."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from publisher.archive import audits, seals
from publisher.archive.fixity import Audit, at_home, audit_object
from publisher.archive.inventory import LAYOUT, Stamp, id_of, object_path
from publisher.archive.store import CATALOGUE, ROOT_FILES, Store, shown
from publisher.diagnostics import CODES, Diagnostic

#: The event of an audit in the ledger.
AUDITED = "audited"
_FREE = {
    audits.NAME,
    CATALOGUE,
    *(f"{CATALOGUE}{end}" for end in ("-wal", "-shm", "-journal", seals.SUFFIX)),
}
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What the ledger tells: the last inventory's digest of each object, where audits got to."""

    inventories: dict[str, str]
    until: str


def told(store: Store) -> Told:
    """Read the ledger from its beginning."""
    inventories: dict[str, str] = {}
    until = ""
    for _, entry in audits.read(store.audits):
        if entry.get("id") and entry.get("inventory"):
            inventories[entry["id"]] = entry["inventory"]
        until = entry.get("until", until)
    return Told(inventories, until)


def audit(
    store: Store,
    percent: int = 100,
    progress: Callable[[int], None] = lambda _: None,
    still: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> tuple[Audit, str]:
    """Read every byte of a store, or of so many percent of its objects; and where it got to.

    A part begins where the last one ended, in the order of places, and goes round: in 100/percent
    audits every object is read. The archive's own records are looked at each time. Nobody has to
    wait for an audit: what seems at fault is looked at again in the context that `still` gives,
    in which nobody writes.
    """
    known = told(store)
    part, until = _part(store, _survey(store.root)[0], percent, known.until)
    total = Audit()
    doubtful: list[Path] = []
    for number, place in enumerate(part, start=1):
        one = _audit_place(store, place, known)
        if one.faults:
            doubtful.append(place)
        else:
            total += one
        progress(number)
    with still():
        known = told(store)
        places, strange = _survey(store.root)
        total += Audit(faults=(*_root_faults(store, known, set(places)), *strange))
        # An object that is gone is told of as missing.
        for place in set(places).intersection(doubtful):
            total += _audit_place(store, place, known)
    return replace(total, faults=tuple(sorted(total.faults, key=lambda one: one.where))), until


def _audit_place(store: Store, place: Path, known: Told) -> Audit:
    id = id_of(place.name) or _long_id(store, place, known)
    wanted = known.inventories.get(id, "")
    audit = audit_object(place, id, wanted)
    faults = list(at_home(store.root, place, id))
    if not wanted:
        faults.append(CODES["PUB056"].at(str(place), f"the ledger doesn't tell of {shown(id)}"))
    return audit + Audit(faults=tuple(faults))


def _long_id(store: Store, place: Path, known: Told) -> str:
    """The id of an object whose folder's name is cut short."""
    return next((id for id in known.inventories if store.place(id) == place), "")


def _part(store: Store, places: list[Path], percent: int, until: str) -> tuple[list[Path], str]:
    if percent >= 100 or not places:
        return places, until
    names = [str(place.relative_to(store.root)) for place in places]
    start = sum(name <= until for name in names) % len(places)
    count = -(-len(places) * percent // 100)
    chosen = [(start + step) % len(places) for step in range(count)]
    return [places[one] for one in chosen], names[chosen[-1]]


def _root_faults(store: Store, known: Told, places: set[Path]) -> Iterator[Diagnostic]:
    for name, content in ROOT_FILES.items():
        path = store.root / name
        if not path.is_file():
            yield CODES["PUB052"].at(str(path))
        elif path.read_bytes() != content:
            yield CODES["PUB055"].at(str(path))
    for child in sorted(store.root.iterdir()):
        if not child.is_dir() and child.name not in ROOT_FILES and child.name not in _FREE:
            yield CODES["PUB053"].at(str(child))
    yield from _strange(store.root / "extensions", {LAYOUT})
    yield from _strange(store.root / "extensions" / LAYOUT, {"config.json"})
    for id in known.inventories:
        if store.root / object_path(id) not in places:
            yield CODES["PUB052"].at(str(store.place(id)), f"{shown(id)} is missing")
    if not store.audits.exists():
        yield CODES["PUB052"].at(str(store.audits))
    for number in audits.broken_links(store.audits):
        yield CODES["PUB058"].at(f"{store.audits}:{number}")


def _strange(folder: Path, known: set[str]) -> Iterator[Diagnostic]:
    if folder.is_dir():
        for child in sorted(folder.iterdir()):
            if child.name not in known:
                yield CODES["PUB053"].at(str(child))


def _survey(root: Path, depth: int = 0) -> tuple[list[Path], list[Diagnostic]]:
    """The folders of objects, and what stands between them that shouldn't."""
    with os.scandir(root) as entries:
        children = sorted(entries, key=lambda entry: entry.name)
    folders = [Path(one.path) for one in children if one.is_dir(follow_symlinks=False)]
    if depth == _DEPTH:
        found = folders
        strange: list[Diagnostic] = []
    else:
        below = [_survey(one, depth + 1) for one in folders if depth or one.name != "extensions"]
        found = [place for places, _ in below for place in places]
        strange = [one for _, some in below for one in some]
    if depth:
        strange += [
            CODES["PUB053"].at(one.path)
            for one in children
            if not one.is_dir(follow_symlinks=False)
        ]
        if not folders:
            strange.append(CODES["PUB053"].at(str(root), "a folder without an object"))
    return found, strange


def entry(audit: Audit, percent: int, until: str, stamp: Stamp) -> audits.Entry:
    """The ledger's entry of an audit: what was read, in which digest, and its faults."""
    more = {
        "percent": percent,
        "until": until,
        "algorithm": "sha512",
        "objects": audit.objects,
        "files": audit.files,
        "bytes": audit.bytes,
        "outcome": "faults" if audit.faults else "no fault",
        "faults": [f"{fault.code} {fault.where}" for fault in audit.faults[:100]],
    }
    return audits.Entry(AUDITED, stamp.created, stamp.by, more=more)
