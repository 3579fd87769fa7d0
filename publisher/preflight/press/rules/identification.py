"""What a file says of itself: which PDF/X it is, its title, dates and ids (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile

_XMP = "http://ns.adobe.com/xap/1.0/"
_MEDIA = "http://ns.adobe.com/xap/1.0/mm/"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_VERSION = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"

_TITLE = "{http://purl.org/dc/elements/1.1/}title"

#: The properties that a file must have beside its version.
_REQUIRED = {
    "xmp:CreateDate": f"{{{_XMP}}}CreateDate",
    "xmp:ModifyDate": f"{{{_XMP}}}ModifyDate",
    "xmp:MetadataDate": f"{{{_XMP}}}MetadataDate",
    "dc:title": _TITLE,
    "xmpMM:DocumentID": f"{{{_MEDIA}}}DocumentID",
    "xmpMM:VersionID": f"{{{_MEDIA}}}VersionID",
    "xmpMM:RenditionClass": f"{{{_MEDIA}}}RenditionClass",
}


def check(file: PressFile) -> Iterator[Diagnostic]:
    """XMP with the version PDF/X-4, a title, dates and ids; an ID in the trailer.

    What the document information says of the title is the same.
    """
    said = properties(file.pdf.Root)
    if said is None:
        yield file.at("PUB101", "it has no XMP metadata that can be read")
        return
    version = said.get(_VERSION, "")
    if not version.startswith("PDF/X-4"):
        yield file.at("PUB101", f"it says to be {version or 'no PDF/X'}, not PDF/X-4")
    if missing := [name for name, key in _REQUIRED.items() if not said.get(key)]:
        yield file.at("PUB101", f"its XMP metadata lack {', '.join(missing)}")
    document: Any = file.pdf.trailer.get("/Info", {})
    title, other = str(document.get("/Title", "")), said.get(_TITLE, "")
    # In XMP it may stand in several languages.
    if title and other and title not in other:
        yield file.at("PUB101", f"its title is {title!r} in Info, and in XMP {other!r}")
    if "/ID" not in file.pdf.trailer:
        yield file.at("PUB101", "its trailer has no ID")


def properties(root: Any) -> dict[str, str] | None:
    """The XMP properties of a document's catalogue with their text; None where there are none.

    A property may stand as an element or as an attribute (ISO 16684-1, 7.9.2.2).
    """
    if "/Metadata" not in root:
        return None
    packet = root.Metadata.read_bytes()
    # An entity in a packet can only be there to do harm.
    if b"<!" in packet.replace(b"<!--", b""):
        return None
    try:
        tree = ElementTree.fromstring(packet)
    except ElementTree.ParseError:
        return None
    found: dict[str, str] = {}
    for about in tree.iter(f"{_RDF}Description"):
        found |= about.attrib
        found |= {one.tag: "".join(one.itertext()).strip() for one in about}
    return found
