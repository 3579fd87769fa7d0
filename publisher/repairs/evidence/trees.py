"""Boosted trees: a fitted model read from JSON and evaluated."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Any, TypeAlias

#: (feature, threshold, node where feature ≤ threshold, node where it isn't); a leaf has the feature
#: LEAF and its value for a threshold. Both are tuples of four, so that no step asks which it is.
Node: TypeAlias = tuple[int, float, Any, Any]
LEAF = -1


def value_of(trees: Sequence[Node], row: Sequence[float]) -> float:
    """The sum of the leaves that a row of features falls into.

    >>> value_of([(0, 0.5, (LEAF, 1.0, None, None), (LEAF, 2.0, None, None))], [0.7])
    2.0
    """
    # A break asks hundreds of trees: one loop without a call for each is twice as fast.
    whole = 0.0
    for feature, threshold, below, above in trees:
        while feature >= 0:
            feature, threshold, below, above = below if row[feature] <= threshold else above
        whole += threshold
    return whole


def node_of(tree: Sequence[Sequence[float]], number: int = 0) -> Node:
    """The node of a tree in the five columns feature, threshold, left, right, value.

    A child below 0 is the leaf -1 - child; a tree without features is its first leaf.

    >>> node_of([[3], [0.5], [-1], [-2], [1.0, 2.0]])
    (3, 0.5, (-1, 1.0, None, None), (-1, 2.0, None, None))
    """
    feature, threshold, left, right, value = tree
    if number < 0 or not feature:
        return LEAF, value[-1 - number] if feature else value[0], None, None
    below, above = int(left[number]), int(right[number])
    return int(feature[number]), threshold[number], node_of(tree, below), node_of(tree, above)


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees for each class, their sums turned into probabilities."""

    classes: tuple[str, ...]
    trees: tuple[tuple[Node, ...], ...]

    def probabilities(self, row: Sequence[float]) -> dict[str, float]:
        """The probability of each class for a row of features."""
        sums = [value_of(trees, row) for trees in self.trees]
        highest = max(sums)
        weights = [exp(one - highest) for one in sums]
        whole = sum(weights)
        return {name: weight / whole for name, weight in zip(self.classes, weights, strict=True)}

    @classmethod
    def from_json(cls, text: str) -> Forest:
        """The model of a JSON text as the fitting command writes it."""
        value: dict[str, Any] = json.loads(text)
        trees = tuple(tuple(node_of(tree) for tree in of_class) for of_class in value["trees"])
        return cls(tuple(value["classes"]), trees)
