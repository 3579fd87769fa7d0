"""The work ledger: a row an issue, in SQLite, that survives whatever kills the batch.

States: waiting → building → done | failed | set aside. What is found `building` when a batch is
taken up again was interrupted, and waits once more.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from publisher.batch.jobs import Built, Failure, Kind, Made
from publisher.errors import BuildError, InputError, UsageError

FORM = 1
_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS work (
    issue TEXT PRIMARY KEY,
    digest TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'waiting',
    tries INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0,
    built TEXT NOT NULL DEFAULT '',
    failure TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_state ON work (state);
PRAGMA user_version = {FORM};
"""


class State(StrEnum):
    """Where an issue stands."""

    WAITING = "waiting"
    BUILDING = "building"
    DONE = "done"
    FAILED = "failed"
    ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class Row:
    """An issue in the ledger.

    `digest` is of what it was built from, `tries` how often it was tried since that changed, and
    `seconds` what its last try took.
    """

    issue: str
    digest: str = ""
    state: State = State.WAITING
    tries: int = 0
    seconds: float = 0.0
    built: Built | None = None
    failure: Failure | None = None


class Worklist:
    """The rows of a ledger; each change is on disk when its method returns."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self) -> Iterator[Row]:
        """Every row, in the order of the issues' paths."""
        for row in self._connection.execute("SELECT * FROM work ORDER BY issue").fetchall():
            yield _row(row)

    def row(self, issue: str) -> Row | None:
        """The row of an issue; None where it isn't in the ledger."""
        found = self._connection.execute("SELECT * FROM work WHERE issue = ?", (issue,)).fetchone()
        return None if found is None else _row(found)

    def counts(self) -> dict[State, int]:
        """How many issues there are in each state."""
        found = dict(self._connection.execute("SELECT state, count(*) FROM work GROUP BY state"))
        return {state: found.get(state.value, 0) for state in State}

    def enter(self, rows: Iterable[Row]) -> None:
        """Make these rows the ledger's only ones, all or nothing."""
        values = [_values(row) for row in rows]
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute("DELETE FROM work")
            self._connection.executemany("INSERT INTO work VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def put(self, row: Row) -> None:
        """Put a row in the place of the one of the same issue."""
        self._connection.execute("REPLACE INTO work VALUES (?, ?, ?, ?, ?, ?, ?)", _values(row))


@contextmanager
def opened(path: Path, *, writable: bool = False) -> Iterator[Worklist]:
    """A ledger, made where it's wanted for writing and isn't there.

    Raises InputError where it isn't there or is damaged, BuildError where it can't be written, and
    UsageError where a newer `publisher` made it.
    """
    if not writable and not path.is_file():
        raise InputError(
            f"{path}: there is no batch's ledger", remedy="Run one: publisher batch run SEEDS"
        )
    try:
        with closing(_connected(path)) as connection:
            form = connection.execute("PRAGMA user_version").fetchone()[0]
            if form > FORM:
                raise UsageError(f"{path}: a newer publisher made it", remedy="Use that one.")
            if writable:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.executescript(_SCHEMA)
            else:
                connection.execute("PRAGMA query_only = ON")
            yield Worklist(connection)
    except sqlite3.OperationalError as fault:
        raise _unusable(path, fault) from fault
    except sqlite3.DatabaseError as fault:
        raise InputError(
            f"{path}: the ledger is damaged ({fault})",
            remedy="Remove it and run the batch again: what the cache keeps isn't built twice.",
        ) from fault


def _connected(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise _unusable(path, fault) from fault
    return sqlite3.connect(path, isolation_level=None, timeout=30)


def _unusable(path: Path, fault: Exception) -> BuildError:
    return BuildError(f"{path}: can't be used ({fault})", remedy="Check the disk and its rights.")


def _values(row: Row) -> tuple[str | int | float, ...]:
    return (
        row.issue,
        row.digest,
        row.state.value,
        row.tries,
        row.seconds,
        json.dumps(asdict(row.built)) if row.built else "",
        json.dumps(asdict(row.failure)) if row.failure else "",
    )


def _row(values: tuple[str, str, str, int, float, str, str]) -> Row:
    issue, digest, state, tries, seconds, built, failure = values
    return Row(
        issue,
        digest,
        State(state),
        tries,
        seconds,
        _built(json.loads(built)) if built else None,
        _failure(json.loads(failure)) if failure else None,
    )


def _built(told: dict[str, Any]) -> Built:
    editions = tuple(
        Made(**{**one, "doubts": tuple(one.get("doubts", ()))}) for one in told.pop("editions")
    )
    return Built(editions, **{**told, "pictures": tuple(told["pictures"])})


def _failure(told: dict[str, Any]) -> Failure:
    return Failure(**{**told, "kind": Kind(told["kind"])})
