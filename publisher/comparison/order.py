"""Which of a row of numbers stand in order. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def in_order(numbers: Sequence[int]) -> set[int]:
    """The most of these numbers that stand in order: the others are those that moved.

    >>> sorted(in_order([1, 4, 2, 3]))
    [1, 2, 3]
    """
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(ends, number)
        before[number] = ends[place - 1] if place else None
        ends[place : place + 1] = [number]
    kept = set[int]()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
