"""The EPUB's package: metadata, manifest and spine by EbookLib, with its faults written round.

EbookLib 0.20 takes ids and times from chance and the clock, writes `<spine toc="ncx">` without an
NCX, and no `xml:lang` on the package; the subclass below mends that and nothing else.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ebooklib.epub import EpubBook, EpubItem, EpubWriter

from publisher.theme.rendering import printable
from publisher.writers.container import pack
from publisher.writers.epub_metadata import PRISM, item_id, metadata
from publisher.writers.epub_parts import Package

_MIMETYPE = "application/epub+zip"
_XML = "{http://www.w3.org/XML/1998/namespace}"


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
        spine = root.find("spine")
        del spine.attrib["toc"]
        # EbookLib takes the package's direction for both.
        spine.set("page-progression-direction", self.content.progression)

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
    book.add_prefix("prism", PRISM)
    for namespace, name, value, attributes in metadata(content):
        kept = {key: printable(text) for key, text in attributes.items()}
        book.add_metadata(namespace, name, printable(value), kept)
    for number, item in enumerate(content.items, start=1):
        entry = EpubItem(item_id(number), item.name, item.media_type, item.content)
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
