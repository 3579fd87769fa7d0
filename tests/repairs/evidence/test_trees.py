"""A forest gives what walking each of its trees gives."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import pytest

import publisher.repairs.evidence as evidence
from publisher.repairs.evidence.trees import Forest

MODEL: dict[str, Any] = json.loads((files(evidence) / "zh-seam.json").read_text("utf-8"))


def _walked(tree: Sequence[Sequence[float]], row: Sequence[float]) -> float:
    feature, threshold, left, right, value = tree
    node = 0 if feature else -1
    while node >= 0:
        below = row[int(feature[node])] <= threshold[node]
        node = int(left[node] if below else right[node])
    return value[-1 - node]


def test_the_shipped_forest_is_the_sum_of_its_trees() -> None:
    chance = random.Random(5)
    forest = Forest.of(MODEL["classes"], MODEL["trees"])
    trees = [tree for of_class in MODEL["trees"] for tree in of_class]
    cuts = [(int(f), t) for tree in trees for f, t in zip(tree[0], tree[1], strict=True)]
    for _ in range(40):
        row = [0.0] * (1 + max(feature for feature, _ in cuts))
        for feature, threshold in chance.sample(cuts, 400):
            # On a threshold itself, and right above it.
            row[feature] = threshold + chance.choice((0.0, 1e-9))
        wanted = [sum(_walked(tree, row) for tree in of_class) for of_class in MODEL["trees"]]
        assert forest.sums(row) == wanted


def test_a_tree_may_be_one_leaf() -> None:
    assert Forest.of(("a", "b"), ([[[], [], [], [], [2.0]]], [])).sums([0.0]) == [2.0, 0]


def test_more_leaves_than_a_tree_has_bits_are_refused() -> None:
    rights = [-1 - leaf for leaf in range(17)]
    tree: tuple[list[float], ...] = (
        [0.0] * 17,
        [0.0] * 17,
        [*range(1, 17), -18],
        [*rights],
        [0.0] * 18,
    )
    with pytest.raises(ValueError, match="too many leaves"):
        Forest.of(("a",), ([tree],))
