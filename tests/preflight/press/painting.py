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
