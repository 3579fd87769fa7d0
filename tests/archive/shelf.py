"""Small issues made for the archive's tests, and stores with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from publisher.archive.inventory import Stamp
from publisher.archive.keeping import Kept, keep
from publisher.archive.record import BUILDER, as_json, record
from publisher.archive.store import Store, create_store
from publisher.archive.writer import writing
from publisher.model import Edition, Issue
from publisher.structure import to_json
from tests.issues import article, everything, issue, provenance

WHEN = "2025-05-20T08:00:00Z"
BUILT = {"builder": "publisher 0.1.0", "libraries": {"weasyprint": "70.0"}}


def stamp(reason: str = "", when: str = WHEN) -> Stamp:
    return Stamp(when, reason, "Ann", "mailto:ann@example.org")


def small(name: str, text: str = "近日，区总工会办起夜校。", date: str = "2025-05-20") -> Issue:
    made = issue(article(2, "工会办起夜校", text), everything(), title="劳动午报")
    return replace(made, id=name, date=date, number="1", provenance=provenance(edits=1))


def files(
    name: str, text: str = "近日，区总工会办起夜校。", edition: bytes = b""
) -> dict[str, bytes]:
    """What is kept of a small issue whose editions are a few bytes."""
    made = small(name, text)
    editions = (
        Edition(f"{name}.epub", "application/epub+zip", edition or b"epub " + text.encode()),
        Edition(f"{name}.pdf", "application/pdf", b"pdf " + text.encode()),
    )
    return record(made, editions, to_json(made), {BUILDER: as_json(BUILT)})


def put(store: Store, name: str, kept: Mapping[str, bytes], reason: str = "") -> Kept:
    with writing(store, lambda _: None) as writer:
        return keep(writer, name, kept, stamp(reason))


def filled(root: Path, *names: str) -> Store:
    """A store with an issue of each name, the first one corrected."""
    store = create_store(root)
    for name in names:
        put(store, name, files(name))
    put(store, names[0], files(names[0], "近日，区总工会办起夜校，更正。"), "a wrong date")
    return store
