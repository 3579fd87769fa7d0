"""Bags (BagIt 1.0, RFC 8493): an issue handed to another archive, or taken from one."""

from __future__ import annotations

from pathlib import Path

import bagit

from publisher.archive import durable
from publisher.archive.inventory import Stamp, digest
from publisher.archive.keeping import Kept, keep
from publisher.archive.record import PREMIS, RECEIVED
from publisher.archive.store import SCHEME, Store
from publisher.archive.writer import Writer, check_paths
from publisher.errors import BuildError, InputError
from publisher.files import read_bytes

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
#: The largest file of a bag that is taken in, in bytes.
LIMIT = 2_000_000_000


def export_bag(store: Store, issue_id: str, target: Path, stamp: Stamp, version: str = "") -> Path:
    """Write an issue's version as a bag into the new folder `target`.

    Every file is proved as it's read. The bag's day is the stamp's: the same version on the same
    day gives the same bag. Raises BuildError where `target` is there or can't be written.
    """
    id = SCHEME + issue_id
    inventory = store.inventory(id)
    state = inventory.version(version).state
    files = {f"data/{path}": store.read_from(inventory, path, version) for path in state}
    info = {
        "Bagging-Date": stamp.created[:10],
        "External-Identifier": id,
        "Internal-Sender-Identifier": version or inventory.head,
        "Internal-Sender-Description": stamp.message,
        "Contact-Name": stamp.by,
        "Payload-Oxum": f"{sum(map(len, files.values()))}.{len(files)}",
    }
    tags = {
        "bagit.txt": _DECLARATION,
        "bag-info.txt": "".join(
            f"{key}: {' '.join(value.split())}\n" for key, value in info.items() if value
        ).encode(),
        "manifest-sha512.txt": _manifest(files),
    }
    whole = {**files, **tags, "tagmanifest-sha512.txt": _manifest(tags)}
    if target.exists():
        raise BuildError(f"{target}: is there already", remedy="Name a folder that isn't there.")
    with durable.writing_to(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.parent / f".{target.name}.new"
        durable.remove(fresh)
        for path, content in whole.items():
            durable.write_new(fresh / path, content)
        durable.sync_tree(fresh)
        durable.move_in(fresh, target)
    return target


def _manifest(files: dict[str, bytes]) -> bytes:
    return "".join(f"{digest(files[path])}  {path}\n" for path in sorted(files)).encode()


def import_bag(writer: Writer, bag: Path, stamp: Stamp, issue_id: str = "") -> Kept:
    """Keep what a bag holds, after every byte of it was checked.

    The id is the bag's External-Identifier where none is given. What the former archive's PREMIS
    tells is kept beside ours. Raises InputError for what is no whole, safe bag.
    """
    try:
        received = bagit.Bag(str(bag.resolve()))
        received.validate(processes=1, fast=False)
    except (bagit.BagError, OSError, UnicodeError) as fault:
        raise InputError(
            f"{bag}: is no valid bag ({fault})", remedy="Ask its sender for another copy."
        ) from fault
    if (bag / "fetch.txt").exists():
        raise InputError(
            f"{bag}: parts of it are elsewhere (fetch.txt)", remedy="Ask for a whole one."
        )
    files = _payload(bag / "data", bag)
    given = received.info.get("External-Identifier", "")
    id = issue_id or (given.removeprefix(SCHEME) if isinstance(given, str) else "")
    if not id:
        raise InputError(f"{bag}: names no issue", remedy="Give its id: --id.")
    check_paths(files)
    if PREMIS in files:
        files[RECEIVED] = files.pop(PREMIS)
    return keep(writer, id, files, stamp)


def _payload(folder: Path, bag: Path) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            raise InputError(f"{path}: is a link or a device", remedy="Ask for a safe bag.")
        if path.is_file():
            files[path.relative_to(folder).as_posix()] = read_bytes(path, LIMIT)
    if not files:
        raise InputError(f"{bag}: holds nothing", remedy="Ask its sender for another copy.")
    return files
