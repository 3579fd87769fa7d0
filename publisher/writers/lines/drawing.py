"""Draws the glyphs of a stretched or squeezed line, and says its text where spacing hides it.

An extractor takes a slot that grew for a space, and the blank half of a mark for part of it: the
box of a line whose last mark was squeezed would stand out into the gutter, from which Poppler
tells columns. So such a line says its text (ActualText), and its last glyph is narrowed by
character spacing, which an extractor counts as the glyph's own. Source: ISO 32000-2, 9.3.2
(character spacing), 14.9.4 (ActualText).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from publisher.writers.lines.justification import BETWEEN_SCRIPTS, ZERO_WIDTH

#: What WeasyPrint draws of a run that ends in a squeezed glyph: what stands before, the glyph, its
#: squeeze in thousandths of an em; zero-width marks may follow.
_SQUEEZED_LAST = re.compile(r"(.*)([0-9a-f]{4})>([1-9]\d*)(?:<>-?0\.0)*", re.DOTALL)


def is_told(box: Any) -> bool:
    """Whether a text box has a slot that could be taken for a space, or a mark that shrank."""
    growth: dict[int, float] = getattr(getattr(box, "pango_layout", None), "growth", {})
    widest = BETWEEN_SCRIPTS * box.style["font_size"] + 0.01
    return any(
        value > widest or (value < 0 and box.text[index] != " ") for index, value in growth.items()
    )


@contextmanager
def marked_with_text(stream: Any, box: Any, tag: str) -> Iterator[None]:
    """Tag a text box as WeasyPrint does, and say its text."""
    import pydyf

    number = len(stream._tags)
    stream._tags[box] = {"tag": tag, "mcid": number}
    text = "".join(sign for sign in box.text if sign not in ZERO_WIDTH)
    properties = pydyf.Dictionary({"MCID": number, "ActualText": pydyf.String(text)})
    stream.begin_marked_content(tag, properties)
    show_text = stream.show_text
    stream.show_text = lambda string: _show(stream, show_text, string)
    try:
        yield
    finally:
        del stream.show_text
        stream.end_marked_content()


def _show(stream: Any, show_text: Callable[[str], None], string: str) -> None:
    """Show glyphs; a squeezed last one with character spacing instead of a move after it."""
    ends = _SQUEEZED_LAST.fullmatch(string)
    if not ends:
        show_text(string)
        return
    before, last, squeeze = ends.groups()
    if before != "<":
        show_text(before + ">")
    _, size = stream._current_font
    stream.stream.append(f"{-int(squeeze) * size / 1000:g} Tc".encode())
    show_text(f"<{last}>")
    stream.stream.append(b"0 Tc")


def widen(line: Any, text: str, growth: Mapping[int, float]) -> None:
    """Widen the glyphs of a Pango line: of each character that grows (pixels), the last glyph."""
    from weasyprint.text.ffi import TO_UNITS

    grown: dict[int, int] = {}
    place = 0
    for index, character in enumerate(text):
        if index in growth:
            grown[place] = round(growth[index] * TO_UNITS)
        place += len(character.encode("utf-8"))
    for item, glyphs in _runs(line):
        clusters = glyphs.log_clusters
        last = {item.offset + clusters[number]: number for number in range(glyphs.num_glyphs)}
        for place, units in grown.items():
            if item.offset <= place < item.offset + item.length:
                # A character may lie within a cluster that began before it.
                start = place if place in last else max(one for one in last if one < place)
                glyphs.glyphs[last[start]].geometry.width += units


def lefts(line: Any) -> dict[int, float]:
    """How far from a Pango line's left its clusters begin (pixels), by their place in UTF-8."""
    from weasyprint.text.ffi import FROM_UNITS

    found: dict[int, float] = {}
    width = 0
    for item, glyphs in _runs(line):
        for number in range(glyphs.num_glyphs):
            found.setdefault(item.offset + glyphs.log_clusters[number], width * FROM_UNITS)
            width += glyphs.glyphs[number].geometry.width
    return found


def _runs(line: Any) -> Iterator[tuple[Any, Any]]:
    """The items of a Pango line and their glyphs, from left to right."""
    from weasyprint.text.ffi import ffi

    run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        yield run.data.item, run.data.glyphs
        run = run.next
