"""Makes PDFs by code: a page that a printer takes, and changes that spoil it or nearly do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<rdf:Description rdf:about="" xmp:CreateDate="2025-05-20" xmp:ModifyDate="2025-05-20"
  pdf:Trapped="False">
<xmp:MetadataDate>2025-05-20</xmp:MetadataDate>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Paper</rdf:li></rdf:Alt></dc:title>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description></rdf:RDF></x:xmpmeta>"""

Change = Callable[[Pdf], None]


def profile(
    kind: bytes = b"prtr", space: bytes = b"CMYK", mark: bytes = b"acsp", version: int = 2
) -> bytes:
    """The header of an ICC profile, which is all that the rules read."""
    header = bytearray(128)
    header[8] = version
    header[12:16], header[16:20], header[36:40] = kind, space, mark
    return bytes(header)


def sound() -> Pdf:
    """A page that a printer takes: a black box, in its boxes, with all the keys of PDF/X-4."""
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(400, 400)).obj
    page.TrimBox = Array([40, 40, 360, 360])
    page.BleedBox = Array([31, 31, 369, 369])
    page.Contents = pdf.make_stream(b"0 0 0 1 k 60 60 50 50 re f")
    page.Resources = Dictionary()
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String("FOGRA51"),
        DestOutputProfile=pdf.make_stream(profile(), N=4),
    )
    pdf.Root.OutputIntents = Array([intent])
    pdf.Root.Metadata = pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Trapped=Name("/False")))
    return pdf


def content(operators: str, **resources: Any) -> Change:
    """The page's operators, with resources."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page.Contents = pdf.make_stream(operators.encode())
        page.Resources = Dictionary({f"/{key}": value for key, value in resources.items()})

    return change


def key(name: str, value: Any) -> Change:
    """A key of the page, or without it where `value` is None."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        if value is None:
            del page[name]
        else:
            page[name] = value

    return change


def root(name: str, value: Any) -> Change:
    """A key of the catalogue."""

    def change(pdf: Pdf) -> None:
        pdf.Root[name] = value

    return change


def xmp(old: str, new: str) -> Change:
    """The metadata with something else in them."""

    def change(pdf: Pdf) -> None:
        assert old in XMP
        pdf.Root.Metadata = pdf.make_stream(XMP.replace(old, new).encode())

    return change


def intent(**fields: Any) -> Change:
    """The output intent with other fields."""

    def change(pdf: Pdf) -> None:
        for name, value in fields.items():
            made = pdf.make_stream(value, N=4) if isinstance(value, bytes) else value
            pdf.Root.OutputIntents[0][f"/{name}"] = made

    return change


def picture(pixels: int, points: float, space: Any = Name.DeviceGray, **fields: Any) -> Change:
    """A square picture of so many pixels on so many points."""

    def change(pdf: Pdf) -> None:
        parts = {"/DeviceRGB": 3, "/DeviceCMYK": 4}.get(str(space), 1)
        stream = pdf.make_stream(
            b"\x80" * (pixels * pixels * parts),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=pixels,
            Height=pixels,
            **{"BitsPerComponent": 8, "ColorSpace": space} | fields,
        )
        content(f"q {points} 0 0 {points} 60 60 cm /P Do Q", XObject=Dictionary(P=stream))(pdf)

    return change


def titled(title: str) -> Change:
    """Another title in the document information; that of XMP is Paper."""

    def change(pdf: Pdf) -> None:
        pdf.trailer.Info.Title = String(title)

    return change


def trapped(value: Name | None) -> Change:
    """What the document information says of trapping; XMP says nothing."""

    def change(pdf: Pdf) -> None:
        xmp('pdf:Trapped="False"', "")(pdf)
        pdf.trailer.Info = pdf.make_indirect(Dictionary({"/Trapped": value} if value else {}))

    return change


def two_sizes(pdf: Pdf) -> None:
    """A second page, smaller than the first."""
    second = pdf.add_blank_page(page_size=(300, 300)).obj
    second.TrimBox = Array([40, 40, 260, 260])
    second.BleedBox = Array([31, 31, 269, 269])


def annotation(*rectangle: int, subtype: Name = Name.Link) -> Change:
    """An annotation in a rectangle."""
    return key(
        "/Annots",
        Array([Dictionary(Type=Name.Annot, Subtype=subtype, Rect=Array([*rectangle]))]),
    )


def graphics(**fields: Any) -> Dictionary:
    """A graphics state S."""
    return Dictionary(S=Dictionary({f"/{name}": value for name, value in fields.items()}))


HELVETICA = Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))


def indirect_font(pdf: Pdf) -> None:
    """Helvetica by its name, as an object of the file."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))


def text(*runs: str) -> Change:
    """Runs of text in Helvetica, each a line of operators."""
    return content("BT /F 12 Tf " + " ".join(runs) + " ET", Font=HELVETICA)


def saved(path: Path, *changes: Change) -> Path:
    """The sound file with changes, as a file with an ID."""
    with sound() as pdf:
        for change in changes:
            change(pdf)
        # Else pikepdf mends what is faulty.
        pdf.save(path, deterministic_id=True, fix_metadata_version=False)
    return path
