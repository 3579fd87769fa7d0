"""OPDS 1.2: the catalogue as Atom feeds, which most reading programs know."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from publisher.archive.metadata.xml import document, fit
from publisher.archive.store import SCHEME
from publisher.reading_room.addresses import (
    HOME,
    issue_address,
    kept_address,
    link,
    shelf_address,
)
from publisher.reading_room.catalogue import ALL, Entry, Root, Shelf
from publisher.reading_room.words import shelf_title

_ATOM = "application/atom+xml;profile=opds-catalog"
NAVIGATION, ACQUISITION = f"{_ATOM};kind=navigation", f"{_ATOM};kind=acquisition"
_START = shelf_address("index", 0, "xml")

# Programs that know no name spaces read these too: Atom's names stand without a prefix.
_NAMES = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:opds": "http://opds-spec.org/2010/catalog",
    "xmlns:opensearch": "http://a9.com/-/spec/opensearch/1.1/",
    "xmlns:schema": "http://schema.org/",
    "xmlns:thr": "http://purl.org/syndication/thread/1.0",
}


def root_feed(root: Root, words: Mapping[str, str]) -> bytes:
    """The navigation feed that a reading program begins with."""
    title = root.title or words["room"]
    feed = _feed("root", title, root.updated, _START, NAVIGATION)
    for name, count in root.shelves:
        there = shelf_address(name, 1, "xml")
        entry = SubElement(feed, "entry")
        _add(entry, "title", shelf_title(name, words))
        _add(entry, "id", f"urn:publisher:catalogue:{name}")
        _add(entry, "updated", root.updated)
        _add(entry, "content", str(count), type="text")
        rel = "http://opds-spec.org/sort/new" if name == ALL else "subsection"
        place = link(_START, there)
        _add(entry, "link", rel=rel, href=place, type=ACQUISITION, **{"thr:count": str(count)})
    return document(feed)


def shelf_feed(shelf: Shelf, words: Mapping[str, str]) -> bytes:
    """An acquisition feed: a page of issues with their editions."""
    here = shelf_address(shelf.name, shelf.number, "xml")
    label = shelf_title(shelf.name, words)
    feed = _feed(f"{shelf.name}:{shelf.number}", label, shelf.updated, here, ACQUISITION)
    _add(feed, "link", rel="up", href=link(here, _START), type=NAVIGATION)
    for rel, number in shelf.turns:
        there = link(here, shelf_address(shelf.name, number, "xml"))
        _add(feed, "link", rel=rel, href=there, type=ACQUISITION)
    _add(feed, "opensearch:totalResults", str(shelf.total))
    _add(feed, "opensearch:itemsPerPage", str(max(1, len(shelf.entries))))
    for entry in shelf.entries:
        _issue(feed, here, entry)
    return document(feed)


def _feed(name: str, title: str, updated: str, here: str, kind: str) -> Element:
    feed = Element("feed", _NAMES)
    _add(feed, "id", f"urn:publisher:catalogue:{name}")
    _add(feed, "title", title)
    _add(feed, "updated", updated)
    _add(_add(feed, "author"), "name", title)
    _add(feed, "link", rel="self", href=link(here, here), type=kind)
    _add(feed, "link", rel="start", href=link(here, _START), type=NAVIGATION)
    _add(feed, "link", rel="alternate", href=link(here, HOME), type="text/html")
    return feed


def _issue(feed: Element, here: str, one: Entry) -> None:
    row = one.row
    entry = SubElement(feed, "entry")
    _add(entry, "title", one.title)
    _add(entry, "id", SCHEME + quote(row.id))
    _add(entry, "updated", one.modified)
    _add(_add(entry, "author"), "name", row.title or row.id)
    if row.language:
        _add(entry, "dcterms:language", row.language)
    if row.date:
        _add(entry, "dcterms:issued", row.date)
    _add(entry, "dcterms:identifier", SCHEME + quote(row.id))
    if row.title:
        place = {} if one.position is None else {"schema:position": str(one.position)}
        _add(entry, "schema:Series", **{"schema:name": row.title}, **place)
    page = link(here, issue_address(row.id))
    _add(entry, "link", rel="alternate", href=page, type="text/html")
    for edition in one.editions:
        _add(
            entry,
            "link",
            rel="http://opds-spec.org/acquisition/open-access",
            href=link(here, kept_address(row.id, edition.path)),
            type=edition.media_type,
            length=str(edition.size),
        )


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    child = SubElement(parent, name, {key: fit(value) for key, value in attributes.items()})
    child.text = fit(text) or None
    return child
