"""What an EPUB is made of: its files, and what its package document has to say of them."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.model import Issue, Provenance


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book: its path below `EPUB/`, its media type, its bytes."""

    name: str
    media_type: str
    content: bytes
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """What a package document says; pages are read in the order of `items`.

    `records` lie in the container and are linked, but are no part of the publication. `direction`
    is the text's, `progression` the one that pages are turned in (`rtl` for vertical lines too).
    `page_list` says whether the navigation leads to the pages of the source.
    """

    identifier: str
    title: str
    language: str
    direction: str
    issue: Issue
    provenance: Provenance
    accessibility: str
    items: tuple[Item, ...]
    records: tuple[Item, ...]
    page_list: bool = False
    progression: str = "default"
