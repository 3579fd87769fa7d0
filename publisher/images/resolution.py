"""Resolution: whether a picture has pixels enough for its size on paper."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.model import Picture
from publisher.model.picture import COARSE, SOFT

MM_AN_INCH = 25.4


def pixels_an_inch(picture: Picture, width_mm: float) -> float:
    """How many pixels an inch a picture has when it's set `width_mm` wide.

    >>> from publisher.model import Colours
    >>> pixels_an_inch(Picture("a.jpg", "image/jpeg", 600, 400, Colours.RGB, b""), 50.8)
    300.0
    """
    return round(picture.width * MM_AN_INCH / width_mm, 1)


def check_print(picture: Picture, width_mm: float, where: str = "") -> Iterator[Diagnostic]:
    """What print will show of a picture's pixels at a width: PUB041 under 200, PUB042 under 120."""
    found = pixels_an_inch(picture, width_mm)
    if picture.is_drawing or found >= SOFT:
        return
    code = CODES["PUB042" if found < COARSE else "PUB041"]
    yield code.at(
        where or picture.name,
        f"{picture.name} has {found:.0f} pixels an inch at {width_mm:.0f} mm, not {SOFT}",
    )
