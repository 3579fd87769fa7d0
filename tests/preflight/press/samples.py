"""PDFs made by code: one that a printer takes, and for each rule bad ones and near misses."""

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


def profile(kind: bytes = b"prtr", space: bytes = b"CMYK", mark: bytes = b"acsp") -> bytes:
    """The header of an ICC profile, which is all that the rules read."""
    header = bytearray(128)
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
            BitsPerComponent=8,
            **({} if "ImageMask" in fields else {"ColorSpace": space}),
            **fields,
        )
        content(f"q {points} 0 0 {points} 60 60 cm /P Do Q", XObject=Dictionary(P=stream))(pdf)

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
SEPARATION = Array(
    [
        Name.Separation,
        Name.All,
        Name.DeviceCMYK,
        Dictionary(
            FunctionType=2,
            N=1,
            Domain=Array([0, 1]),
            C0=Array([0, 0, 0, 0]),
            C1=Array([1, 1, 1, 1]),
        ),
    ]
)
LAB = Array([Name.Lab, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))])


def indirect_font(pdf: Pdf) -> None:
    """Helvetica by its name, as an object of the file."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))


def group_within(space: Any) -> Change:
    """A form with a transparency group in a colour space."""

    def change(pdf: Pdf) -> None:
        form = pdf.make_stream(
            b"0 g 60 60 9 9 re f",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 400, 400]),
            Group=Dictionary(S=Name.Transparency, CS=space),
        )
        content("/P Do", XObject=Dictionary(P=form))(pdf)

    return change


def group_in_a_tile(pdf: Pdf) -> None:
    """A pattern whose tile holds a group in calibrated RGB."""
    group_within(Array([Name.ICCBased, pdf.make_stream(profile(), N=3)]))(pdf)
    resources = pdf.pages[0].obj.Resources
    tile = pdf.make_stream(b"/P Do", PatternType=1, Resources=resources)
    content("/Pattern cs /T scn 60 60 9 9 re f", Pattern=Dictionary(T=tile))(pdf)


def form_in_rgb(pdf: Pdf) -> None:
    """RGB inside a form that is moved and shrunk."""
    form = pdf.make_stream(
        b"1 0 0 rg 600 600 500 500 re f",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 4000, 4000]),
        Matrix=Array([0.1, 0, 0, 0.1, 0, 0]),
    )
    content("/P Do", XObject=Dictionary(P=form))(pdf)


def shading(space: Name, *parts: float) -> Change:
    """A shading over the page."""
    function = Dictionary(
        FunctionType=2, N=1, Domain=Array([0, 1]), C0=Array(parts), C1=Array(parts)
    )
    made = Dictionary(
        ShadingType=2, ColorSpace=space, Coords=Array([0, 0, 400, 0]), Function=function
    )
    return content("/H sh", Shading=Dictionary(H=made))


def text(*runs: str) -> Change:
    """Runs of text in Helvetica, each a line of operators."""
    return content("BT /F 12 Tf " + " ".join(runs) + " ET", Font=HELVETICA)


#: By rule: the code of its fault, what makes it, and what is near but none.
SAMPLES: dict[str, tuple[str, list[Change], list[Change]]] = {
    "output_intent": (
        "PUB100",
        [
            root("/OutputIntents", Array()),
            intent(S=Name.GTS_PDFA1),
            intent(OutputConditionIdentifier=String("")),
            intent(DestOutputProfile=b"no profile at all, whatever it says of itself"),
            intent(DestOutputProfile=profile(space=b"RGB ")),
            intent(DestOutputProfile=profile(kind=b"mntr")),
        ],
        [intent(Info=String("a stand-in"))],
    ),
    "identification": (
        "PUB101",
        [
            xmp("PDF/X-4<", "PDF/X-3<"),
            xmp("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", ""),
            xmp("<xmpMM:VersionID>1</xmpMM:VersionID>", ""),
            xmp("</rdf:RDF>", ""),
            xmp("<x:xmpmeta", '<!DOCTYPE x [<!ENTITY a "b">]><x:xmpmeta'),
            lambda pdf: pdf.Root.__delitem__("/Metadata"),
        ],
        [xmp("PDF/X-4<", "PDF/X-4p<")],
    ),
    "trapping": (
        "PUB102",
        [trapped(None), trapped(Name.Unknown), xmp('Trapped="False"', 'Trapped="True"')],
        [trapped(Name("/True")), trapped(Name("/False"))],
    ),
    "boxes": (
        "PUB103",
        [
            key("/TrimBox", None),
            key("/BleedBox", None),
            key("/ArtBox", Array([40, 40, 360, 360])),
            key("/BleedBox", Array([35, 35, 365, 365])),
            key("/BleedBox", Array([31, 31, 300, 369])),
            key("/BleedBox", Array([-9, 31, 369, 369])),
            key("/MediaBox", Array([-5, -5, 400, 400])),
            two_sizes,
        ],
        [
            key("/BleedBox", Array([31.496, 31.496, 368.504, 368.504])),
            key("/BleedBox", Array([369, 369, 31, 31])),
        ],
    ),
    "annotations": (
        "PUB104",
        [annotation(50, 50, 90, 60), annotation(30, 30, 32, 32, subtype=Name.Text)],
        [annotation(0, 0, 30, 30), annotation(50, 50, 90, 60, subtype=Name.TrapNet)],
    ),
    "forbidden": (
        "PUB105",
        [
            root("/AA", Dictionary(WC=Dictionary(S=Name.Named))),
            root("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("1"))),
            root("/Names", Dictionary(JavaScript=Dictionary(Names=Array()))),
            root("/AcroForm", Dictionary(Fields=Array([Dictionary(FT=Name.Tx)]))),
            content("/S gs", ExtGState=graphics(TR=Name.Identity)),
            content("/S gs", ExtGState=graphics(TR2=Name.Identity)),
            content("/S gs", ExtGState=graphics(HTP=Array([0, 0]))),
            picture(100, 20, OPI=Dictionary()),
            picture(100, 20, Alternates=Array()),
        ],
        [
            content("/S gs", ExtGState=graphics(TR2=Name.Default)),
            root("/AcroForm", Dictionary(Fields=Array())),
        ],
    ),
    "fonts": ("PUB031", [indirect_font], []),
    "screen_colours": (
        "PUB106",
        [
            content("0 0 0 rg 60 60 9 9 re f"),
            content("1 0 0 RG 60 60 m 90 90 l S"),
            content("/DeviceRGB cs 0 0 0 scn 60 60 9 9 re f"),
            picture(100, 20, Name.DeviceRGB),
            picture(100, 20, Array([Name.Indexed, Name.DeviceRGB, 0, String("abc")])),
            shading(Name.DeviceRGB, 1, 0, 0),
            form_in_rgb,
        ],
        [
            content("0 0 0 rg 0 0 20 20 re f"),
            content("0 0 0 rg 60 60 9 9 re n"),
            content("q 0 0 0 rg Q 60 60 9 9 re f"),
            picture(100, 20, Name.DeviceCMYK),
            shading(Name.DeviceCMYK, 0, 0, 0, 1),
        ],
    ),
    "calibrated_colours": (
        "PUB107",
        [content("/L cs 50 9 9 scn 60 60 9 9 re f", ColorSpace=Dictionary(L=LAB))],
        [content("/L cs 60 60 9 9 re n", ColorSpace=Dictionary(L=LAB))],
    ),
    "blending": (
        "PUB108",
        [
            key("/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
            group_within(Name.DeviceRGB),
            group_in_a_tile,
        ],
        [
            key("/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)),
            key("/Group", Dictionary(S=Name.Transparency)),
            group_within(Name.DeviceCMYK),
        ],
    ),
    "every_ink": (
        "PUB109",
        [content("/A cs 1 scn 60 60 9 9 re f", ColorSpace=Dictionary(A=SEPARATION))],
        [content("/A cs 1 scn 9 9 9 9 re f", ColorSpace=Dictionary(A=SEPARATION))],
    ),
    "total_ink": (
        "PUB110",
        [content("1 1 1 .5 k 60 60 90 90 re f"), shading(Name.DeviceCMYK, 1, 1, 1, 1)],
        [
            content("1 1 .9 .1 k 60 60 90 90 re f"),
            content("1 1 1 1 k 2 2 20 20 re f"),
            content("1 1 1 1 k 60 60 1 1 re f"),
        ],
    ),
    "resolution": ("PUB042", [picture(40, 40)], [picture(112, 40)]),
    "hairlines": (
        "PUB111",
        [
            content("0 w 60 60 m 90 90 l S"),
            content(".2 w 60 60 m 90 90 l S"),
            content(".1 0 0 .1 0 0 cm 1 w 600 600 m 900 900 l S"),
            content("60 60 90 .1 re f"),
            content("/S gs 60 60 m 90 90 l S", ExtGState=graphics(LW=0.1)),
        ],
        [
            content(".25 w 60 60 m 90 90 l S"),
            content("10 0 0 10 0 0 cm .03 w 6 6 m 9 9 l S"),
            content(".1 w 60 60 m 90 90 l n"),
            content("q .1 w Q 60 60 m 90 90 l S"),
            content("60 60 90 .1 re 60 70 90 9 re f"),
        ],
    ),
    "white_overprint": (
        "PUB112",
        [
            content("/S gs 0 0 0 0 k 60 60 9 9 re f", ExtGState=graphics(op=True, OPM=1)),
            content("/S gs 1 g 60 60 9 9 re f", ExtGState=graphics(OP=True)),
            content("/S gs 0 0 0 0 K 60 60 m 90 90 l S", ExtGState=graphics(OP=True, op=False)),
        ],
        [
            content("/S gs 0 0 0 1 k 60 60 9 9 re f", ExtGState=graphics(op=True, OPM=1)),
            content("/S gs 0 0 0 0 k 60 60 9 9 re f", ExtGState=graphics(OP=True, op=False)),
            content("0 0 0 0 k 60 60 9 9 re f"),
        ],
    ),
    "rich_black": (
        "PUB113",
        [
            text(".5 .4 .4 1 k 60 60 Td (rich) Tj"),
            text("1 1 1 0 k 60 60 Td (three) Tj"),
            text("2 0 0 2 60 60 Tm .1 0 0 .9 k (large) Tj"),
        ],
        [
            text("0 0 0 1 k 60 60 Td (plain) Tj"),
            text("0 g 60 60 Td (grey) Tj"),
            text("1 .5 0 0 k 60 60 Td (blue) Tj"),
            text("4 0 0 4 60 60 Tm .5 .4 .4 1 k (headline) Tj"),
            text("3 Tr .5 .4 .4 1 k 60 60 Td (unseen) Tj"),
        ],
    ),
    "overprinted_glyphs": (
        "PUB114",
        [
            text("60 60 Td (under) Tj 4 1 Td (over) Tj"),
            text("60 60 Td (under) Tj 0 5 Td (over) Tj"),
            text("3 0 0 3 60 60 Tm (large) Tj 1 0 0 1 70 70 Tm (small) Tj"),
        ],
        [
            text("60 60 Td (under) Tj 0 14 Td (over) Tj"),
            text("60 60 Td (set) Tj 0 10 Td (solid) Tj"),
            text("3 0 0 3 60 60 Tm (large) Tj 1 0 0 1 60 89 Tm (small) Tj"),
        ],
    ),
}


def saved(path: Path, *changes: Change) -> Path:
    """The sound file with changes, as a file with an ID."""
    with sound() as pdf:
        for change in changes:
            change(pdf)
        # Else pikepdf mends what is faulty.
        pdf.save(path, deterministic_id=True, fix_metadata_version=False)
    return path
