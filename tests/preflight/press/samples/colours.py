"""In which colours a page is painted, and how much ink that is."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, String

from tests.preflight.press.making import content, graphics, key, picture, text
from tests.preflight.press.painting import (
    BLACK,
    LAB,
    SEPARATION,
    SPOT,
    TWO,
    form_in_rgb,
    group_in_a_tile,
    group_within,
    shading,
)
from tests.preflight.press.samples.sample import Samples

SAMPLES: Samples = {
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
    "spot_inks": (
        "PUB126",
        [
            content("/A cs 1 scn 60 60 9 9 re f", ColorSpace=Dictionary(A=SPOT)),
            content("/A cs 1 0 scn 60 60 9 9 re f", ColorSpace=Dictionary(A=TWO)),
            picture(112, 40, SPOT),
        ],
        [
            content("/A cs 1 scn 9 9 9 9 re f", ColorSpace=Dictionary(A=SPOT)),
            content("/A cs 1 scn 60 60 9 9 re f", ColorSpace=Dictionary(A=BLACK)),
            content("/A cs 1 scn 60 60 9 9 re f", ColorSpace=Dictionary(A=SEPARATION)),
        ],
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
}
