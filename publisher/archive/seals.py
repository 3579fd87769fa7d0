"""The catalogue's seal: the digest of the file as its writer left it, so that any change shows."""

from __future__ import annotations

import json
from hashlib import file_digest
from pathlib import Path
from typing import Any

from publisher.archive import durable

#: Follows the catalogue's name.
SUFFIX = ".seal"


def seal(catalogue: Path, form: int, position: int) -> None:
    """Seal a catalogue of a form that has reached a byte of the archive's ledger.

    A writer killed over it leaves a seal that can't be read: then the catalogue is made again.
    """
    values = {"form": form, "reached": position, "sha256": _digest(catalogue)}
    _seal_of(catalogue).write_text(json.dumps(values) + "\n", "utf-8")
    durable.sync([_seal_of(catalogue), catalogue.parent])


def unseal(catalogue: Path) -> None:
    """Take the seal off, before another catalogue is put in place."""
    _seal_of(catalogue).unlink(missing_ok=True)


def reached(catalogue: Path, form: int) -> int:
    """The byte of the ledger that a catalogue of this form has reached; -1 where there is none."""
    values = _read(catalogue)
    return values["reached"] if values.get("form") == form and catalogue.exists() else -1


def unbroken(catalogue: Path) -> bool:
    """Whether the catalogue is to the byte the one that was sealed."""
    return _read(catalogue).get("sha256") == _digest(catalogue)


def _seal_of(catalogue: Path) -> Path:
    return catalogue.with_name(catalogue.name + SUFFIX)


def _read(catalogue: Path) -> dict[str, Any]:
    try:
        values = json.loads(_seal_of(catalogue).read_bytes())
    except (OSError, ValueError):
        return {}
    whole = isinstance(values, dict) and isinstance(values.get("reached"), int)
    return values if whole else {}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
