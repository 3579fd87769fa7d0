"""Stretches a line that WeasyPrint laid out: its text boxes' slots grow, what follows moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from publisher.writers.lines.justification import ZERO_WIDTH, Slots, shares, slots


def stretch_line(line: Any, missing: float, last: bool) -> bool:
    """Stretch an ideographic line by up to the `missing` pixels; whether it is justified now.

    A line with fewer slots than spaces is left to WeasyPrint.
    """
    if missing <= 0 or line.style["direction"] == "rtl" or not _collapses(line):
        return False
    boxes = list(_text_boxes(line))
    found = _line_slots(boxes)
    gaps = sum(len(one.gaps) for one in found)
    plain = sum(len(one.plain) for one in found)
    spaces = sum(len(one.spaces) for one in found)
    if not gaps + plain or gaps + plain < spaces:
        return False
    full = _is_full(line, last)
    em = line.style["font_size"]
    gap, other = shares(missing / em, gaps, plain + 2 * spaces, full)
    growths = {
        id(box): dict.fromkeys(one.gaps, gap * em)
        | dict.fromkeys(one.plain, other * em)
        | dict.fromkeys(one.spaces, 2 * other * em)
        for box, one in zip(boxes, found, strict=True)
    }
    _grow(line, growths, 0)
    return full


def _collapses(line: Any) -> bool:
    return line.style["white_space"] in ("normal", "nowrap", "pre-line")


def _is_full(line: Any, last: bool) -> bool:
    align = line.style["text_align_all"]
    if last and line.style["text_align_last"] != "auto":
        return bool(line.style["text_align_last"] == "justify")
    return bool(align == "justify") and not last


def _text_boxes(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        yield box
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from _text_boxes(child)


def _line_slots(boxes: list[Any]) -> list[Slots]:
    """The slots of each text box of a line; a box's last slot looks at the box that follows."""
    found: list[Slots] = []
    following = ""
    for box in reversed(boxes):
        found.append(slots(box.text, following))
        following = box.text.lstrip(ZERO_WIDTH)[:1] or following
    return found[::-1]


def _grow(box: Any, growths: Mapping[int, dict[int, float]], moved: float) -> float:
    """Widen the text boxes of a line and move what follows; how far the line has moved."""
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        growth = growths[id(box)]
        gain = sum(growth.values())
        # The glyphs themselves are widened when the layout comes to life again to be drawn.
        box.pango_layout.growth = _with_squeezes(box.pango_layout, growth)
        box.position_x += moved
        box.width += gain
        return moved + gain
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        before = moved
        box.position_x += moved
        for child in box.children:
            if child.is_in_normal_flow():
                moved = _grow(child, growths, moved)
        box.width += moved - before
        return moved
    box.translate(moved, 0)
    return moved


def _with_squeezes(layout: Any, growth: Mapping[int, float]) -> dict[int, float]:
    """What the characters of a layout grow by, less what its marks were squeezed by."""
    squeezed: Mapping[int, float] = getattr(layout, "squeezed", {})
    return {
        at: growth.get(at, 0.0) + squeezed.get(at, 0.0) for at in growth.keys() | squeezed.keys()
    }
