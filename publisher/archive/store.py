"""The store: an OCFL 1.1 storage root, an object an issue, read by anyone and never in between."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from publisher.archive import audits, durable
from publisher.archive.inventory import (
    LAYOUT,
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
from publisher.errors import ArchiveError, InputError, UsageError

CATALOGUE = "catalogue.sqlite"
#: An object's id is a URI: this, then the issue's id.
SCHEME = "issue:"
#: The file of a version that is withdrawn: why, and the version that stood before.
TOMBSTONE = "withdrawn.json"

_README = """\
This is an archive of issues of a newspaper or magazine. Each is an object of the Oxford Common
File Layout 1.1 (ocfl.io): a folder with all its versions in plain files. `inventory.json` names
the files of each version and their SHA-512. In an object:

  source/        the issue as received            issue.json     the issue as read
  epub/, pdf/    its editions                     ledger.jsonl   every repair of its text
  metadata/      Dublin Core, MODS, PREMIS, JATS  settings/      what it was built with
  report.json    what was in doubt or lost        builder.json   what built it

audits.jsonl says what was done to the archive, each line bound to the one before by its digest.
catalogue.sqlite is a search index, made from the rest; nothing is lost with it.
"""

ROOT_FILES = {
    ROOT_DECLARATION[0]: ROOT_DECLARATION[1],
    "ocfl_layout.json": (
        json.dumps(
            {
                "extension": LAYOUT,
                "description": "Three folders of the id's digest, then one of the id itself.",
            },
            indent=1,
        )
        + "\n"
    ).encode(),
    f"extensions/{LAYOUT}/config.json": (
        json.dumps(
            {
                "extensionName": LAYOUT,
                "digestAlgorithm": "sha256",
                "tupleSize": 3,
                "numberOfTuples": 3,
            },
            indent=1,
        )
        + "\n"
    ).encode(),
    "README.txt": _README.encode(),
}


@dataclass(frozen=True, slots=True)
class Store:
    """A storage root. `work` is the folder beside it where additions are made ready."""

    root: Path

    @property
    def work(self) -> Path:
        """Beside the root, so on the same file system: what is moved in is moved in one step."""
        return self.root.parent / f".{self.root.name}.work"

    @property
    def audits(self) -> Path:
        """The archive's ledger."""
        return self.root / audits.NAME

    @property
    def catalogue(self) -> Path:
        """The search index, a cache."""
        return self.root / CATALOGUE

    def place(self, id: str) -> Path:
        """Where an object stands, or would."""
        return self.root / object_path(id)

    def holds(self, id: str) -> bool:
        """Whether there is an object of this id."""
        return self.place(id).is_dir()

    def ids(self) -> Iterator[str]:
        """The ids of all objects, in the order of their places.

        A damaged object whose folder's name is cut short has none.
        """
        for folder in self.places():
            if id := id_of(folder.name) or _long_id(folder):
                yield id

    def issue_ids(self) -> Iterator[str]:
        """The ids of the objects that are issues, in order."""
        return (id for id in sorted(self.ids()) if id.startswith(SCHEME))

    def places(self) -> Iterator[Path]:
        """The folders of all objects, in order."""
        for level in _folders(self.root):
            if level.name != "extensions":
                for second in _folders(level):
                    for third in _folders(second):
                        yield from _folders(third)

    def inventory(self, id: str) -> Inventory:
        """An object's inventory, held against its sidecar.

        Raises InputError where there is no such object, ArchiveError where it is damaged.
        """
        return from_bytes(self.inventory_bytes(id))

    def inventory_bytes(self, id: str) -> bytes:
        """The bytes of `inventory`; raises as that does."""
        place = self.place(id)
        try:
            content = (place / NAME).read_bytes()
            beside = (place / SIDECAR).read_bytes()
        except FileNotFoundError as fault:
            if not place.is_dir():
                raise InputError(
                    f"{shown(id)}: isn't in the archive {self.root}",
                    remedy="`publisher archive list` shows what is.",
                ) from fault
            raise damaged(id, f"{fault.filename} is missing") from fault
        if beside != sidecar(content):
            raise damaged(id, "its inventory isn't the one that was written")
        return content

    def read(self, id: str, path: str, version: str = "") -> bytes:
        """A file of an object's version, held against its digest; raises as `inventory` does."""
        inventory = self.inventory(id)
        return self.read_from(inventory, path, version)

    def read_from(self, inventory: Inventory, path: str, version: str = "") -> bytes:
        """As `read`, of an inventory at hand."""
        key = inventory.version(version).state.get(path)
        if key is None:
            raise InputError(f"{shown(inventory.id)}: has no file {path}", remedy="See `show`.")
        file = self.place(inventory.id) / inventory.manifest[key]
        try:
            content = file.read_bytes()
        except OSError as fault:
            raise damaged(inventory.id, f"{path} can't be read ({fault.strerror})") from fault
        if digest(content) != key:
            raise damaged(inventory.id, f"{path} isn't what was kept")
        return content


def _long_id(folder: Path) -> str:
    try:
        return from_bytes((folder / NAME).read_bytes()).id
    except (OSError, ArchiveError):
        return ""


def shown(id: str) -> str:
    """An object's id as people know it: the issue's.

    >>> shown("issue:2025-05-20")
    '2025-05-20'
    """
    return id.removeprefix(SCHEME)


def damaged(id: str, why: str) -> ArchiveError:
    """What is raised where an object is not as it was kept."""
    return ArchiveError(
        f"{shown(id)}: is damaged: {why}",
        remedy="See `publisher archive verify`; restore it from a replica.",
    )


def open_store(root: Path) -> Store:
    """The store at a path; UsageError where there is none."""
    # `.` has no folder beside it until it's known where it is.
    root = root.resolve()
    name, content = ROOT_DECLARATION
    declaration = root / name
    if not declaration.is_file():
        raise UsageError(
            f"{root}: is no archive", remedy="Name another, or make one: `publisher archive add`."
        )
    if declaration.read_bytes() != content:
        raise ArchiveError(
            f"{declaration}: isn't what was written", remedy="Restore it from a replica."
        )
    return Store(root)


def create_store(root: Path) -> Store:
    """The store at a path, made if nothing is there; UsageError where something else is."""
    if (root / ROOT_DECLARATION[0]).exists():
        return open_store(root)
    root = root.resolve()
    store = Store(root)
    with durable.writing_to(root):
        if root.exists() and any(root.iterdir()):
            raise UsageError(f"{root}: is no archive, and not empty", remedy="Name another folder.")
        fresh = root.parent / f".{root.name}.new"
        durable.remove(fresh)
        for name, content in ROOT_FILES.items():
            durable.write_new(fresh / name, content)
        durable.write_new(fresh / audits.NAME, b"")
        durable.sync_tree(fresh)
        durable.move_in(fresh, root)
    return store


def _folders(folder: Path) -> list[Path]:
    return sorted(child for child in folder.iterdir() if child.is_dir())
