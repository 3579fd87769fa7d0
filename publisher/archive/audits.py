"""The archive's own ledger: what was done to it, a JSON line each, every line bound to the last."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from publisher.archive import durable
from publisher.archive.inventory import digest

NAME = "audits.jsonl"
_TAIL = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: an event, when and by whom; of an object or of the whole archive (`id` is "").

    `inventory` is the SHA-512 of the object's inventory after the event, the one digest that all
    others of the object hang on.
    """

    event: str
    when: str
    by: str
    id: str = ""
    version: str = ""
    inventory: str = ""
    reason: str = ""
    more: dict[str, Any] = field(default_factory=dict)


def line(entry: Entry, previous: bytes) -> bytes:
    """An entry as the line that follows the line `previous` (b"" at the start)."""
    values = {
        key: value
        for key in ("event", "when", "by", "id", "version", "inventory", "reason")
        if (value := getattr(entry, key))
    }
    bound = {"previous": digest(previous) if previous else ""}
    return (json.dumps(values | entry.more | bound, ensure_ascii=False) + "\n").encode()


def append(path: Path, entry: Entry) -> None:
    """Add an entry, on the disk when it returns. Only the holder of the lock may."""
    durable.append(path, line(entry, last_line(path)))


def last_line(path: Path) -> bytes:
    """The last whole line, its end left out; b"" where there is none."""
    whole = _tail(path)[1].rpartition(b"\n")[0]
    return whole.rpartition(b"\n")[2]


def _tail(path: Path) -> tuple[int, bytes]:
    """The file's end, longer than any line, and where that begins."""
    if not path.exists():
        return 0, b""
    with path.open("rb") as file:
        start = max(0, file.seek(0, 2) - _TAIL)
        file.seek(start)
        return start, file.read()


def mend(path: Path) -> bool:
    """Cut off a last line that a power cut left unfinished; whether there was one."""
    start, tail = _tail(path)
    if not tail or tail.endswith(b"\n"):
        return False
    with path.open("r+b") as file:
        file.truncate(start + tail.rfind(b"\n") + 1)
    durable.sync([path])
    return True


def read(path: Path, start: int = 0) -> Iterator[tuple[int, dict[str, Any]]]:
    """The entries from a byte on, each with the byte after it; a line that isn't one is left out.

    A line that a writer has not yet finished is left for the next reading.
    """
    if not path.exists():
        return
    with path.open("rb") as file:
        file.seek(start)
        for row in file:
            if not row.endswith(b"\n"):
                return
            start += len(row)
            values = _values(row)
            if values is not None:
                yield start, values


def broken_links(path: Path) -> Iterator[int]:
    """The lines (from 1) that don't follow the line before them: edited, missing or put in."""
    if not path.exists():
        return
    previous = b""
    for number, row in enumerate(path.read_bytes().splitlines(), start=1):
        values = _values(row)
        wanted = digest(previous) if previous else ""
        if values is None or values.get("previous") != wanted:
            yield number
        previous = row


def _values(row: bytes) -> dict[str, Any] | None:
    try:
        values = json.loads(row)
    except ValueError:
        return None
    return values if isinstance(values, dict) else None
