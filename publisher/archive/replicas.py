"""Replicas: a second store brought up to the first, compared, and objects brought back from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from publisher.archive.auditing import Told, told
from publisher.archive.fixity import audit_object
from publisher.archive.inventory import Stamp, digest, from_bytes
from publisher.archive.mending import REPLACED
from publisher.archive.store import SCHEME, Store, damaged, shown
from publisher.archive.writer import Writer
from publisher.diagnostics import CODES, Diagnostic
from publisher.errors import ArchiveError, UsageError

#: The event of an object that was copied here from another store.
REPLICATED = "replicated"


@dataclass(frozen=True, slots=True)
class Copy:
    """What became of an object: whether it was copied, and the faults that stand in the way."""

    id: str
    copied: bool = False
    faults: tuple[Diagnostic, ...] = ()


def replicate(store: Store, replica: Writer, stamp: Stamp) -> Iterator[Copy]:
    """Bring a replica up to a store: what it lacks is copied, and every object there is read.

    An object that is damaged here isn't copied, and one that goes on otherwise there isn't written
    over: each is a fault.
    """
    if replica.store.root.resolve() == store.root.resolve():
        raise UsageError(f"{store.root}: is no replica of itself", remedy="Name another folder.")
    here, there = told(store), told(replica.store)
    ids = sorted(store.ids())
    for id in ids:
        yield _brought_up(store, replica, id, here, there, stamp)
    for id in sorted(set(replica.store.ids()) - set(ids)):
        place = str(replica.store.place(id))
        yield Copy(id, faults=(CODES["PUB059"].at(place, f"{shown(id)} is only in the replica"),))


def _brought_up(
    store: Store, replica: Writer, id: str, here: Told, there: Told, stamp: Stamp
) -> Copy:
    place, copy = store.place(id), replica.store.place(id)
    wanted = here.inventories.get(id, "")
    if replica.store.holds(id):
        known = there.inventories.get(id, "")
        faults = audit_object(copy, id, known).faults
        if faults or known == wanted:
            return Copy(id, faults=faults)
        if not _goes_on(store, replica.store, id):
            return Copy(id, faults=(CODES["PUB059"].at(str(copy)),))
    if faults := audit_object(place, id, wanted).faults:
        return Copy(id, faults=faults)
    reason = f"from {store.root.name}: {stamp.message}".removesuffix(": ")
    replica.replace(id, place, REPLICATED, replace(stamp, message=reason))
    return Copy(id, copied=True, faults=audit_object(copy, id, wanted).faults)


def _goes_on(store: Store, replica: Store, id: str) -> bool:
    """Whether the object here is the replica's, with more versions."""
    try:
        ours, theirs = store.inventory(id), replica.inventory(id)
    except ArchiveError:
        return False
    return len(ours.versions) > len(theirs.versions) and ours.cut(len(theirs.versions)) == theirs


def bring_back(writer: Writer, replica: Store, issue_id: str, stamp: Stamp) -> bool:
    """Put a replica's object in place of a damaged one; False where the one here is sound.

    Raises ArchiveError where the replica's is damaged too, or isn't the one that was kept here.
    """
    id = SCHEME + issue_id
    store = writer.store
    wanted = told(store).inventories.get(id, "")
    if store.holds(id) and not audit_object(store.place(id), id, wanted).faults:
        return False
    content = replica.inventory_bytes(id)
    faults = audit_object(replica.place(id), id, digest(content)).faults
    if faults:
        where = Path(faults[0].where).relative_to(replica.root)
        raise damaged(id, f"in the replica too: {where}: {faults[0].message}")
    if wanted and digest(content) != wanted:
        version = from_bytes(content).head
        raise ArchiveError(
            f"{issue_id}: the replica's {version} isn't the one that was kept here",
            remedy="Name another replica.",
        )
    writer.replace(id, replica.place(id), REPLACED, stamp)
    return True
