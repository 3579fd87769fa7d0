"""Rich black: text in black and colours, which shows a rim wherever the plates don't meet."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile
from publisher.preflight.press.painted import Painted

#: Type of this size or larger, in points, hides the rim.
_LARGE = 36
_BLACK = 0.75
_LITTLE = 0.02


def check(file: PressFile) -> Iterator[Diagnostic]:
    """Black text under 36 points is printed in black alone."""
    for page in file.pages:
        rich = [one.size for one in page.painted if _is_rich(one)]
        if rich:
            message = f"{len(rich)} run(s) of text, the smallest of {min(rich):.1f} pt"
            yield file.at("PUB113", message, page.number)


def _is_rich(one: Painted) -> bool:
    inks = one.colour.inks
    if one.kind != "text" or one.size >= _LARGE or inks is None:
        return False
    *colours, black = inks
    # Without black, three full inks are black as well.
    dark = black >= _BLACK or min(colours) >= _BLACK
    return dark and max(colours) > _LITTLE
