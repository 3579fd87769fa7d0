"""Boosted trees: a fitted model read from JSON and evaluated, all trees at once.

The leaves of all trees are bits of one long integer, those of a tree from left to right. What a
feature is greater than rules out the leaves below the nodes that say so, and what is ruled out for
each interval of a feature is known beforehand; so a row costs a search and an `or` a feature. Of
the leaves that are left a tree's first one is the row's (Lucchese and others, QuickScorer, 2015).
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import exp
from operator import or_
from struct import unpack
from typing import Any

#: So many bits of the integer are a tree's, two bytes: its leaves may be no more.
_LEAVES = 16
_FULL = (1 << _LEAVES) - 1

#: A tree's columns in JSON: feature, threshold, left, right, value.
_Columns = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees for each class, their sums turned into probabilities.

    `ends` tell where a class's trees end; `cuts` have, by feature, its thresholds and what is ruled
    out above so many of them; `values` has the leaves' values, sixteen places a tree from place 1
    on. In `firsts` the lowest bit of each tree is set, in `bases` stands each tree's place 0.
    """

    classes: tuple[str, ...]
    ends: tuple[int, ...]
    cuts: tuple[tuple[int, tuple[float, ...], tuple[int, ...]], ...]
    values: array[float]
    firsts: int
    bases: int

    def probabilities(self, row: Sequence[float]) -> dict[str, float]:
        """The probability of each class for a row of features.

        >>> tree = [[0], [0.5], [-1], [-2], [0.0, 1.0]]
        >>> forest = Forest.of(("no", "yes"), ([], [tree]))
        >>> [round(forest.probabilities([x])["yes"], 2) for x in (0.5, 0.6)]
        [0.5, 0.73]
        """
        sums = self.sums(row)
        highest = max(sums)
        weights = [exp(one - highest) for one in sums]
        whole = sum(weights)
        return {name: weight / whole for name, weight in zip(self.classes, weights, strict=True)}

    def sums(self, row: Sequence[float]) -> list[float]:
        """For each class the sum of the leaves that a row falls into."""
        out = 0
        for feature, thresholds, ruled_out in self.cuts:
            out |= ruled_out[bisect_left(thresholds, row[feature])]
        every = self.firsts * _FULL
        left = every ^ out
        # Each tree has a leaf left, so that no subtraction borrows from the tree above it: the bits
        # that change are those up to its first one. Their number is counted in all trees at once.
        ones = left ^ (left - self.firsts)
        for mask, width in ((3, 1), (5, 2), (17, 4), (257, 8)):
            low = every // mask
            ones = (ones & low) + (ones >> width & low)
        places = (self.bases + ones).to_bytes(2 * self.ends[-1], "little")
        values = list(map(self.values.__getitem__, unpack(f"<{self.ends[-1]}H", places)))
        return [sum(values[start:end]) for start, end in pairwise(self.ends)]

    @classmethod
    def of(cls, classes: Sequence[str], trees: Sequence[Sequence[_Columns]]) -> Forest:
        """The forest of the trees of each class, a tree in the columns that JSON has.

        A node's child is a node or, below 0, the leaf -1 - child; a tree without features is its
        first leaf. ValueError where a tree has too many leaves.
        """
        nodes: dict[int, list[tuple[float, int]]] = {}
        # No leaf is at place 0: a tree's first leaf is its first bit and one.
        values = array("d", [0.0])
        for number, tree in enumerate(tree for of_class in trees for tree in of_class):
            order: list[int] = []
            for node, first, end in _walked(tree, order):
                below = ((1 << end) - (1 << first)) << _LEAVES * number
                nodes.setdefault(int(tree[0][node]), []).append((tree[1][node], below))
            if len(order) > _LEAVES:
                raise ValueError("a tree with too many leaves")
            values.extend(tree[4][leaf] for leaf in order)
            values.extend([0.0] * (_LEAVES - len(order)))
        ends = tuple(accumulate((len(one) for one in trees), initial=0))
        cuts = tuple((feature, *_intervals(found)) for feature, found in sorted(nodes.items()))
        firsts = sum(1 << _LEAVES * number for number in range(ends[-1]))
        bases = sum(_LEAVES * number << _LEAVES * number for number in range(ends[-1]))
        return cls(tuple(classes), ends, cuts, values, firsts, bases)

    @classmethod
    def from_json(cls, text: str) -> Forest:
        """The model of a JSON text as the fitting command writes it."""
        value: dict[str, Any] = json.loads(text)
        return cls.of(value["classes"], value["trees"])


def _intervals(nodes: Sequence[tuple[float, int]]) -> tuple[tuple[float, ...], tuple[int, ...]]:
    """A feature's thresholds, and what is ruled out where it is greater than so many of them."""
    together: dict[float, int] = {}
    for threshold, below in nodes:
        together[threshold] = together.get(threshold, 0) | below
    thresholds = tuple(sorted(together))
    return thresholds, tuple(accumulate((together[one] for one in thresholds), or_, initial=0))


def _walked(tree: _Columns, leaves: list[int]) -> list[tuple[int, int, int]]:
    """Each node with its left side's leaves, the first and their end; `leaves` takes them in order.

    >>> leaves = []
    >>> _walked([[0, 1], [0.5, 2.5], [1, -1], [-2, -3], [0.1, 0.2, 0.3]], leaves), leaves
    ([(1, 0, 1), (0, 0, 2)], [0, 2, 1])
    """
    found: list[tuple[int, int, int]] = []
    lefts, rights = tree[2], tree[3]

    def visit(node: int) -> None:
        if node < 0:
            leaves.append(-1 - node)
            return
        first = len(leaves)
        visit(int(lefts[node]))
        found.append((node, first, len(leaves)))
        visit(int(rights[node]))

    visit(0 if tree[0] else -1)
    return found
