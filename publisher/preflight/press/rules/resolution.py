"""Resolution: pictures with pixels enough for their size on paper."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.model.picture import COARSE, SOFT
from publisher.preflight.press.file import PressFile
from publisher.preflight.press.painted import Painted

#: A picture or stencil of one bit has no greys to hide its steps, and wants so many pixels an inch.
_LINE_ART = 600


def check(file: PressFile) -> Iterator[Diagnostic]:
    """No picture has fewer than 200 pixels an inch; one of a single bit no fewer than 600."""
    for page in file.pages:
        for one in page.painted:
            found = _pixels_an_inch(one)
            if one.kind != "picture" or not found:
                continue
            wanted = _LINE_ART if one.bits == 1 else SOFT
            if found < wanted - 1:
                code = "PUB042" if found < COARSE else "PUB041"
                wide, high = one.pixels
                message = f"a picture of {wide} × {high} has {found:.0f} pixels an inch"
                yield file.at(code, f"{message}, not {wanted}", page.number)


def _pixels_an_inch(one: Painted) -> float:
    sides = zip(one.pixels, (one.right - one.left, one.top - one.bottom), strict=True)
    return min((pixels * 72 / length for pixels, length in sides if length > 0), default=0.0)
