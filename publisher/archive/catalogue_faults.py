"""The faults of the catalogue: changed since it was written, or telling of other than is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from publisher.archive import seals
from publisher.archive.catalogue import behind, opened
from publisher.archive.record import OUTLINE
from publisher.archive.store import SCHEME, Store
from publisher.diagnostics import CODES, Diagnostic
from publisher.errors import PublisherError


def faults(store: Store) -> Iterator[Diagnostic]:
    """Say so where the catalogue was changed, or tells of other issues than are kept."""
    if not store.catalogue.exists():
        return
    where = str(store.catalogue)
    if not seals.unbroken(store.catalogue):
        yield CODES["PUB057"].at(where, "the catalogue isn't the one that was written")
    elif behind(store):
        yield CODES["PUB057"].at(where, "the catalogue is behind the archive's ledger")
    else:
        with opened(store.catalogue) as connection:
            told = dict(connection.execute("SELECT id, version FROM issue"))
        if _differing(store, told):
            yield CODES["PUB057"].at(where)


def _differing(store: Store, told: Mapping[str, str]) -> bool:
    """Whether a catalogue's issues and versions aren't the store's, but for damaged objects."""
    left = dict(told)
    for id in store.ids():
        issue = id.removeprefix(SCHEME)
        version = left.pop(issue, "")
        try:
            inventory = store.inventory(id)
        except PublisherError:
            continue
        if version != (inventory.head if OUTLINE in inventory.state else ""):
            return True
    return bool(left)
