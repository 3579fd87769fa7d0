"""Squeezes a line that would else be stretched too far, so that a character or word more goes on.

A Chinese mark's em square is half blank; CLREQ lets a line take back up to that half, first at its
end, then from its other marks alike. In a line of words, the spaces give a little. No line gets
looser, and few are tighter than they were. `split_line` stands in for WeasyPrint's
`split_first_line`. Sources: CLREQ, 3.1.6.1 (squeeze before stretching); JLREQ, 3.8.3.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf
from typing import Any

#: A line is squeezed where each of its characters would else be set apart by more (ems).
LOOSE = 0.07

#: How much of a mark may be taken, in ems.
HALF = 0.5

#: A line of words is squeezed where each of its spaces would else grow by more (ems).
WIDE = 0.06

#: How much of a space may be taken, in ems: a fifth of it.
FIFTH = 0.05

#: Marks that are blank on their right; those of Taiwan and Hong Kong stand in the middle.
_POINTS = frozenset("，。、；：")
_CLOSING = frozenset("）》」』】〉〕”’")
_OTHERS = frozenset("（《「『【〈〔“‘！？")
_ZERO_WIDTH = "\u200b\u2060"
_CENTERED = ("zh-Hant", "zh-TW", "zh-HK", "zh-MO")
#: The marks that could come in with one character more.
_REACH = 5


def squeezable(text: str) -> tuple[int, ...]:
    """The indexes of the marks that have a blank half, of a line's text; the last stands last.

    A mark beside another has no half to give: the font's own squeeze (chws) has taken it.

    >>> squeezable("上班，门禁。"), squeezable("完了。”他")
    ((2, 5), (3,))
    """
    visible = [(index, sign) for index, sign in enumerate(text) if sign not in _ZERO_WIDTH]
    marks = _POINTS | _CLOSING
    found = []
    for place, (index, sign) in enumerate(visible):
        following = visible[place + 1][1] if place + 1 < len(visible) else ""
        if sign in marks and following not in marks | _OTHERS | frozenset(" "):
            found.append(index)
    return tuple(found)


def squeezes(text: str, excess: float) -> Mapping[int, float] | None:
    """What each mark of a line gives, by its index, so that `excess` ems are gone; None: too few.

    The line's last mark gives first.

    >>> squeezes("已经。", 0.25), squeezes("上班，门禁。", 0.75), squeezes("上班，门禁", 0.75)
    ({2: 0.25}, {5: 0.5, 2: 0.25}, None)
    """
    marks = squeezable(text)
    if excess > HALF * len(marks) + 1e-6:
        return None
    ends = bool(marks) and not text[marks[-1] + 1 :].strip(_ZERO_WIDTH)
    given: dict[int, float] = {}
    if ends:
        given[marks[-1]] = min(HALF, excess)
        excess -= given[marks[-1]]
        marks = marks[:-1]
    if marks and excess > 1e-6:
        given |= dict.fromkeys(marks, excess / len(marks))
    return given


def narrowed(text: str, excess: float) -> Mapping[int, float] | None:
    """What each space of a line gives, by its index, so that `excess` ems are gone; None: too few.

    >>> narrowed("a long day", 0.08), narrowed("a long day", 0.2)
    ({1: 0.04, 6: 0.04}, None)
    """
    spaces = [index for index, sign in enumerate(text.rstrip(" ")) if sign == " "]
    if not spaces or excess > FIFTH * len(spaces) + 1e-6:
        return None
    return dict.fromkeys(spaces, excess / len(spaces))


def split_line(
    plain: Callable[..., Any],
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    spacing: float,
    **more: Any,
) -> Any:
    """A line of a text as `plain` (WeasyPrint's `split_first_line`) splits it, or squeezed."""
    line = plain(text, style, context, max_width, spacing, **more)
    width = line[3]
    if max_width in (None, inf) or line[2] is None or style["text_align_all"] != "justify":
        return line
    em = style["font_size"]
    squeezed, rooms = _way(text, line, (max_width - width) / em, style["lang"] or "")
    for room in rooms:
        wide = plain(text, style, context, max_width + room * em, spacing, **more)
        if wide[1] <= line[1]:
            continue
        layout, length, resume_at, width, height, baseline = wide
        if width <= max_width:
            return line
        given = squeezed(layout.text, (width - max_width) / em)
        if given is not None:
            layout.squeezed = {index: -part * em for index, part in given.items()}
            layout.growth = layout.squeezed
            width += sum(layout.squeezed.values())
            return layout, length, resume_at, width, height, baseline
    return line


def _way(
    text: str, line: Any, missing: float, language: str
) -> tuple[Callable[[str, float], Mapping[int, float] | None], tuple[float, ...]]:
    """How a line may be squeezed that lacks so many ems, and for how much more room; none: not."""
    set_text = line[0].text
    if language.startswith(("zh", "ja")) and not language.startswith(_CENTERED):
        following = text.encode()[line[2] :].decode()[:_REACH]
        has_marks = any(sign in _POINTS | _CLOSING for sign in set_text + following)
        characters = len(set_text.strip(_ZERO_WIDTH))
        loose = has_marks and LOOSE * characters < missing < characters
        return squeezes, (HALF, 2 * HALF) if loose else ()
    spaces = set_text.strip(" ").count(" ")
    return narrowed, (FIFTH * spaces,) if spaces and missing > WIDE * spaces else ()
