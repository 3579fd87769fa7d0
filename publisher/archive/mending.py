"""What a writer that was killed left behind: found at the next run, and set right."""

from __future__ import annotations

import json
from collections.abc import Iterator

from publisher.archive import audits, durable
from publisher.archive.inventory import NAME, digest
from publisher.archive.store import Store, shown

#: In the work folder: the addition being made ready.
LEFT = "addition"
#: In it: the new object by its place, the old one where the system can't exchange them, and the
#: entry that the ledger gets once the object is in place.
NEW, OLD, SUBJECT = "new", "old", "subject.json"


def mend(store: Store) -> Iterator[str]:
    """Set right what was left, a line of what was found for each; only the holder of the lock may.

    An addition that had not yet been moved in is taken away: the object stands as it stood. One
    that had been is finished: its entry in the ledger is made up for.
    """
    if audits.mend(store.audits):
        yield "an unfinished line was cut off the archive's ledger"
    stage = store.work / LEFT
    if not stage.exists():
        return
    entry = _subject(store)
    if entry is None:
        yield "an addition was left unfinished; nothing of it was in the archive, and it's gone"
    else:
        yield _mended(store, entry)
    durable.remove(stage)


def _mended(store: Store, entry: audits.Entry) -> str:
    place, old = store.place(entry.id), store.work / LEFT / OLD
    if old.exists() and not place.exists():
        durable.move_in(old, place)
    inventory = place / NAME
    if not inventory.is_file() or digest(inventory.read_bytes()) != entry.inventory:
        return f"{shown(entry.id)}: an addition was left unfinished; it stands as it stood"
    last = audits.last_line(store.audits)
    if not last or json.loads(last).get("inventory") != entry.inventory:
        audits.append(store.audits, entry)
    return f"{shown(entry.id)}: {entry.version} had been kept; now the ledger says so too"


def _subject(store: Store) -> audits.Entry | None:
    path = store.work / LEFT / SUBJECT
    try:
        return audits.Entry(**json.loads(path.read_bytes()))
    except (FileNotFoundError, ValueError):
        # Killed before it was written whole: before anything was moved.
        return None
