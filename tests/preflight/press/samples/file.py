"""What a file says of itself, its boxes, and what it may not hold."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, String

from tests.preflight.press.making import (
    annotation,
    content,
    graphics,
    indirect_font,
    intent,
    key,
    picture,
    profile,
    root,
    text,
    titled,
    trapped,
    two_sizes,
    xmp,
)
from tests.preflight.press.painting import glyphs
from tests.preflight.press.samples.sample import Samples

SAMPLES: Samples = {
    "output_intent": (
        "PUB100",
        [
            root("/OutputIntents", Array()),
            intent(S=Name.GTS_PDFA1),
            intent(OutputConditionIdentifier=String("")),
            intent(DestOutputProfile=b"no profile at all, whatever it says of itself"),
            intent(DestOutputProfile=profile(space=b"RGB ")),
            intent(DestOutputProfile=profile(kind=b"mntr")),
            intent(DestOutputProfile=profile(version=5)),
            intent(OutputConditionIdentifier=String("Custom")),
        ],
        [
            intent(Info=String("a stand-in")),
            intent(DestOutputProfile=profile(version=4)),
            intent(OutputConditionIdentifier=String("Custom"), Info=String("a press")),
        ],
    ),
    "identification": (
        "PUB101",
        [
            xmp("PDF/X-4<", "PDF/X-3<"),
            xmp("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", ""),
            xmp("<xmpMM:VersionID>1</xmpMM:VersionID>", ""),
            xmp("</rdf:RDF>", ""),
            titled("Another"),
            xmp("<x:xmpmeta", '<!DOCTYPE x [<!ENTITY a "b">]><x:xmpmeta'),
            lambda pdf: pdf.Root.__delitem__("/Metadata"),
        ],
        [xmp("PDF/X-4<", "PDF/X-4p<"), titled("Paper")],
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
            key("/CropBox", Array([50, 31, 369, 369])),
            key("/UserUnit", 2),
            two_sizes,
        ],
        [
            key("/CropBox", Array([40, 40, 360, 360])),
            key("/UserUnit", 1),
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
            root("/OpenAction", Dictionary(S=Name.GoTo, D=Array([0, Name.Fit]))),
            root("/Outlines", Dictionary(First=Dictionary(A=Dictionary(S=Name.URI)))),
            content("/S gs", ExtGState=graphics(HT=Dictionary(HalftoneType=6))),
            content("/S gs", ExtGState=graphics(HT=Dictionary(HalftoneName=String("x")))),
            root("/OCProperties", Dictionary(D=Dictionary(AS=Array()))),
        ],
        [
            root("/OpenAction", Array([0, Name.Fit])),
            root("/StructTreeRoot", Dictionary(K=Dictionary(A=Dictionary(O=Name.Layout)))),
            content("/S gs", ExtGState=graphics(HT=Dictionary(HalftoneType=5))),
            root("/OCProperties", Dictionary(D=Dictionary(Order=Array()))),
            content("/S gs", ExtGState=graphics(TR2=Name.Default)),
            root("/AcroForm", Dictionary(Fields=Array())),
        ],
    ),
    "fonts": (
        "PUB031",
        [indirect_font, text("(direct) Tj")],
        [content("BT ET", Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type3)))],
    ),
    "missing_glyphs": (
        "PUB127",
        [
            glyphs("<0000> Tj"),
            glyphs("[<0012> -20 <00130000>] TJ"),
            glyphs("<0000> Tj", encoding=Name("/Identity-V")),
        ],
        [
            glyphs("<00120013> Tj"),
            glyphs("<1200 0013> Tj"),
            glyphs("3 Tr <0000> Tj"),
            glyphs("<0000> Tj", encoding=Name("/UniGB-UTF16-H")),
            text("(\\000\\000) Tj"),
        ],
    ),
}
