"""The PDF's XMP packet: PDF/A-3a and PDF/UA-1 in one file, with ids and dates from the issue."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
for _prefix, _address in _NAMES.items():
    register_namespace(_prefix, _address)


def _name(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


def packet(
    *, title: str, language: str, creator: str, producer: str, modified: str, identifier: str
) -> bytes:
    """The RDF of an XMP packet (ISO 16684-1) for a file that is PDF/A-3a and PDF/UA-1.

    PDF/A asks for a description of every schema it doesn't know (ISO 19005-3, 6.6.2.3): pdfuaid's
    is here. `modified` is an ISO 8601 time; `identifier` a URI.
    """
    rdf = Element(_name("rdf:RDF"))
    about = SubElement(rdf, _name("rdf:Description"), {_name("rdf:about"): ""})
    for key, value in {
        "pdfaid:part": "3",
        "pdfaid:conformance": "A",
        "pdfuaid:part": "1",
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
    _extension(SubElement(rdf, _name("rdf:Description"), {_name("rdf:about"): ""}))
    content: bytes = tostring(rdf, encoding="utf-8")
    return content


def _extension(about: Element) -> None:
    schemas = SubElement(SubElement(about, _name("pdfaExtension:schemas")), _name("rdf:Bag"))
    schema = SubElement(schemas, _name("rdf:li"), {_name("rdf:parseType"): "Resource"})
    SubElement(schema, _name("pdfaSchema:schema")).text = "PDF/UA identification schema"
    SubElement(schema, _name("pdfaSchema:namespaceURI")).text = _NAMES["pdfuaid"]
    SubElement(schema, _name("pdfaSchema:prefix")).text = "pdfuaid"
    properties = SubElement(SubElement(schema, _name("pdfaSchema:property")), _name("rdf:Seq"))
    part = SubElement(properties, _name("rdf:li"), {_name("rdf:parseType"): "Resource"})
    for key, value in {
        "name": "part",
        "valueType": "Integer",
        "category": "internal",
        "description": "The part of ISO 14289 that the file conforms to",
    }.items():
        SubElement(part, _name(f"pdfaProperty:{key}")).text = value
