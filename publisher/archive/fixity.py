"""Fixity: every byte of the store read again, and each difference from what was kept named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from publisher.archive.inventory import (
    NAME,
    OBJECT_DECLARATION,
    SIDECAR,
    Inventory,
    digest,
    from_bytes,
    object_path,
    sidecar,
    to_bytes,
)
from publisher.archive.metadata.premis import sizes
from publisher.diagnostics import CODES, Diagnostic
from publisher.errors import ArchiveError


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit read, and the faults it found."""

    objects: int = 0
    files: int = 0
    bytes: int = 0
    faults: tuple[Diagnostic, ...] = ()

    def __add__(self, other: Audit) -> Audit:
        return Audit(
            self.objects + other.objects,
            self.files + other.files,
            self.bytes + other.bytes,
            self.faults + other.faults,
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """A file as it is: its digest and its size in bytes."""

    digest: str
    size: int


def audit_object(place: Path, id: str, told: str = "") -> Audit:
    """Read every byte of the object `id` in the folder `place`.

    `told` is the digest of its inventory that the archive's ledger tells; the inventory with it is
    believed, and another is a fault, however well it fits the files.
    """
    found: dict[str, _Found] = {}
    empty: list[str] = []
    faults: list[Diagnostic] = []

    def unread(fault: OSError) -> None:
        where = str(fault.filename or place)
        faults.append(CODES["PUB052"].at(where, f"can't be read: {fault.strerror}"))

    for path, entry in _walk(str(place), "", unread):
        if entry is None:
            empty.append(path)
        elif not entry.is_file(follow_symlinks=False):
            faults.append(CODES["PUB053"].at(str(place / path), "a link or device stands there"))
        else:
            try:
                found[path] = _read(entry.path)
            except OSError as fault:
                unread(fault)
                found[path] = _Found("", 0)
    audit = Audit(1, len(found), sum(one.size for one in found.values()))
    return audit + Audit(faults=(*faults, *_compared(place, id, told, found, empty)))


def _compared(
    place: Path, id: str, told: str, found: Mapping[str, _Found], empty: Iterable[str]
) -> Iterator[Diagnostic]:
    read = _inventory(place, told)
    if read is None:
        yield CODES["PUB055"].at(str(place / NAME), "no inventory of the object can be read")
        return
    inventory, proven = read
    if told and digest(proven) != told:
        yield CODES["PUB056"].at(str(place))
    wanted, records = _wanted(place, inventory, proven)
    known = {key: path for path, key in wanted.items()}
    if inventory.id != id:
        yield CODES["PUB055"].at(str(place / NAME), f"the inventory is of {inventory.id}")
    root = str(place)
    for path, key in sorted(wanted.items()):
        where = f"{root}/{path}"
        one = found.get(path)
        if one is None:
            yield CODES["PUB052"].at(where)
        elif one.digest == key:
            continue
        elif path in records:
            yield CODES["PUB055"].at(where)
        elif one.digest in known:
            yield CODES["PUB054"].at(where, f"it holds the bytes of {known[one.digest]}")
        elif one.size < (length := _lengths(place, inventory, found).get(path, 0)):
            yield CODES["PUB051"].at(where, f"{one.size} of its {length} bytes are there")
        elif one.digest:
            yield CODES["PUB050"].at(where)
    for path in sorted(found.keys() - wanted.keys()):
        yield CODES["PUB053"].at(str(place / path))
    for path in empty:
        # A folder that lost its files is told of by them.
        if not any(one.startswith(f"{path}/") for one in wanted):
            yield CODES["PUB053"].at(str(place / path), "an empty folder was put there")


def _wanted(place: Path, inventory: Inventory, proven: bytes) -> tuple[dict[str, str], set[str]]:
    """Every file that an object must have with its digest, and which of them are records."""
    records = {OBJECT_DECLARATION[0]: OBJECT_DECLARATION[1]}
    for number in range(1, len(inventory.versions) + 1):
        content = (
            proven if number == len(inventory.versions) else _earlier(place, inventory, number)
        )
        records |= {f"v{number}/{NAME}": content, f"v{number}/{SIDECAR}": sidecar(content)}
    records |= {NAME: proven, SIDECAR: sidecar(proven)}
    content_files = {path: key for key, path in inventory.manifest.items()}
    return content_files | {path: digest(one) for path, one in records.items()}, set(records)


def _earlier(place: Path, inventory: Inventory, number: int) -> bytes:
    """The inventory of an earlier version: as it's there, if it tells the same in other words."""
    cut = inventory.cut(number)
    written = _bytes(place / f"v{number}" / NAME)
    return written if _parsed(written) == cut else to_bytes(cut)


def _inventory(place: Path, told: str) -> tuple[Inventory, bytes] | None:
    """The object's inventory: the one that is told of, else one that its sidecar proves."""
    folders = [place, *sorted(place.glob("v*"), key=lambda one: -_number(one.name))]
    read = [(_bytes(one / NAME), _bytes(one / SIDECAR)) for one in folders]
    # The root's and the last version's are the same; an earlier one tells of too little.
    known = [content for content, _ in read[:2] if told and digest(content) == told]
    proven = [content for content, beside in read if beside == sidecar(content)]
    for content in (*known, *proven, *(content for content, _ in read)):
        if kept := _parsed(content):
            return kept, content
    return None


def _number(name: str) -> int:
    return int(name[1:]) if name[1:].isdecimal() else 0


def _parsed(content: bytes) -> Inventory | None:
    try:
        return from_bytes(content)
    except ArchiveError:
        return None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _lengths(place: Path, inventory: Inventory, found: Mapping[str, _Found]) -> dict[str, int]:
    """The lengths that PREMIS keeps, by place in the object."""
    lengths: dict[str, int] = {}
    for version in inventory.versions:
        key = version.state.get("metadata/premis.xml", "")
        path = inventory.manifest.get(key, "")
        if path in found and found[path].digest == key:
            for name, size in sizes((place / path).read_bytes()).items():
                if name in version.state:
                    lengths[inventory.manifest[version.state[name]]] = size
    return lengths


def _walk(
    folder: str, inside: str, unread: Callable[[OSError], None]
) -> Iterator[tuple[str, os.DirEntry[str] | None]]:
    """All below a folder by its path in it; a folder only where it's empty (None)."""
    try:
        with os.scandir(folder) as entries:
            children = sorted(entries, key=lambda entry: entry.name)
    except OSError as fault:
        unread(fault)
        return
    if not children:
        yield inside.rstrip("/"), None
    for entry in children:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{inside}{entry.name}/", unread)
        else:
            yield inside + entry.name, entry


def _read(path: str) -> _Found:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (a path of 10,000s)
        key = file_digest(file, "sha512").hexdigest()
        return _Found(key, file.tell())


def at_home(root: Path, place: Path, id: str) -> Iterator[Diagnostic]:
    """Say so where an object stands in a place that isn't its own."""
    if id and place != root / object_path(id):
        yield CODES["PUB053"].at(str(place), f"the place of {id} is {object_path(id)}")
