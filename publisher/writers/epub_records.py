"""What proves an edition: its sources, its ledger, and what made it from them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from publisher.model import Picture, Provenance
from publisher.writers.epub_parts import Item

#: The folder of the records, below `EPUB/`.
FOLDER = "provenance"

_MEDIA_TYPES = {".md": "text/markdown", ".txt": "text/plain"}


def records(provenance: Provenance, pictures: Sequence[Picture] = ()) -> Iterator[Item]:
    """The sources as received, the ledger, the model, and `record.json`, which names them all.

    The record has the digest of each; of the pictures, which are in the book as it shows them,
    the digests of the files as received.

    A source keeps its name in the record only: whatever it was called, its file is safe to unpack.
    """
    sources = []
    for number, source in enumerate(provenance.sources, start=1):
        suffix = PurePosixPath(source.name).suffix.lower()
        known = suffix if suffix in _MEDIA_TYPES else ""
        path = f"{FOLDER}/source-{number:04}{known}"
        sources.append({"name": source.name, "path": path, "sha256": source.digest})
        yield Item(path, _MEDIA_TYPES.get(suffix, "application/octet-stream"), source.content)
    ledger = Item(f"{FOLDER}/ledger.jsonl", "application/jsonl", provenance.ledger)
    yield ledger
    record: dict[str, Any] = {
        "builder": provenance.builder,
        "settings": provenance.settings_digest,
        "sources": sources,
        "ledger": _named(ledger),
    }
    if provenance.model:
        model = Item(f"{FOLDER}/issue.json", "application/json", provenance.model)
        yield model
        record["model"] = _named(model)
    if pictures:
        record["pictures"] = [{"name": one.name, "sha256": one.digest} for one in pictures]
    text = json.dumps(record, indent=1, sort_keys=True)
    yield Item(f"{FOLDER}/record.json", "application/json", text.encode("utf-8"))


def _named(item: Item) -> dict[str, str]:
    return {"path": item.name, "sha256": sha256(item.content).hexdigest()}
