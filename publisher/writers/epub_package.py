"""The EPUB's package: metadata, manifest and spine by EbookLib, with its faults written round.

EbookLib 0.20 takes ids and times from chance and the clock, writes `<spine toc="ncx">` without an
NCX, and no `xml:lang` on the package; the subclass below mends that and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ebooklib.epub import EpubBook, EpubItem, EpubWriter

from publisher.model import Issue, Provenance
from publisher.theme.rendering import printable
from publisher.writers.container import pack

_MIMETYPE = "application/epub+zip"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_FEATURES = (
    "structuralNavigation",
    "tableOfContents",
    "readingOrder",
    "displayTransformability",
)
_PAGE_FEATURES = ("pageBreakMarkers", "pageNavigation")
_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)


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

    `records` lie in the container and are linked, but are no part of the publication.
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


def package(content: Package) -> bytes:
    """The bytes of the EPUB; the same package gives the same bytes."""
    writer = _Writer(_book(content), content)
    writer.process()
    writer.write()
    return pack(writer.out.files, stored=frozenset({"mimetype"}))


class _Collector:
    """Takes what EbookLib would put into a ZIP."""

    def __init__(self) -> None:
        self.files: list[tuple[str, bytes]] = []

    def writestr(self, name: str, content: str | bytes) -> None:
        data = content.encode("utf-8") if isinstance(content, str) else content
        self.files.append((name, data))


class _Writer(EpubWriter):  # type: ignore[misc]
    def __init__(self, book: EpubBook, content: Package) -> None:
        modified = datetime.strptime(content.provenance.modified, "%Y-%m-%dT%H:%M:%SZ")
        super().__init__("", book, {"mtime": modified, "package_direction": True})
        self.content = content
        self.out = _Collector()

    def write(self) -> None:
        self.out.writestr("mimetype", _MIMETYPE)
        self._write_container()
        self._write_opf()
        self._write_items()

    def _write_opf_spine(self, root: Any, ncx_id: str | None) -> None:
        super()._write_opf_spine(root, ncx_id)
        del root.find("spine").attrib["toc"]

    def _write_opf_file(self, root: Any) -> None:
        root.set(f"{_XML}lang", self.content.language)
        super()._write_opf_file(root)


def _book(content: Package) -> EpubBook:
    book = EpubBook()
    book.metadata.clear()
    book.set_identifier(content.identifier)
    book.set_title(printable(content.title))
    book.set_language(content.language)
    book.set_direction(content.direction)
    book.add_prefix("prism", "http://prismstandard.org/namespaces/basic/3.0/")
    for namespace, name, value, attributes in _metadata(content):
        if not (value.strip() or attributes.keys() & {"content", "href"}):
            continue
        kept = {key: printable(text) for key, text in attributes.items()}
        book.add_metadata(namespace, name, printable(value), kept)
    for number, item in enumerate(content.items, start=1):
        entry = EpubItem(f"item-{number:04}", item.name, item.media_type, item.content)
        entry.properties = list(item.properties)
        book.add_item(entry)
        if item.media_type == "application/xhtml+xml":
            book.spine.append(entry)
    for record in content.records:
        entry = EpubItem(
            f"record-{record.name}", f"EPUB/{record.name}", record.media_type, record.content, False
        )
        book.add_item(entry)
    return book


def _metadata(content: Package) -> Iterator[tuple[str | None, str, str, dict[str, str]]]:
    issue, title = content.issue, content.issue.title
    for language in dict.fromkeys(article.language for article in issue.articles):
        if language not in ("", content.language):
            yield "DC", "language", language, {}
    if title.issn:
        yield "DC", "identifier", f"urn:issn:{title.issn}", {"id": "issn"}
    if title.name:
        yield "DC", "creator", title.name, {"id": "creator"}
    if title.publisher:
        yield "DC", "publisher", title.publisher, {}
    if issue.date:
        yield "DC", "date", issue.date, {}
    if title.rights:
        yield "DC", "rights", title.rights, {}
    for source in content.provenance.sources:
        yield "DC", "source", f"urn:sha256:{source.digest}", {}
    yield "DC", "type", "periodical issue", {}
    yield from _series(issue)
    yield from _accessibility(content)
    yield _meta("generator", content.provenance.builder, by_name=True)
    for record in content.records:
        link = {"rel": "record", "href": record.name, "media-type": record.media_type}
        yield None, "link", "", link


def _meta(
    name: str, value: str, *, refines: str = "", by_name: bool = False, id: str = ""
) -> tuple[None, str, str, dict[str, str]]:
    if by_name:
        return None, "meta", "", {"name": name, "content": value}
    attributes = {"property": name}
    if refines:
        attributes["refines"] = f"#{refines}"
    if id:
        attributes["id"] = id
    return None, "meta", value, attributes


def _series(issue: Issue) -> Iterator[tuple[None, str, str, dict[str, str]]]:
    """The newspaper as the series that the issue belongs to (EPUB 3.3, D.4.2)."""
    if not issue.title.name.strip():
        return
    yield _meta("belongs-to-collection", issue.title.name, id="series")
    yield _meta("collection-type", "series", refines="series")
    if issue.title.name_en:
        _, _, value, attributes = _meta("alternate-script", issue.title.name_en, refines="series")
        yield None, "meta", value, attributes | {f"{_XML}lang": "en"}
    if issue.title.issn:
        yield _meta("dcterms:identifier", f"urn:issn:{issue.title.issn}", refines="series")
    if issue.title.cn:
        yield _meta("dcterms:identifier", issue.title.cn, refines="series")
    if issue.title.place:
        yield _meta("schema:locationCreated", issue.title.place)
    yield _meta("calibre:series", issue.title.name, by_name=True)
    if _NUMBER.fullmatch(issue.number):
        yield _meta("group-position", issue.number, refines="series")
        yield _meta("calibre:series_index", issue.number, by_name=True)
    if issue.title.issn:
        yield _meta("prism:issn", issue.title.issn)
    if issue.number:
        yield _meta("prism:number", issue.number)


def _accessibility(content: Package) -> Iterator[tuple[None, str, str, dict[str, str]]]:
    """The metadata that EPUB Accessibility 1.1, clause 2, asks for."""
    figures = [figure for article in content.issue.articles for figure in article.figures]
    shown = [figure for figure in figures if figure.image]
    yield _meta("schema:accessMode", "textual")
    if shown:
        yield _meta("schema:accessMode", "visual")
    told = all(one.alternative or one.text or one.decorative for one in shown)
    yield _meta("schema:accessModeSufficient", "textual" if told else "textual,visual")
    if shown and all(one.alternative or one.decorative for one in shown):
        yield _meta("schema:accessibilityFeature", "alternativeText")
    if content.page_list:
        yield _meta("pageBreakSource", content.title)
    for feature in (*_FEATURES, *(_PAGE_FEATURES if content.page_list else ())):
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", content.accessibility)
