"""What a writer that was killed left behind: found at the next run, and set right."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from publisher.archive import audits, durable
from publisher.archive.fixity import audit_object
from publisher.archive.inventory import NAME, digest
from publisher.archive.store import Store, shown

#: In the work folder: the addition being made ready.
LEFT = "addition"
#: In it: the new object by its place, the old one where the system can't exchange them, and the
#: entry that the ledger gets once the object is in place.
NEW, OLD, SUBJECT = "new", "old", "subject.json"
#: The event of an object that was put in place of a damaged one.
REPLACED = "replaced"


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
    if not _in_place(place, entry):
        return f"{shown(entry.id)}: an addition was left unfinished; it stands as it stood"
    last = audits.last_line(store.audits)
    if not last or json.loads(last).get("inventory") != entry.inventory:
        audits.append(store.audits, entry)
    return f"{shown(entry.id)}: {entry.version} had been kept; now the ledger says so too"


def _in_place(place: Path, entry: audits.Entry) -> bool:
    inventory = place / NAME
    if not inventory.is_file() or digest(inventory.read_bytes()) != entry.inventory:
        return False
    # The inventory of a damaged object may be that of the copy which is to replace it.
    return entry.event != REPLACED or not audit_object(place, entry.id).faults


def _subject(store: Store) -> audits.Entry | None:
    path = store.work / LEFT / SUBJECT
    try:
        return audits.Entry(**json.loads(path.read_bytes()))
    except (FileNotFoundError, ValueError):
        # Killed before it was written whole: before anything was moved.
        return None
