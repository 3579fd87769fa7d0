"""Justification of Chinese and Japanese lines in WeasyPrint, which stretches only spaces.

`justify_line()` of WeasyPrint puts a line's missing width into its spaces; a line of Han has none,
and its right edge stays ragged. Here the width goes into slots: between two characters of which
one is ideographic, and (double) into spaces. The layout's glyphs are widened, so nothing that
Pango decided (breaks, shaping, features) changes, and the extracted text stays the same.

Made to go upstream: the two functions below would replace `justify_line` and extend
`Layout.get_first_line`. Sources: CSS Text 3, clause 6.4 (text-justify: inter-character); CLREQ,
clause 3.2.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from publisher.errors import BuildError

#: The version of WeasyPrint that these functions were made for and tested with.
TESTED = "70.0"

#: No slot grows by more than this part of an em: wider ones read as spaces when text is extracted.
CAP = 0.24

_SPACES = " \u00a0"
#: No slot stands inside a run of these: a dash and an ellipsis are one sign in two characters.
_RUNS = "—…⸺"


def is_ideographic(character: str) -> bool:
    """Whether a character sits in an em square: Han, kana, their marks, full-width forms.

    >>> [is_ideographic(sign) for sign in "工、ア！“A1"]
    [True, True, True, True, False, False, False]
    """
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\uff00" <= character <= "\uff60"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def is_slot(before: str, after: str) -> bool:
    """Whether a line may be stretched between two characters.

    >>> is_slot("工", "会"), is_slot("I", "P"), is_slot("P", "解"), is_slot("—", "—")
    (True, False, True, False)
    """
    if before == after and before in _RUNS:
        return False
    if before in _SPACES or after in _SPACES or "\u200b" in (before, after):
        return False
    return is_ideographic(before) or is_ideographic(after)


def slots(text: str, following: str = "") -> tuple[int, ...]:
    """Where a text may be stretched: the index of the character before each slot.

    `following` is the character that comes after the text on the same line, or "".

    >>> slots("IP解码，", "会")
    (1, 2, 3, 4)
    """
    visible = [(index, sign) for index, sign in enumerate(text) if sign != "\u200b"]
    if following:
        visible.append((len(text), following))
    return tuple(index for (index, sign), (_, after) in pairwise(visible) if is_slot(sign, after))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """How far to widen which characters of a text box, in pixels."""

    indexes: tuple[int, ...]
    by: float


@contextmanager
def justified_han() -> Iterator[None]:
    """While it holds, WeasyPrint justifies ideographic lines. One thread at a time.

    Raises BuildError where WeasyPrint isn't the version that this was tested with.
    """
    import weasyprint
    from weasyprint.layout import inline
    from weasyprint.text import line_break

    if weasyprint.__version__ != TESTED:
        raise BuildError(
            f"WeasyPrint is {weasyprint.__version__}; Chinese justification needs {TESTED}",
            remedy=f"Install weasyprint=={TESTED}, or set up the environment again.",
        )
    plain_line, plain_first = inline.justify_line, line_break.Layout.get_first_line

    def justify_line(context: Any, line: Any, extra_width: float) -> None:
        if not _justify(context, line, extra_width):
            plain_line(context, line, extra_width)

    def get_first_line(layout: Any) -> Any:
        first, index = plain_first(layout)
        stretch = getattr(layout, "ideographic_stretch", None)
        if stretch is not None and getattr(layout, "stretched", None) is not layout.layout:
            _widen(first, layout.text, stretch)
            layout.stretched = layout.layout
        return first, index

    inline.justify_line = justify_line
    line_break.Layout.get_first_line = get_first_line
    try:
        yield
    finally:
        inline.justify_line = plain_line
        line_break.Layout.get_first_line = plain_first


def _text_boxes(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        yield box
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from _text_boxes(child)


def _justify(context: Any, line: Any, extra: float) -> bool:
    """Stretch a line with ideographs to its full width; False where it has too few slots."""
    if line.style["direction"] == "rtl":
        return False
    texts = list(_text_boxes(line))
    visible = [box for box in texts if box.text.strip(_SPACES + "\u200b")]
    firsts = {id(box): box.text.lstrip("\u200b")[:1] for box in visible}
    follows = dict(zip(map(id, visible), [firsts[id(box)] for box in visible[1:]], strict=False))
    found = {id(box): slots(box.text, follows.get(id(box), "")) for box in texts}
    count = sum(len(indexes) for indexes in found.values())
    spaces = sum(box.text.count(space) for box in texts for space in _SPACES)
    if not count or count < spaces:
        return False
    by = min(extra / (count + 2 * spaces), CAP * line.style["font_size"])
    stretches = {key: _Stretch(indexes, by) for key, indexes in found.items()}
    _advance(context, line, stretches, 2 * by, 0)
    return True


def _advance(
    context: Any, box: Any, stretches: dict[int, _Stretch], space: float, moved: float
) -> float:
    """Widen the text boxes of a line and move what follows; how far the line has moved."""
    from weasyprint.formatting_structure import boxes
    from weasyprint.text.line_break import create_layout

    if isinstance(box, boxes.TextBox):
        stretch = stretches[id(box)]
        spaces = sum(box.text.count(sign) for sign in _SPACES)
        gain: float = len(stretch.indexes) * stretch.by + spaces * space
        box.position_x += moved
        if gain:
            box.justification_spacing = space
            layout = create_layout(box.text, box.style, context, None, space)
            layout.ideographic_stretch = stretch
            layout.deactivate()
            box.pango_layout = layout
            box.width += gain
        return moved + gain
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        before = moved
        box.position_x += moved
        for child in box.children:
            if child.is_in_normal_flow():
                moved = _advance(context, child, stretches, space, moved)
        box.width += moved - before
        return moved
    box.translate(moved, 0)
    return moved


def _widen(line: Any, text: str, stretch: _Stretch) -> None:
    """Add the stretch to the glyphs of a Pango line, the last glyph of each widened character."""
    from weasyprint.text.ffi import TO_UNITS, ffi

    wanted = set(stretch.indexes)
    index_at = {}
    place = 0
    for index, character in enumerate(text):
        index_at[place] = index
        place += len(character.encode("utf-8"))
    by = round(stretch.by * TO_UNITS)
    run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        ends: dict[int, int] = {}
        for number in range(glyphs.num_glyphs):
            ends[glyphs.log_clusters[number]] = number
        starts = sorted(ends)
        for start, end in zip(starts, [*starts[1:], item.length], strict=True):
            inside = [
                index_at[at]
                for at in range(item.offset + start, item.offset + end)
                if at in index_at
            ]
            grow = sum(index in wanted for index in inside)
            glyphs.glyphs[ends[start]].geometry.width += grow * by
        run = run.next
