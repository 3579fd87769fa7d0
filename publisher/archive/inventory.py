"""An object's inventory (OCFL 1.1, clause 3.5): each version's files by digest. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256, sha512
from typing import Any
from urllib.parse import unquote

from publisher.errors import ArchiveError, InputError

TYPE = "https://ocfl.io/1.1/spec/#inventory"
NAME = "inventory.json"
SIDECAR = "inventory.json.sha512"
ROOT_DECLARATION = ("0=ocfl_1.1", b"ocfl_1.1\n")
OBJECT_DECLARATION = ("0=ocfl_object_1.1", b"ocfl_object_1.1\n")

#: Extension 0003 of the OCFL community: `3c0/ff4/240/` of the id's digest, then the id itself.
LAYOUT = "0003-hash-and-id-n-tuple-storage-layout"
_LEVELS, _SIZE, _LONGEST = 3, 3, 100
#: Who does what nobody put a name to: the program.
UNNAMED = "publisher"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who does something to an object, when (ISO 8601, UTC) and why; the caller knows the clock."""

    created: str
    message: str
    by: str = UNNAMED
    address: str = "urn:publisher"


@dataclass(frozen=True, slots=True)
class Version:
    """One version: its stamp, and the digest (SHA-512) of each file by its path in the issue."""

    stamp: Stamp
    state: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Inventory:
    """An object's versions, first to last, and the place in the object of each digest's bytes."""

    id: str
    manifest: Mapping[str, str]
    versions: tuple[Version, ...]

    @property
    def head(self) -> str:
        """The name of the last version."""
        return f"v{len(self.versions)}"

    @property
    def state(self) -> Mapping[str, str]:
        """The files of the last version."""
        return self.versions[-1].state

    def version(self, name: str = "") -> Version:
        """A version by its name (`v1`), the last one without; InputError where there is none."""
        number = int(name[1:]) if re.fullmatch(r"v[1-9]\d{0,5}", name) else 0
        if not name:
            return self.versions[-1]
        if not 1 <= number <= len(self.versions):
            raise InputError(
                f"{self.id} has no version {name!r}", remedy=f"It has v1 to {self.head}."
            )
        return self.versions[number - 1]

    def cut(self, number: int) -> Inventory:
        """The inventory as it stood when version `number` was the last."""
        versions = self.versions[:number]
        used = {digest for version in versions for digest in version.state.values()}
        manifest = {digest: path for digest, path in self.manifest.items() if digest in used}
        return replace(self, manifest=manifest, versions=versions)


def digest(content: bytes) -> str:
    """The SHA-512 of bytes, hexadecimal."""
    return sha512(content).hexdigest()


def grown(
    inventory: Inventory | None, id: str, files: Mapping[str, bytes], stamp: Stamp
) -> tuple[Inventory, dict[str, bytes]]:
    """An object with one version more, and the new bytes by their place in the object.

    What is there already isn't stored again, whatever it was called.

    >>> stamp = Stamp("2025-05-20T00:00:00Z", "received")
    >>> first, new = grown(None, "issue:a", {"source/a.txt": b"a", "b": b"a"}, stamp)
    >>> list(new)
    ['v1/content/b']
    >>> grown(first, "issue:a", {"b": b"a"}, stamp)[1]
    {}
    """
    versions = inventory.versions if inventory else ()
    manifest = dict(inventory.manifest) if inventory else {}
    new: dict[str, bytes] = {}
    state: dict[str, str] = {}
    for path in sorted(files):
        state[path] = digest(files[path])
        if state[path] not in manifest:
            place = f"v{len(versions) + 1}/content/{path}"
            manifest[state[path]] = place
            new[place] = files[path]
    return Inventory(id, manifest, (*versions, Version(stamp, state))), new


def to_bytes(inventory: Inventory) -> bytes:
    """The inventory as its file has it: the same value gives the same bytes.

    >>> one = grown(None, "issue:a", {"a": b"a"}, Stamp("2025-05-20T00:00:00Z", "received"))[0]
    >>> from_bytes(to_bytes(one)) == one
    True
    """
    values = {
        "id": inventory.id,
        "type": TYPE,
        "digestAlgorithm": "sha512",
        "head": inventory.head,
        "manifest": {key: [path] for key, path in sorted(inventory.manifest.items())},
        "versions": {
            f"v{number}": {
                "created": version.stamp.created,
                "message": version.stamp.message,
                "user": {"name": version.stamp.by, "address": version.stamp.address},
                "state": _grouped(version.state),
            }
            for number, version in enumerate(inventory.versions, start=1)
        },
    }
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def sidecar(content: bytes) -> bytes:
    """The sidecar file of an inventory's bytes."""
    return f"{digest(content)} {NAME}\n".encode()


def from_bytes(content: bytes) -> Inventory:
    """The inventory that `to_bytes` wrote; ArchiveError where the bytes aren't one."""
    try:
        values = json.loads(content)
        versions = tuple(
            _version(values["versions"][f"v{number}"])
            for number in range(1, len(values["versions"]) + 1)
        )
        manifest = {key: path for key, (path,) in values["manifest"].items()}
        inventory = Inventory(values["id"], manifest, versions)
    except (AttributeError, KeyError, TypeError, ValueError) as fault:
        raise ArchiveError(
            f"not an inventory: {fault!r}", remedy="Restore the object from a replica."
        ) from fault
    if not versions or values["head"] != inventory.head or values["type"] != TYPE:
        raise ArchiveError("not an inventory", remedy="Restore the object from a replica.")
    return inventory


def _version(values: dict[str, Any]) -> Version:
    user = values["user"]
    stamp = Stamp(values["created"], values["message"], user["name"], user["address"])
    state = {path: key for key, paths in values["state"].items() for path in paths}
    return Version(stamp, dict(sorted(state.items())))


def _grouped(state: Mapping[str, str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for path, key in sorted(state.items()):
        groups.setdefault(key, []).append(path)
    return dict(sorted(groups.items()))


def object_path(id: str) -> str:
    """Where an object stands in the store (extension 0003).

    >>> object_path("issue:2025-05-20")
    '790/ed6/6ac/issue%3a2025-05-20'
    """
    key = sha256(id.encode()).hexdigest()
    levels = [key[place * _SIZE :][:_SIZE] for place in range(_LEVELS)]
    name = "".join(sign if re.fullmatch(r"[A-Za-z0-9_-]", sign) else _escaped(sign) for sign in id)
    return "/".join([*levels, name if len(name) <= _LONGEST else f"{name[:_LONGEST]}-{key}"])


def _escaped(sign: str) -> str:
    return "".join(f"%{byte:02x}" for byte in sign.encode())


def id_of(folder: str) -> str:
    """The id of the object in a folder of the store; "" where its name is too long to say.

    >>> id_of("issue%3a2025-05-20")
    'issue:2025-05-20'
    """
    return unquote(folder) if len(folder) <= _LONGEST else ""
