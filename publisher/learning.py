"""Learning: the paper's own evidence, made of what the archive keeps, and read where it's named.

It's an object of the archive beside the issues, so its versions are proved, doubled and brought
back like theirs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any

from publisher import ledger_json
from publisher.archive.inventory import Inventory, Stamp
from publisher.archive.keeping import is_withdrawn
from publisher.archive.record import LEDGER, OUTLINE, as_json
from publisher.archive.store import SCHEME, Store, damaged, open_store
from publisher.archive.writer import Writer, unchanged
from publisher.config import Settings
from publisher.errors import InputError, LedgerError, UsageError
from publisher.ledger import Certainty, Landing, Ledger
from publisher.repairs import Tables
from publisher.repairs.evidence import ngrams

#: The object's id, the evidence's name in ledgers, and the files of a version.
ID, NAME = "evidence:archive", "archive"
TABLE, MADE_OF = "archive.ngrams", "made-of.json"


@dataclass(frozen=True, slots=True)
class Learned:
    """The evidence as kept: its version, its digest (SHA-256), whether that is a new one."""

    version: str
    digest: str
    new: bool
    issues: int
    paragraphs: int


def learn(writer: Writer, stamp: Stamp) -> Learned:
    """Make the evidence of all issues that are kept, and keep it; a change is a new version.

    The same issues give the same evidence. Raises ArchiveError where one of them is damaged.
    """
    store = writer.store
    made_of: dict[str, str] = {}
    texts: list[str] = []
    for id in store.issue_ids():
        inventory = store.inventory(id)
        if is_withdrawn(inventory.versions[-1]) or OUTLINE not in inventory.state:
            continue
        ledger = store.read_from(inventory, LEDGER) if LEDGER in inventory.state else b""
        made_of[id.removeprefix(SCHEME)] = inventory.state[OUTLINE]
        texts += printed(json.loads(store.read_from(inventory, OUTLINE)), ledger.decode())
    table = ngrams.learned(texts).to_bytes()
    digest = sha256(table).hexdigest()
    about = {"sha256": digest, "paragraphs": len(texts), "issues": dict(sorted(made_of.items()))}
    files = {TABLE: table, MADE_OF: as_json(about)}
    kept = store.inventory(ID) if store.holds(ID) else None
    if kept and unchanged(kept.state, files, set()):
        return Learned(kept.head, digest, False, len(made_of), len(texts))
    head = writer.put(ID, files, "learned", stamp).head
    return Learned(head, digest, True, len(made_of), len(texts))


def printed(outline: Mapping[str, Any], ledger: str) -> Iterator[str]:
    """The paragraphs of an issue that are whole, and in which nothing was only probably repaired.

    What the line itself only thinks likely is no evidence for what it thinks likely next.
    """
    guessed = tuple(_guessed(_read(ledger)))
    for article in outline["articles"]:
        for block in article["body"]:
            if block["type"] != "Paragraph" or _gapped(block["content"]):
                continue
            start, end = block["origin"]
            if not any(start < place < end for place in guessed):
                yield _plain(block["content"])


def _read(ledger: str) -> Ledger | None:
    try:
        return ledger_json.from_lines(ledger)
    except LedgerError:
        # An issue made by hand has none: nothing was repaired in it.
        return None


def _guessed(ledger: Ledger | None) -> Iterator[int]:
    """Where in the repaired text an edit was made that was only probable."""
    passes = ledger.passes if ledger else ()
    for number, one in enumerate(passes, start=1):
        landing = Landing(passes[number:])
        shifts = accumulate((len(e.after) - len(e.before) for e in one.edits), initial=0)
        for edit, shift in zip(one.edits, shifts, strict=False):
            if edit.certainty is not Certainty.CERTAIN:
                yield landing.of(edit.span.start + shift)


def _gapped(content: list[dict[str, Any]]) -> bool:
    return any(one["type"] == "InlineGap" or _gapped(one.get("children", [])) for one in content)


def _plain(content: list[dict[str, Any]]) -> str:
    return "".join(
        one.get("text") or one.get("base") or _plain(one.get("children", [])) for one in content
    )


def pinned(settings: Settings) -> Settings:
    """The settings with the version of the evidence that they mean today."""
    if settings.evidence != NAME:
        return settings
    head = _inventory(open_store(Path(settings.archive))).head
    return replace(settings, evidence=f"{NAME}:{head}")


def evidence(settings: Settings) -> tuple[Tables, ...]:
    """The evidence that settings name (`archive`, or `archive:v2`); none where they name none.

    Raises UsageError where the archive hasn't learned, ArchiveError where it's damaged.
    """
    if not settings.evidence:
        return ()
    store = open_store(Path(settings.archive))
    inventory = _inventory(store)
    version = settings.evidence.removeprefix(NAME).lstrip(":")
    return (_tables(store, version or inventory.head),)


@lru_cache(maxsize=2)
def _tables(store: Store, version: str) -> Tables:
    # A version never changes: many issues in a row use one.
    table = store.read(ID, TABLE, version)
    try:
        counts = ngrams.Ngrams.from_bytes(table)
    except ValueError as fault:
        raise damaged(ID, f"{TABLE} is no table ({fault})") from fault
    return Tables(NAME, sha256(table).hexdigest(), counts)


def evidence_digest(settings: Settings) -> str:
    """The archive's digest of the evidence that settings name, without reading it; "" for none.

    Raises UsageError where the archive hasn't learned, ArchiveError where it's damaged.
    """
    if not settings.evidence:
        return ""
    inventory = _inventory(open_store(Path(settings.archive)))
    version = settings.evidence.removeprefix(NAME).lstrip(":")
    return inventory.version(version).state.get(TABLE, "")


def _inventory(store: Store) -> Inventory:
    try:
        return store.inventory(ID)
    except InputError as fault:
        raise UsageError(
            f"{store.root}: has learned nothing yet", remedy="Run `publisher archive learn`."
        ) from fault
