"""Changes that paint on the sound page: forms within forms, patterns, shadings, colour spaces."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf

from tests.preflight.press.making import Change, content, profile

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
SPOT = Array([Name.Separation, Name("/PANTONE 185 C"), *list(SEPARATION)[2:]])
#: Black by its name is the press's own.
BLACK = Array([Name.Separation, Name.Black, *list(SEPARATION)[2:]])
TWO = Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), *list(SEPARATION)[2:]])
LAB = Array([Name.Lab, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))])


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


#: Two bytes are the number of a glyph.
BY_NUMBER = Name("/Identity-H")


def glyphs(*operators: str, encoding: Name = BY_NUMBER) -> Change:
    """Text of glyphs' numbers, in a composite font."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, Encoding=encoding)
    return content(f"BT /F 12 Tf 60 60 Td {' '.join(operators)} ET", Font=Dictionary(F=font))
