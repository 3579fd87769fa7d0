"""The catalogue: a search index in SQLite, a cache that is made from the store alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import astuple
from pathlib import Path

from publisher.archive import audits, durable, seals
from publisher.archive.entries import article_entries, issue_entry
from publisher.archive.keeping import is_withdrawn
from publisher.archive.record import OUTLINE
from publisher.archive.store import SCHEME, Store
from publisher.archive.terms import indexed
from publisher.archive.writer import Writer
from publisher.errors import ArchiveError, BuildError, PublisherError

#: Raised when the tables or the terms change: an older catalogue is made again.
FORM = 2

#: How SQLite names what is the disk's fault.
_DISK = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")

# Texts stand last: a row is sorted by what stands before.
_TABLES = """
CREATE TABLE issue (
    id TEXT PRIMARY KEY, title TEXT, date TEXT, number TEXT, language TEXT, version TEXT
);
CREATE TABLE article (
    row INTEGER PRIMARY KEY, issue TEXT, date TEXT, id TEXT, sequence INTEGER, headline TEXT,
    section TEXT, byline TEXT, kind TEXT, page INTEGER, text TEXT
);
CREATE INDEX article_of ON article (issue);
CREATE VIRTUAL TABLE words USING fts5 (
    text, byline, section, content='', columnsize=0, tokenize='ascii'
);
"""


@contextmanager
def opened(path: Path, *, writable: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection to a catalogue, which a reader can't change.

    Raises ArchiveError where it's damaged, BuildError where another is writing it for long; for a
    writer, OSError where the disk says no.
    """
    # A reader too must be let undo what a writer that was killed left half done.
    address = f"{path.resolve().as_uri()}?mode={'rwc' if writable else 'rw'}"
    try:
        with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
            if not writable:
                connection.execute("PRAGMA query_only = ON")
            yield connection
    except (sqlite3.DatabaseError, UnicodeDecodeError) as fault:
        # SQLite tells of a damaged table in that table's own bytes.
        name = getattr(fault, "sqlite_errorname", "")
        if writable and name.startswith(_DISK):
            raise OSError(None, str(fault), str(path)) from fault
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise BuildError(
                f"{path}: is being written", remedy="Try again when that is done."
            ) from fault
        raise _damaged(path, fault) from fault


def _damaged(path: Path, fault: Exception) -> ArchiveError:
    return ArchiveError(
        f"{path}: the catalogue is damaged ({fault})",
        remedy="Make it again: `publisher archive reindex`; nothing else is touched.",
    )


def reindex(writer: Writer, progress: Callable[[int], None] = lambda _: None) -> int:
    """Make the catalogue again from the store, and put it in place of the old one; its issues.

    A damaged object is left out: `verify` tells of it.
    """
    store = writer.store
    fresh = store.work / "catalogue.new"
    count = 0
    with durable.writing_to(store.catalogue):
        for leftover in (fresh, fresh.with_name(f"{fresh.name}-journal")):
            leftover.unlink(missing_ok=True)
        position = store.audits.stat().st_size
        with opened(fresh, writable=True) as connection:
            connection.executescript(
                f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;{_TABLES}"
            )
            connection.execute("BEGIN")
            for count, id in enumerate(store.issue_ids(), start=1):
                _enter(connection, store, id)
                progress(count)
            connection.execute("INSERT INTO words (words) VALUES ('optimize')")
            connection.execute("COMMIT")
        durable.sync([fresh])
        _settle(store.catalogue)
        seals.unseal(store.catalogue)
        fresh.replace(store.catalogue)
        seals.seal(store.catalogue, FORM, position)
    return count


def _settle(catalogue: Path) -> None:
    """Undo what a writer that was killed left half done.

    Its journal would be taken for that of the catalogue which is put in place of this one.
    """
    with suppress(ArchiveError):
        if catalogue.exists():
            with opened(catalogue) as connection:
                connection.execute("SELECT count(*) FROM issue").fetchone()
    catalogue.with_name(f"{catalogue.name}-journal").unlink(missing_ok=True)


def behind(store: Store) -> bool:
    """Whether the ledger tells of more than the catalogue has, or there is none of this form."""
    return seals.reached(store.catalogue, FORM) != store.audits.stat().st_size


def catch_up(writer: Writer) -> None:
    """Enter what the ledger tells of and the catalogue doesn't have; all of it, or nothing.

    A catalogue that isn't the one which was sealed is made again: what is in it can't be trusted.
    """
    store = writer.store
    position, told = seals.reached(store.catalogue, FORM), store.audits.stat().st_size
    if position == told:
        return
    _settle(store.catalogue)
    if not 0 <= position < told or not seals.unbroken(store.catalogue):
        reindex(writer)
        return
    changed: dict[str, None] = {}
    for after, entry in audits.read(store.audits, position):
        position = after
        if entry.get("inventory"):
            changed[entry["id"]] = None
    with durable.writing_to(store.catalogue), opened(store.catalogue, writable=True) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for id in changed:
            _remove(connection, id)
            _enter(connection, store, id)
        connection.execute("COMMIT")
    with durable.writing_to(store.catalogue):
        seals.seal(store.catalogue, FORM, position)


def _enter(connection: sqlite3.Connection, store: Store, id: str) -> None:
    try:
        inventory = store.inventory(id)
        if is_withdrawn(inventory.versions[-1]) or OUTLINE not in inventory.state:
            return
        outline = json.loads(store.read_from(inventory, OUTLINE))
    except PublisherError:
        return
    kept = id.removeprefix(SCHEME)
    issue = issue_entry(outline)
    row = (kept, issue.title, issue.date, issue.number, issue.language, inventory.head)
    connection.execute("INSERT INTO issue VALUES (?, ?, ?, ?, ?, ?)", row)
    for article in article_entries(outline):
        cursor = connection.execute(
            "INSERT INTO article VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (kept, issue.date, *astuple(article)),
        )
        words = [indexed(one) for one in (article.text, article.byline, article.section)]
        connection.execute(
            "INSERT INTO words (rowid, text, byline, section) VALUES (?, ?, ?, ?)",
            (cursor.lastrowid, *words),
        )


def _remove(connection: sqlite3.Connection, id: str) -> None:
    kept = id.removeprefix(SCHEME)
    rows = connection.execute(
        "SELECT row, text, byline, section FROM article WHERE issue = ?", (kept,)
    ).fetchall()
    for row, *texts in rows:
        # An index without the texts must be told what it had.
        connection.execute(
            "INSERT INTO words (words, rowid, text, byline, section) VALUES ('delete', ?, ?, ?, ?)",
            (row, *map(indexed, texts)),
        )
    connection.execute("DELETE FROM article WHERE issue = ?", (kept,))
    connection.execute("DELETE FROM issue WHERE id = ?", (kept,))
