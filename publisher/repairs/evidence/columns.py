"""Text of two columns that was read line by line across both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from publisher.repairs.evidence.line_blocks import Line, width_of
from publisher.repairs.evidence.scripts import joins_tightly
from publisher.repairs.evidence.sentence_ends import ends_sentence
from publisher.repairs.evidence.words import crossing_word

_GUTTER = re.compile(r"(?<=\S)(?: {3,}|\u3000{2,})(?=\S)")
_VERTICAL = re.compile("[\u3041-\u30ff\u4e00-\u9fff](?: [\u3041-\u30ff\u4e00-\u9fff]){1,7}")
_KANA = re.compile("[\u3041-\u30ff]")

#: A block of so many lines shows its columns; so far apart may the right ones begin.
_LINES, _RAGGED = 4, 3


def unfolded(block: Sequence[Line]) -> str:
    """The block with its left column before its right one, or "" where it isn't read across."""
    if len(block) < _LINES:
        return ""
    return _two_columns(block) or _vertical(block)


def _two_columns(block: Sequence[Line]) -> str:
    gutters = [_GUTTER.findall(line.text) for line in block]
    if any(len(found) != 1 for found in gutters):
        return ""
    halves = [_GUTTER.split(line.text) for line in block]
    places = [
        line.indent + width_of(half[0] + found[0])
        for line, half, found in zip(block, halves, gutters, strict=True)
    ]
    left, right = ([half[side] for half in halves] for side in (0, 1))
    if max(places) - min(places) > _RAGGED or not (_runs_on(left) and _runs_on(right)):
        return ""
    return "\n".join([*left, *right])


def _runs_on(lines: Sequence[str]) -> bool:
    """Whether most lines of a column go on in the next, as no table's do."""
    ends = list(pairwise(lines))
    running = sum(1 for one, other in ends if not ends_sentence(one) and _continues(one, other))
    return 2 * running >= len(ends)


def _continues(one: str, other: str) -> bool:
    if joins_tightly(one[-1]) and joins_tightly(other[0]):
        return bool(crossing_word(one, other))
    return other[0].islower() and one[-1].isalpha()


def _vertical(block: Sequence[Line]) -> str:
    """Lines of single signs, of which a column each ran from the top down, right to left."""
    rows = [line.text.split(" ") for line in block]
    even = len({len(row) for row in rows}) == 1
    signs = all(_VERTICAL.fullmatch(line.text) for line in block)
    kana = sum(1 for line in block if _KANA.search(line.text))
    if not even or not signs or 2 * kana < len(block):
        return ""
    return "".join("".join(column) for column in reversed(list(zip(*rows, strict=True))))
