"""Draws emphasis marks (着重号, 圏点) beside ideographs, which WeasyPrint's CSS doesn't know.

A theme asks for them as a dotted underline of text in Chinese or Japanese: a dot below each Chinese
character, above each Japanese one, none at marks, spaces and Western letters. Made to go upstream:
`text-emphasis-style` and `-position` would ask for them. Sources: CLREQ, 3.3.6; JLREQ, 3.3.9; CSS
Text Decoration 3, clause 3 (text-emphasis).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.writers.lines.drawing import lefts
from publisher.writers.lines.justification import is_letter

#: Where a dot's middle lies below the baseline, in ems, and its radius: by the language.
_BELOW = (0.28, 0.07)
_ABOVE = (-1.04, 0.07)

#: How far the handles of a quarter of a circle reach, in radii.
_HANDLE = 0.5523


def is_emphasized(box: Any) -> bool:
    """Whether a text box's decoration stands for emphasis marks."""
    return bool(
        box.style["text_decoration_style"] == "dotted"
        and (box.style["lang"] or "").startswith(("zh", "ja"))
    )


def draw_marks(stream: Any, box: Any, color: Any) -> None:
    """Draw a dot for each ideograph of a text box."""
    em = box.style["font_size"]
    depth, radius = _ABOVE if box.style["lang"].startswith("ja") else _BELOW
    y = box.position_y + box.baseline + depth * em
    stream.set_color(color)
    for middle in _middles(box):
        _circle(stream, box.position_x + middle, y, radius * em)
    stream.fill()


def _middles(box: Any) -> Iterator[float]:
    """How far the middle of each ideograph lies from the left of its text box."""
    layout = box.pango_layout
    layout.reactivate(box.style)
    line, _ = layout.get_first_line()
    places = lefts(line)
    layout.deactivate()
    place = 0
    for sign in layout.text:
        if is_letter(sign) and place in places:
            yield places[place] + box.style["font_size"] / 2
        place += len(sign.encode("utf-8"))


def _circle(stream: Any, x: float, y: float, radius: float) -> None:
    handle = radius * _HANDLE
    stream.move_to(x + radius, y)
    stream.curve_to(x + radius, y + handle, x + handle, y + radius, x, y + radius)
    stream.curve_to(x - handle, y + radius, x - radius, y + handle, x - radius, y)
    stream.curve_to(x - radius, y - handle, x - handle, y - radius, x, y - radius)
    stream.curve_to(x + handle, y - radius, x + radius, y - handle, x + radius, y)
    stream.close()
