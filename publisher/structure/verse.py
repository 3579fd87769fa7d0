"""Verse and its like: short lines that stay lines, such as poems, addresses, programmes."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.structure.lines import ends_sentence, width

#: The widest line of verse, in ems.
_WIDEST = 24.0


def is_verse(lines: Sequence[str]) -> bool:
    """Whether lines stay lines: at least two, all short, few of them ending a sentence.

    >>> is_verse(["风从江面上来", "带着稻花的香", "我把名字写在船头"])
    True
    >>> is_verse(["近日，夜校开课。", "职工很欢迎。"])
    False
    """
    if len(lines) < 2 or any(width(line) > _WIDEST for line in lines):
        return False
    ended = sum(ends_sentence(line) for line in lines)
    return 2 * ended <= len(lines)
