"""One batch at a time in a folder: a lock that ends with its holder, however that ends."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from publisher.errors import BuildError, UsageError


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock; UsageError where another process does, BuildError where it can't be made.

    It is a database that is being written: the system frees it when its writer is dead.
    """
    with closing(_connected(path)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as fault:
            if getattr(fault, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
                raise UsageError(
                    f"another batch is running in {path.parent}",
                    remedy="Wait until it has ended, or give this one another --ledger folder.",
                ) from fault
            raise _unusable(path, fault) from fault
        yield


def _connected(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return sqlite3.connect(path, isolation_level=None, timeout=0)
    except (OSError, sqlite3.OperationalError) as fault:
        raise _unusable(path, fault) from fault


def _unusable(path: Path, fault: Exception) -> BuildError:
    return BuildError(f"{path}: can't be locked ({fault})", remedy="Check the folder's rights.")
