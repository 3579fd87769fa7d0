"""XML as bytes: elements by the prefixes of the standards used here, text made fit for XML 1.0."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "mods": "http://www.loc.gov/mods/v3",
    "premis": "http://www.loc.gov/premis/v3",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
for _prefix, _address in NAMES.items():
    register_namespace(_prefix, _address)

#: What XML 1.0 (clause 2.2, Char) can't hold; kept in the source and the ledger.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def name(short: str) -> str:
    """An element's or attribute's full name.

    >>> name("dc:title"), name("article")
    ('{http://purl.org/dc/elements/1.1/}title', 'article')
    """
    prefix, colon, local = short.partition(":")
    return f"{{{NAMES[prefix]}}}{local}" if colon else short


def fit(text: str) -> str:
    """The text with U+FFFD for what XML can't hold.

    >>> fit("工\\x00会")
    '工�会'
    """
    return _NO_XML.sub("�", text)


def root(short: str, **attributes: str) -> Element:
    """An element without a parent; `xml_lang` is `xml:lang`."""
    return Element(name(short), _attributes(attributes))


def add(parent: Element, short: str, text: str = "", **attributes: str) -> Element:
    """A child element with its text; `xml_lang` is `xml:lang`, `type_` is `type`."""
    child = SubElement(parent, name(short), _attributes(attributes))
    if text:
        child.text = fit(text)
    return child


def _attributes(attributes: Mapping[str, str]) -> dict[str, str]:
    return {
        name(re.sub("^(xml|xlink|xsi)_", r"\1:", key).rstrip("_")).replace("_", "-"): fit(value)
        for key, value in attributes.items()
    }


def document(element: Element, doctype: str = "") -> bytes:
    """A document's bytes, UTF-8 with its declaration."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' + (f"{doctype}\n" if doctype else "")
    content: bytes = tostring(element, encoding="utf-8")
    return head.encode() + content + b"\n"
