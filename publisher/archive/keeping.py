"""Keeping an issue: its first version, a correction with its reason, a withdrawal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from publisher.archive.inventory import Inventory, Stamp, Version
from publisher.archive.metadata.premis import write_premis
from publisher.archive.record import (
    BUILDER,
    PREMIS,
    RECEIVED,
    REPORT,
    REPORT_PAGE,
    SCHEMAS,
    as_json,
)
from publisher.archive.store import SCHEME, TOMBSTONE, Store, shown
from publisher.archive.writer import Writer, refuse_unreasoned, unchanged
from publisher.errors import ArchiveError, UsageError

#: What tells of an issue and its making, and isn't the issue.
_ABOUT = {BUILDER, PREMIS, RECEIVED, REPORT, REPORT_PAGE, *SCHEMAS}


class Outcome(StrEnum):
    """What became of an issue that was to be kept."""

    KEPT = "kept"
    CORRECTED = "corrected"
    UNCHANGED = "unchanged"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Kept:
    """An object after it was written to, or left as it was."""

    id: str
    outcome: Outcome
    version: str


@dataclass(frozen=True, slots=True)
class Holding:
    """An object as `list` shows it: its versions, when the last was made and why.

    Of one whose inventory is damaged, `damage` says how, and nothing else is known.
    """

    id: str
    versions: int
    created: str
    message: str
    withdrawn: bool
    damage: str = ""


def keep(writer: Writer, issue_id: str, files: Mapping[str, bytes], stamp: Stamp) -> Kept:
    """Keep an issue's files; where they are kept already, do nothing.

    Where another version is kept, the new one is its correction and `stamp.message` the reason:
    UsageError without. What an issue was built with doesn't make it another: the record says what
    built the editions that are kept.
    """
    id = SCHEME + issue_id
    store = writer.store
    kept = store.inventory(id) if store.holds(id) else None
    if kept and unchanged(kept.state, files, _ABOUT):
        return Kept(id, Outcome.UNCHANGED, kept.head)
    if kept:
        refuse_unreasoned(id, stamp.message)
    outcome = Outcome.CORRECTED if kept else Outcome.KEPT
    inventory = _put(writer, id, kept, files, stamp, outcome)
    return Kept(id, outcome, inventory.head)


def withdraw(writer: Writer, issue_id: str, stamp: Stamp) -> Kept:
    """Withdraw an issue: its last version is a tombstone with the reason, the others stay.

    Raises UsageError without a reason or where it's withdrawn already, InputError for no issue.
    """
    id = SCHEME + issue_id
    kept = writer.store.inventory(id)
    if not stamp.message.strip():
        raise UsageError(f"{issue_id}: a withdrawal needs a reason", remedy="Give it: --reason.")
    if is_withdrawn(kept.versions[-1]):
        raise UsageError(f"{issue_id}: is withdrawn already", remedy="See `archive show`.")
    tombstone = {"reason": stamp.message, "when": stamp.created, "by": stamp.by, "was": kept.head}
    files = {TOMBSTONE: as_json(tombstone)}
    inventory = _put(writer, id, kept, files, stamp, Outcome.WITHDRAWN)
    return Kept(id, Outcome.WITHDRAWN, inventory.head)


def _put(
    writer: Writer,
    id: str,
    kept: Inventory | None,
    files: Mapping[str, bytes],
    stamp: Stamp,
    outcome: Outcome,
) -> Inventory:
    earlier = [(_kind(version, number), version.stamp) for number, version in _numbered(kept)]
    now = {Outcome.KEPT: "ingestion", Outcome.WITHDRAWN: "deaccession"}.get(outcome, "modification")
    premis = write_premis(id, files, [*earlier, (now, stamp)], _builder(files))
    return writer.put(id, {**files, PREMIS: premis}, str(outcome), stamp)


def _numbered(kept: Inventory | None) -> Iterator[tuple[int, Version]]:
    return iter(enumerate(kept.versions if kept else (), start=1))


def _kind(version: Version, number: int) -> str:
    if is_withdrawn(version):
        return "deaccession"
    return "ingestion" if number == 1 else "modification"


def _builder(files: Mapping[str, bytes]) -> str:
    return str(json.loads(files[BUILDER])["builder"]) if BUILDER in files else "publisher"


def is_withdrawn(version: Version) -> bool:
    """Whether a version is a tombstone."""
    return TOMBSTONE in version.state


def holdings(store: Store) -> Iterator[Holding]:
    """Every issue of a store, in the order of issue ids."""
    for id in store.issue_ids():
        try:
            inventory = store.inventory(id)
        except ArchiveError as error:
            yield Holding(shown(id), 0, "", "", False, str(error))
            continue
        last = inventory.versions[-1]
        yield Holding(
            shown(id),
            len(inventory.versions),
            last.stamp.created,
            last.stamp.message,
            is_withdrawn(last),
        )


def built_with(store: Store, issue_id: str) -> dict[str, object]:
    """What built an issue's last version that was built; empty where nothing is recorded."""
    inventory = store.inventory(SCHEME + issue_id)
    for number in range(len(inventory.versions), 0, -1):
        if BUILDER in inventory.version(f"v{number}").state:
            values = json.loads(store.read_from(inventory, BUILDER, f"v{number}"))
            return values if isinstance(values, dict) else {}
    return {}
