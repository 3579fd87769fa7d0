"""How fine a page is: pictures, lines, glyphs."""

from __future__ import annotations

from tests.preflight.press.making import (
    content,
    graphics,
    picture,
    text,
)
from tests.preflight.press.samples.sample import Samples

#: A picture among the operators, of so many pixels each way.
INLINE = "q 40 0 0 40 60 60 cm BI /W {0} /H {0} /BPC 8 /CS /G ID x EI Q"

SAMPLES: Samples = {
    "resolution": (
        "PUB042",
        [picture(40, 40), content(INLINE.format(40))],
        [picture(112, 40), picture(334, 40, BitsPerComponent=1), content(INLINE.format(112))],
    ),
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
