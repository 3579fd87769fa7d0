"""How a paper wants its pages set: their size, columns, type and colour."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Sizes of pages by name, width and height in mm. Sources: ISO 216; ANSI/ASME Y14.1 (11 by 17 in);
#: GB/T 788 (开本); 四开 is half a sheet of Chinese newsprint, 390 by 540.
PAGES = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "B5": (176.0, 250.0),
    "tabloid": (280.0, 432.0),
    "berliner": (315.0, 470.0),
    "letter": (216.0, 279.0),
    "四开": (270.0, 390.0),
    "16开": (185.0, 260.0),
    "大16开": (210.0, 285.0),
    "32开": (130.0, 184.0),
    "大32开": (140.0, 203.0),
}

#: The least and the most that a side of a page may measure, in mm.
LIMITS = (90.0, 900.0)

_OWN_SIZE = re.compile(r"(\d{2,3}(?:\.\d+)?)\s*(?:[x×]\s*)?(\d{2,3}(?:\.\d+)?)\s*mm")
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)

#: The least contrast of text to white paper (WCAG 2.2, 1.4.3).
_CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """What is said of the pages; each field is a key of `[print]` in `publisher.toml`.

    `page` is a name of `PAGES` or a size as `170 x 240 mm`, `body` and `line` are the size of the
    text and the distance of its lines in points, `text` and `headlines` the kind of type ("serif",
    "sans"), `colour` is that of masthead, labels and rules as `#rrggbb`. What is "" or 0 is left
    to the theme.
    """

    page: str = ""
    columns: int = 0
    body: float = 0.0
    line: float = 0.0
    text: str = ""
    headlines: str = ""
    colour: str = ""


def page_size(page: str) -> tuple[float, float]:
    """Width and height of a page in mm; ValueError for what `page_fault` finds fault with.

    >>> page_size("A5"), page_size("170 x 240 mm")
    ((148.0, 210.0), (170.0, 240.0))
    """
    if fault := page_fault(page):
        raise ValueError(fault)
    if page in PAGES:
        return PAGES[page]
    found = _OWN_SIZE.fullmatch(page)
    assert found
    return float(found[1]), float(found[2])


def page_fault(page: str) -> str:
    """What is wrong with the name or the size of a page; "" where nothing is.

    >>> page_fault("A4"), page_fault("170 x 50 mm")
    ('', 'must measure 90 to 900 mm on each side')
    """
    if page in PAGES:
        return ""
    found = _OWN_SIZE.fullmatch(page)
    if not found:
        return f'must be one of {", ".join(PAGES)}, or a size, such as "170 x 240 mm"'
    least, most = LIMITS
    if not all(least <= float(side) <= most for side in found.groups()):
        return f"must measure {least:.0f} to {most:.0f} mm on each side"
    return ""


def colour_fault(colour: str) -> str:
    """What is wrong with a colour that text is printed in; "" where nothing is.

    >>> colour_fault("#9e1b1b"), colour_fault("#ffcc00")
    ('', 'is too light to be read on paper: its contrast is 1.5, not 4.5 or more')
    """
    if not _COLOUR.fullmatch(colour):
        return 'must be a colour, such as "#9e1b1b"'
    contrast = 1.05 / (_luminance(colour) + 0.05)
    if contrast < _CONTRAST:
        return f"is too light to be read on paper: its contrast is {contrast:.1f}, not 4.5 or more"
    return ""


def _luminance(colour: str) -> float:
    """The relative luminance of a colour in sRGB (WCAG 2.2)."""
    signs = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        sign / 12.92 if sign <= 0.04045 else ((sign + 0.055) / 1.055) ** 2.4 for sign in signs
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
