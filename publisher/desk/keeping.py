"""The decisions file kept: changed under a lock, whole or not at all, and only as it was seen."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from publisher.decisions import LIMIT
from publisher.desk.document import changed
from publisher.errors import UsageError
from publisher.files import read_bytes, write_bytes
from publisher.repairs import Answer


class ChangedMeanwhile(UsageError):
    """The decisions file isn't the one that the editor saw."""


def current(path: Path) -> bytes:
    """What the file holds; nothing where there is none."""
    return read_bytes(path, LIMIT) if path.exists() else b""


def version(content: bytes) -> str:
    """What a state of the file is called."""
    return sha256(content).hexdigest()[:16]


def keep(path: Path, seen: str, old: Answer | None, new: Answer | None) -> tuple[bytes, bytes]:
    """Put `new` in place of `old`; the file's content before and after.

    `seen` is the version that the editor answered on: where the file has another by now, nothing
    is written and ChangedMeanwhile is raised. Raises UsageError where the file is no decisions
    file, BuildError where it can't be written.
    """
    with _locked(path):
        before = current(path)
        _check(path, before, seen)
        try:
            after = changed(before.decode("utf-8"), old, new).encode("utf-8")
        except UnicodeError as fault:
            raise UsageError(f"{path}: {fault}", remedy="Only UTF-8 can be kept there.") from fault
        _put(path, after)
    return before, after


def put_back(path: Path, seen: str, before: bytes) -> None:
    """Make the file what it was `before`; ChangedMeanwhile where it isn't as it was `seen`."""
    with _locked(path):
        _check(path, current(path), seen)
        _put(path, before)


def _put(path: Path, content: bytes) -> None:
    if content:
        write_bytes(path, content)
    else:
        path.unlink(missing_ok=True)


def _check(path: Path, content: bytes, seen: str) -> None:
    if version(content) != seen:
        raise ChangedMeanwhile(
            f"{path}: was changed meanwhile, so nothing was written",
            remedy="Look at the issue again, then answer.",
        )


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """One writer at a time; the folder itself is locked, so that no lock file is left."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
