"""The PDF's XMP packet: what the file claims to be, with ids and dates from the issue."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
for _prefix, _address in _NAMES.items():
    register_namespace(_prefix, _address)


def _name(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


@dataclass(frozen=True, slots=True)
class Property:
    """A property that PDF/A doesn't know: its name with its prefix, its schema, type and sense."""

    name: str
    schema: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Claims:
    """What a file claims to be: properties with their values, and those that PDF/A doesn't know."""

    values: tuple[tuple[str, str], ...]
    unknown: tuple[Property, ...]


#: PDF/A-3a and PDF/UA-1.
READING = Claims(
    (("pdfaid:part", "3"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")),
    (
        Property(
            "pdfuaid:part",
            "PDF/UA identification schema",
            "Integer",
            "The part of ISO 14289 that the file conforms to",
        ),
    ),
)

#: PDF/X-4 and PDF/A-2u.
PRINTING = Claims(
    (
        ("pdfaid:part", "2"),
        ("pdfaid:conformance", "U"),
        ("pdfxid:GTS_PDFXVersion", "PDF/X-4"),
        ("pdf:Trapped", "False"),
        ("xmpMM:VersionID", "1"),
        ("xmpMM:RenditionClass", "default"),
    ),
    (
        Property(
            "pdfxid:GTS_PDFXVersion",
            "PDF/X identification schema",
            "Text",
            "The part of ISO 15930 that the file conforms to",
        ),
        Property("pdf:Trapped", "Adobe PDF schema", "Text", "Whether the file was trapped"),
    ),
)


def packet(
    *,
    title: str,
    language: str,
    creator: str,
    producer: str,
    modified: str,
    identifier: str,
    claims: Claims = READING,
) -> bytes:
    """The RDF of an XMP packet (ISO 16684-1) for a file that is what it claims.

    PDF/A asks for a description of every schema it doesn't know (ISO 19005-3, 6.6.2.3); those of
    the claims are here. `modified` is an ISO 8601 time; `identifier` a URI.
    """
    rdf = Element(_name("rdf:RDF"))
    about = SubElement(rdf, _name("rdf:Description"), {_name("rdf:about"): ""})
    for key, value in {
        **dict(claims.values),
        "pdf:Producer": producer,
        "xmp:CreatorTool": creator,
        "xmp:CreateDate": modified,
        "xmp:ModifyDate": modified,
        "xmp:MetadataDate": modified,
        "xmpMM:DocumentID": identifier,
    }.items():
        SubElement(about, _name(key)).text = value
    alternatives = SubElement(SubElement(about, _name("dc:title")), _name("rdf:Alt"))
    default = SubElement(alternatives, _name("rdf:li"))
    default.set("{http://www.w3.org/XML/1998/namespace}lang", "x-default")
    default.text = title
    languages = SubElement(SubElement(about, _name("dc:language")), _name("rdf:Bag"))
    SubElement(languages, _name("rdf:li")).text = language
    about = SubElement(rdf, _name("rdf:Description"), {_name("rdf:about"): ""})
    schemas = SubElement(SubElement(about, _name("pdfaExtension:schemas")), _name("rdf:Bag"))
    for one in claims.unknown:
        _describe(SubElement(schemas, _name("rdf:li"), {_name("rdf:parseType"): "Resource"}), one)
    content: bytes = tostring(rdf, encoding="utf-8")
    return content


def _describe(schema: Element, one: Property) -> None:
    prefix, _, name = one.name.partition(":")
    SubElement(schema, _name("pdfaSchema:schema")).text = one.schema
    SubElement(schema, _name("pdfaSchema:namespaceURI")).text = _NAMES[prefix]
    SubElement(schema, _name("pdfaSchema:prefix")).text = prefix
    properties = SubElement(SubElement(schema, _name("pdfaSchema:property")), _name("rdf:Seq"))
    item = SubElement(properties, _name("rdf:li"), {_name("rdf:parseType"): "Resource"})
    for key, value in {
        "name": name,
        "valueType": one.type,
        "category": "internal",
        "description": one.description,
    }.items():
        SubElement(item, _name(f"pdfaProperty:{key}")).text = value
