"""Archives made for the room's tests, with their catalogues up to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from publisher.archive.catalogue import catch_up
from publisher.archive.record import BUILDER, as_json, record
from publisher.archive.store import Store
from publisher.archive.writer import writing
from publisher.model import Edition, Issue
from publisher.structure import to_json
from tests.archive.shelf import BUILT, filled, put, small


def caught_up(store: Store) -> Store:
    with writing(store, print) as writer:
        catch_up(writer)
    return store


def keep(store: Store, issue: Issue, epub: bytes = b"epub", pdf: bytes = b"pdf") -> None:
    """Keep an issue whose editions are a few bytes."""
    editions = (
        Edition(f"{issue.id}.epub", "application/epub+zip", epub),
        Edition(f"{issue.id}.pdf", "application/pdf", pdf),
    )
    kept = record(issue, editions, to_json(issue), {BUILDER: as_json(BUILT)})
    put(store, issue.id, kept, "made")


def long_run(root: Path, count: int) -> Store:
    """An archive with an issue a day."""
    store = filled(root, "n0000")
    for number in range(1, count):
        day = date(2024, 12, 1) + timedelta(number)
        issue = small(f"n{number:04}", date=day.isoformat())
        keep(store, replace(issue, number=str(number)))
    return caught_up(store)
