"""OPDS 2.0: the catalogue as JSON feeds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from publisher.archive.store import SCHEME
from publisher.reading_room.addresses import (
    HOME,
    cover_address,
    issue_address,
    kept_address,
    link,
    shelf_address,
)
from publisher.reading_room.catalogue import SIZE, Entry, Root, Shelf
from publisher.reading_room.words import shelf_title

OPDS = "application/opds+json"
_START = shelf_address("index", 0, "json")


def root_feed(root: Root, words: Mapping[str, str], base: str) -> bytes:
    """The feed that a reading program begins with; `base` is where the room stands, or ""."""
    return _as_json(
        {
            "metadata": {"title": root.title or words["room"], "modified": root.updated},
            "links": _links(_START, base),
            "navigation": [
                {
                    "title": shelf_title(name, words),
                    "href": link(_START, shelf_address(name, 1, "json")),
                    "type": OPDS,
                    "properties": {"numberOfItems": count},
                }
                for name, count in root.shelves
            ],
        }
    )


def shelf_feed(shelf: Shelf, words: Mapping[str, str], base: str) -> bytes:
    """A page of issues with their editions."""
    here = shelf_address(shelf.name, shelf.number, "json")
    turns = [
        {"rel": rel, "href": link(here, shelf_address(shelf.name, number, "json")), "type": OPDS}
        for rel, number in shelf.turns
    ]
    return _as_json(
        {
            "metadata": {
                "title": shelf_title(shelf.name, words),
                "modified": shelf.updated,
                "numberOfItems": shelf.total,
                "itemsPerPage": SIZE,
                "currentPage": shelf.number,
            },
            "links": [*_links(here, base), *turns],
            "publications": [_publication(here, one) for one in shelf.entries],
        }
    )


def _links(here: str, base: str) -> list[dict[str, str]]:
    # This one must be absolute (Readium's manifest, 2.2), where that can be known.
    own = base + quote(here) if base else link(here, here)
    return [
        {"rel": "self", "href": own, "type": OPDS},
        {"rel": "start", "href": link(here, _START), "type": OPDS},
        {"rel": "alternate", "href": link(here, HOME), "type": "text/html"},
    ]


def _publication(here: str, one: Entry) -> dict[str, Any]:
    row = one.row
    metadata: dict[str, Any] = {
        "@type": "http://schema.org/PublicationIssue",
        "identifier": SCHEME + quote(row.id),
        "title": one.title,
        "modified": one.modified,
    }
    if row.language:
        metadata["language"] = row.language
    if row.date:
        metadata["published"] = row.date
    if row.title:
        series: dict[str, Any] = {"name": row.title}
        if one.position is not None:
            series["position"] = one.position
        metadata["belongsTo"] = {"series": series}
    links = [
        {
            "rel": "http://opds-spec.org/acquisition/open-access",
            "href": link(here, kept_address(row.id, edition.path)),
            "type": edition.media_type,
            "size": edition.size,
        }
        for edition in one.editions
    ]
    page = {"rel": "alternate", "href": link(here, issue_address(row.id)), "type": "text/html"}
    cover = {"href": link(here, cover_address(row.id)), "type": "image/svg+xml"}
    return {"metadata": metadata, "links": [*links, page], "images": [cover]}


def _as_json(values: object) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
