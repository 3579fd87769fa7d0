"""Justification of Chinese and Japanese lines in WeasyPrint, which stretches only spaces.

`justify_line()` of WeasyPrint puts a line's missing width into its spaces; a line of Han has none,
and its right edge stays ragged. Here the width goes into slots: first between an ideograph and a
Western letter or digit, which a tenth of an em keeps apart in every line that has room for it;
then evenly between two characters of which one is ideographic, and (double) into spaces. The
layout's glyphs are widened, so nothing that Pango decided (breaks, shaping, features) changes. A
line stretched so far that its slots could be taken for spaces says its text (ActualText).

Made to go upstream: `stretch_line` would come before `text_align`, `_widen` extend
`Layout.get_first_line` and `_marked` extend `Stream.marked`. Sources: CSS Text 3, clause 6.4
(text-justify: inter-character); CSS Text 4, clause 8.4 (text-autospace); CLREQ, clauses 3.1.6 and
3.2.2; JLREQ, clause 3.8.4 (what is stretched first); ISO 32000-2, 14.9.4 (ActualText).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from publisher.errors import BuildError

#: The version of WeasyPrint that these functions were made for and tested with.
TESTED = "70.0"

#: No slot grows by more than this part of an em: a line still short then has too few of them.
CAP = 0.4

#: What keeps an ideograph and a Western letter or digit apart, in ems: just under the tenth at
#: which Poppler takes a slot for a space.
BETWEEN_SCRIPTS = 0.095

_SPACES = " \u00a0"
#: Signs without a width, of which no slot takes notice.
_ZERO_WIDTH = "\u200b\u2060"
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
    if before in _SPACES or after in _SPACES:
        return False
    return is_ideographic(before) or is_ideographic(after)


def is_gap(before: str, after: str) -> bool:
    """Whether a slot lies between an ideograph and a Western letter or digit.

    >>> is_gap("年", "5"), is_gap("P", "解"), is_gap("，", "5"), is_gap("年", "“")
    (True, True, False, False)
    """
    return (_is_letter(before) and _is_western(after)) or (
        _is_western(before) and _is_letter(after)
    )


def _is_letter(character: str) -> bool:
    return character < "\uff00" and character.isalpha() and is_ideographic(character)


def _is_western(character: str) -> bool:
    return character < "\u2e80" and character.isalnum()


@dataclass(frozen=True, slots=True)
class Slots:
    """Where a text may be stretched, as the indexes of the characters before the slots.

    `gaps` are those between scripts, `plain` all others, `spaces` the spaces themselves.
    """

    plain: tuple[int, ...] = ()
    gaps: tuple[int, ...] = ()
    spaces: tuple[int, ...] = ()


# Balanced columns lay each line out about four times.
@lru_cache(maxsize=4096)
def slots(text: str, following: str = "") -> Slots:
    """The slots of a text; `following` is what comes after it on the same line, or "".

    >>> slots("IP解码，", "会")
    Slots(plain=(2, 3, 4), gaps=(1,), spaces=())
    """
    visible = [(index, sign) for index, sign in enumerate(text) if sign not in _ZERO_WIDTH]
    if following:
        visible.append((len(text), following))
    found = [
        (index, is_gap(before, after))
        for (index, before), (_, after) in pairwise(visible)
        if is_slot(before, after)
    ]
    return Slots(
        plain=tuple(index for index, gap in found if not gap),
        gaps=tuple(index for index, gap in found if gap),
        spaces=tuple(index for index, sign in enumerate(text) if sign in _SPACES),
    )


def shares(missing: float, gaps: int, others: int, full: bool) -> tuple[float, float]:
    """How a line's missing width (ems) is shared out: what each gap grows by, and each other slot.

    A space counts as two of the `others`. A line that isn't `full`, such as a paragraph's last,
    has only its scripts kept apart. No slot grows beyond `CAP`: a line with too few stays short.

    >>> shares(0.5, gaps=2, others=10, full=True)
    (0.095, 0.031)
    >>> shares(0.5, gaps=2, others=10, full=False)
    (0.095, 0.0)
    >>> shares(1.75, gaps=2, others=8, full=True), shares(9, gaps=2, others=8, full=True)
    ((0.175, 0.175), (0.4, 0.4))
    """
    gap = min(BETWEEN_SCRIPTS, missing / gaps) if gaps else 0.0
    if not full or not gaps + others:
        return gap, 0.0
    other = (missing - gaps * gap) / others if others else CAP
    if other > gap:
        gap = other = min(CAP, missing / (gaps + others))
    return gap, other


@contextmanager
def justified_han() -> Iterator[None]:
    """While it holds, WeasyPrint justifies ideographic lines. One thread at a time.

    Raises BuildError where WeasyPrint isn't the version that this was tested with.
    """
    import weasyprint
    from weasyprint.layout import inline
    from weasyprint.pdf.stream import Stream
    from weasyprint.text import line_break

    if weasyprint.__version__ != TESTED:
        raise BuildError(
            f"WeasyPrint is {weasyprint.__version__}; Chinese justification needs {TESTED}",
            remedy=f"Install weasyprint=={TESTED}, or set up the environment again.",
        )
    plain_align, plain_first = inline.text_align, line_break.Layout.get_first_line
    plain_marked = Stream.marked

    def text_align(context: Any, line: Any, available_width: float, last: bool) -> float:
        if stretch_line(line, available_width - line.width, last):
            return 0
        offset: float = plain_align(context, line, available_width, last)
        return offset

    def get_first_line(layout: Any) -> Any:
        first, index = plain_first(layout)
        growth = getattr(layout, "growth", None)
        if growth is not None and getattr(layout, "grown", None) is not layout.layout:
            _widen(first, layout.text, growth)
            layout.grown = layout.layout
        return first, index

    def marked(stream: Any, box: Any, tag: str) -> AbstractContextManager[None]:
        tagged: AbstractContextManager[None] = (
            _marked(stream, box, tag)
            if stream._tags is not None and _is_loose(box)
            else plain_marked(stream, box, tag)
        )
        return tagged

    inline.text_align = text_align
    line_break.Layout.get_first_line = get_first_line
    Stream.marked = marked
    try:
        yield
    finally:
        inline.text_align = plain_align
        line_break.Layout.get_first_line = plain_first
        Stream.marked = plain_marked


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
        following = box.text.lstrip(_ZERO_WIDTH)[:1] or following
    return found[::-1]


def _grow(box: Any, growths: Mapping[int, dict[int, float]], moved: float) -> float:
    """Widen the text boxes of a line and move what follows; how far the line has moved."""
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        growth = growths[id(box)]
        gain = sum(growth.values())
        # The glyphs themselves are widened when the layout comes to life again to be drawn.
        box.pango_layout.growth = growth
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


def _is_loose(box: Any) -> bool:
    """Whether a slot of a text box grew so far that it could be taken for a space."""
    growth: dict[int, float] = getattr(getattr(box, "pango_layout", None), "growth", {})
    return bool(max(growth.values(), default=0) > BETWEEN_SCRIPTS * box.style["font_size"] + 0.01)


@contextmanager
def _marked(stream: Any, box: Any, tag: str) -> Iterator[None]:
    """Tag a text box as WeasyPrint does, and say its text."""
    import pydyf

    number = len(stream._tags)
    stream._tags[box] = {"tag": tag, "mcid": number}
    text = "".join(sign for sign in box.text if sign not in _ZERO_WIDTH)
    properties = pydyf.Dictionary({"MCID": number, "ActualText": pydyf.String(text)})
    stream.begin_marked_content(tag, properties)
    try:
        yield
    finally:
        stream.end_marked_content()


def _widen(line: Any, text: str, growth: Mapping[int, float]) -> None:
    """Widen the glyphs of a Pango line: of each character that grows (pixels), the last glyph."""
    from weasyprint.text.ffi import TO_UNITS, ffi

    units = {}
    place = 0
    for index, character in enumerate(text):
        units[place] = round(growth.get(index, 0) * TO_UNITS)
        place += len(character.encode("utf-8"))
    run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        ends: dict[int, int] = {}
        for number in range(glyphs.num_glyphs):
            ends[glyphs.log_clusters[number]] = number
        starts = sorted(ends)
        for start, end in zip(starts, [*starts[1:], item.length], strict=True):
            cluster = range(item.offset + start, item.offset + end)
            glyphs.glyphs[ends[start]].geometry.width += sum(units.get(at, 0) for at in cluster)
        run = run.next
