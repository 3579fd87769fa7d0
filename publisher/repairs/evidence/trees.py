"""Boosted trees: a fitted model read from JSON and evaluated."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Any


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree: node n asks if feature[n] ≤ threshold[n]; a child below 0 is leaf -1 - child."""

    feature: tuple[int, ...]
    threshold: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    value: tuple[float, ...]

    def __call__(self, row: Sequence[float]) -> float:
        """The value of the leaf that a row of features falls into.

        >>> Tree((0,), (0.5,), (-1,), (-2,), (1.0, 2.0))([0.7])
        2.0
        """
        node = 0 if self.feature else -1
        while node >= 0:
            below = row[self.feature[node]] <= self.threshold[node]
            node = self.left[node] if below else self.right[node]
        return self.value[-1 - node]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees for each class, their sums turned into probabilities."""

    classes: tuple[str, ...]
    trees: tuple[tuple[Tree, ...], ...]

    def probabilities(self, row: Sequence[float]) -> dict[str, float]:
        """The probability of each class for a row of features."""
        sums = [sum(tree(row) for tree in trees) for trees in self.trees]
        highest = max(sums)
        weights = [exp(one - highest) for one in sums]
        whole = sum(weights)
        return {name: weight / whole for name, weight in zip(self.classes, weights, strict=True)}

    @classmethod
    def from_json(cls, text: str) -> Forest:
        """The model of a JSON text as the fitting command writes it."""
        value: dict[str, Any] = json.loads(text)
        trees = tuple(
            tuple(Tree(*(tuple(part) for part in tree)) for tree in of_class)
            for of_class in value["trees"]
        )
        return cls(tuple(value["classes"]), trees)
