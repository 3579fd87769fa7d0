"""A kept issue, opened: its model, ledger and editions, each held against its digest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from publisher.archive.inventory import Inventory
from publisher.archive.keeping import is_withdrawn
from publisher.archive.record import LEDGER, OUTLINE
from publisher.archive.store import SCHEME, TOMBSTONE, Store
from publisher.errors import InputError

#: The media types of the editions that are handed out, by their folders in an object.
EDITIONS = {"epub": "application/epub+zip", "pdf": "application/pdf"}


@dataclass(frozen=True, slots=True)
class KeptEdition:
    """An edition of an issue: its place in the object, its media type, digest (SHA-512) and size.

    `file` is where its bytes lie.
    """

    path: str
    media_type: str
    digest: str
    size: int
    file: Path

    @property
    def label(self) -> str:
        """What readers call its form: EPUB, PDF."""
        return self.path.partition("/")[0].upper()


@dataclass(frozen=True, slots=True)
class KeptIssue:
    """The last version of a kept issue; `outline` is its model, as `issue.json` has it.

    Of one that was withdrawn, `withdrawn` holds the tombstone and nothing else is known.
    """

    id: str
    modified: str
    outline: Mapping[str, Any]
    editions: tuple[KeptEdition, ...]
    ledger: str
    withdrawn: Mapping[str, Any]

    def article(self, id: str) -> Mapping[str, Any]:
        """An article of the issue; InputError where it has none of this id."""
        for one in self.outline["articles"]:
            if one["id"] == id:
                found: Mapping[str, Any] = one
                return found
        raise InputError(f"{self.id} has no article {id}", remedy="See the issue's contents.")

    def section_of(self, article: Mapping[str, Any]) -> str:
        """The labels of the section and column that an article stands under, or ""."""
        column = (article["column"] or {}).get("text", "")
        return " ".join(filter(None, (article.get("section", ""), column)))

    def page_of(self, article: Mapping[str, Any]) -> str:
        """The number of the page that an article begins on, as printed, or ""."""
        start = article["origin"][0]
        pages = [page for page in self.outline["pages"] if page["span"][0] <= start]
        return str(pages[-1].get("printed") or pages[-1]["sequence"]) if pages else ""


def open_issue(store: Store, issue: str) -> KeptIssue:
    """An issue of the archive.

    Raises InputError where there is none, ArchiveError where what is kept is damaged.
    """
    inventory = store.inventory(SCHEME + issue)
    modified = inventory.versions[-1].stamp.created
    if is_withdrawn(inventory.versions[-1]):
        tombstone = json.loads(store.read_from(inventory, TOMBSTONE))
        return KeptIssue(issue, modified, {}, (), "", tombstone)
    ledger = ""
    if LEDGER in inventory.state:
        ledger = store.read_from(inventory, LEDGER).decode()
    outline = _outline(store, inventory.id, inventory.state.get(OUTLINE, ""))
    return KeptIssue(issue, modified, outline, editions(store, inventory), ledger, {})


@lru_cache(maxsize=64)
def _outline(store: Store, id: str, digest: str) -> Mapping[str, Any]:
    del digest  # Tells one version from another.
    values: Mapping[str, Any] = json.loads(store.read(id, OUTLINE))
    return values


def editions(store: Store, inventory: Inventory) -> tuple[KeptEdition, ...]:
    """The editions of an object's last version that readers may take away."""
    place = store.place(inventory.id)
    found: list[KeptEdition] = []
    for path, digest in inventory.state.items():
        folder, _, name = path.partition("/")
        file = place / inventory.manifest[digest]
        if folder in EDITIONS and name and file.is_file():
            found.append(KeptEdition(path, EDITIONS[folder], digest, file.stat().st_size, file))
    return tuple(found)
