"""The object in PREMIS 3: each kept file with its size and digest, and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha512
from xml.etree.ElementTree import Element, ParseError, fromstring

from publisher.archive.inventory import UNNAMED, Stamp
from publisher.archive.metadata.xml import add, document, name, root

_FORMATS = {
    ".epub": "application/epub+zip",
    ".html": "text/html",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".toml": "application/toml",
    ".txt": "text/plain",
    ".xml": "application/xml",
}


def write_premis(
    id: str, files: Mapping[str, bytes], history: Sequence[tuple[str, Stamp]], builder: str
) -> bytes:
    """A `premis:premis` record of an object's files and its events, first to last.

    An event is its kind (`ingestion`, `modification`, … of the Library of Congress's list) and its
    stamp. `builder` is the software that made what was made.
    """
    record = root("premis:premis", version="3.0")
    whole = add(record, "premis:object", xsi_type="premis:intellectualEntity")
    _identified(whole, "object", "URI", id)
    for path in sorted(files):
        _file(record, path, files[path])
    for number, (kind, stamp) in enumerate(history, start=1):
        event = add(record, "premis:event")
        _identified(event, "event", "local", f"{id}#v{number}")
        add(event, "premis:eventType", kind)
        add(event, "premis:eventDateTime", stamp.created)
        detail = add(event, "premis:eventDetailInformation")
        add(detail, "premis:eventDetail", stamp.message)
        _linked(event, "Agent", "local", stamp.by)
        _linked(event, "Object", "URI", id)
    people = dict.fromkeys(stamp.by for _, stamp in history)
    for agent in dict.fromkeys([builder, *people]):
        person = add(record, "premis:agent")
        _identified(person, "agent", "local", agent)
        add(person, "premis:agentName", agent)
        program = agent in {builder, UNNAMED}
        add(person, "premis:agentType", "software" if program else "person")
    return document(record)


def sizes(content: bytes) -> dict[str, int]:
    """The size in bytes of each file that a PREMIS record tells of.

    >>> record = write_premis("issue:a", {"source/a.txt": b"abc"}, [], "publisher")
    >>> sizes(record)
    {'source/a.txt': 3}
    """
    try:
        record = fromstring(content)
    except ParseError:
        return {}
    found: dict[str, int] = {}
    for kept in record.iter(name("premis:object")):
        path = kept.findtext(f".//{name('premis:objectIdentifierValue')}", "")
        size = kept.findtext(f".//{name('premis:size')}", "")
        if size.isdecimal():
            found[path] = int(size)
    return found


def _file(record: Element, path: str, content: bytes) -> None:
    kept = add(record, "premis:object", xsi_type="premis:file")
    _identified(kept, "object", "local", path)
    traits = add(kept, "premis:objectCharacteristics")
    add(traits, "premis:compositionLevel", "0")
    fixity = add(traits, "premis:fixity")
    add(fixity, "premis:messageDigestAlgorithm", "SHA-512")
    add(fixity, "premis:messageDigest", sha512(content).hexdigest())
    add(traits, "premis:size", str(len(content)))
    suffix = path[path.rfind(".") :].lower()
    form = add(add(traits, "premis:format"), "premis:formatDesignation")
    add(form, "premis:formatName", _FORMATS.get(suffix, "application/octet-stream"))


def _identified(parent: Element, kind: str, type_: str, value: str) -> None:
    identifier = add(parent, f"premis:{kind}Identifier")
    add(identifier, f"premis:{kind}IdentifierType", type_)
    add(identifier, f"premis:{kind}IdentifierValue", value)


def _linked(parent: Element, kind: str, type_: str, value: str) -> None:
    link = add(parent, f"premis:linking{kind}Identifier")
    add(link, f"premis:linking{kind}IdentifierType", type_)
    add(link, f"premis:linking{kind}IdentifierValue", value)
