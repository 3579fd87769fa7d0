"""Fit the seam model: `python -m tests.quality.fit_seam [--score]` (needs lightgbm).

Fitted with clean and damaged text of all three sets; `--score` cross-validates by day or document
instead of writing the model.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

import publisher.repairs.evidence as evidence
from publisher.repairs.evidence import lexicon, ngrams
from publisher.repairs.evidence.seam_features import features
from tests.quality.corpora import BREAK_SETS, Sample, damaged, samples

CLASSES = ("join", "gap", "paragraph")
#: The smaller sets count double, so that news alone doesn't decide.
WEIGHTS = {"news": 1.0, "official": 2.0, "translated": 2.0}
DAMAGED_WEIGHT = 0.5
ROUNDS = 200
FOLDS = 5
PARAMETERS: dict[str, Any] = {
    "objective": "multiclass",
    "num_class": len(CLASSES),
    "num_leaves": 15,
    "learning_rate": 0.05,
    "min_data_in_leaf": 30,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "feature_fraction": 0.5,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}


def rows(found: Sequence[Sample], *, noise: bool) -> Any:
    """The features of samples, of damaged text with `noise`."""
    chance = random.Random(7)
    counts, words = ngrams.shipped()[0], lexicon.shipped()[0]
    table = []
    for sample in found:
        left, right = sample.left, sample.right
        if noise:
            left, right = damaged(left, chance), damaged(right, chance)
        table.append(features(left, right, counts, words))
    return np.array(table)


def fit(clean: Any, noisy: Any, truth: Any, weight: Any) -> Any:
    """A model fitted to clean and damaged rows."""
    import lightgbm

    data = lightgbm.Dataset(
        np.vstack([clean, noisy]),
        np.concatenate([truth, truth]),
        weight=np.concatenate([weight, DAMAGED_WEIGHT * weight]),
    )
    return lightgbm.train(PARAMETERS, data, ROUNDS)


def exported(model: Any) -> str:
    """The model as JSON: for each class its trees as feature, threshold, left, right, value."""
    trees: list[list[Any]] = [[] for _ in CLASSES]
    for number, tree in enumerate(model.dump_model()["tree_info"]):
        trees[number % len(CLASSES)].append(_flat(tree["tree_structure"]))
    return json.dumps({"classes": CLASSES, "trees": trees}, separators=(",", ":")) + "\n"


def _flat(root: dict[str, Any]) -> list[list[Any]]:
    feature: list[int] = []
    threshold: list[float] = []
    left: list[int] = []
    right: list[int] = []
    value: list[float] = []

    def visit(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            value.append(round(node["leaf_value"], 5))
            return -len(value)
        place = len(feature)
        feature.append(node["split_feature"])
        threshold.append(float(f"{node['threshold']:.6g}"))
        left.append(0)
        right.append(0)
        left[place] = visit(node["left_child"])
        right[place] = visit(node["right_child"])
        return place

    visit(root)
    return [feature, threshold, left, right, value]


def main() -> None:
    """Fit on everything and write the model into the package, or cross-validate."""
    found = [sample for corpus in BREAK_SETS for sample in samples(corpus)]
    clean, noisy = rows(found, noise=False), rows(found, noise=True)
    truth = np.array([CLASSES.index(sample.truth) for sample in found])
    weight = np.array([WEIGHTS[sample.corpus] for sample in found])
    if "--score" in sys.argv:
        _score(found, clean, noisy, truth, weight)
        return
    folder = Path(evidence.__path__[0])
    (folder / "zh-seam.json").write_text(exported(fit(clean, noisy, truth, weight)), "utf-8")


def macro(truth: Any, guess: Any) -> float:
    """The mean F1 of the three verdicts."""
    scores = []
    for one in range(len(CLASSES)):
        hit = ((truth == one) & (guess == one)).sum()
        scores.append(2 * hit / max(1, (truth == one).sum() + (guess == one).sum()))
    return float(np.mean(scores))


def _score(found: Sequence[Sample], clean: Any, noisy: Any, truth: Any, weight: Any) -> None:
    groups = sorted({sample.group for sample in found})
    random.Random(3).shuffle(groups)
    fold_of = {group: number % FOLDS for number, group in enumerate(groups)}
    fold = np.array([fold_of[sample.group] for sample in found])
    guesses = {"clean": np.zeros_like(truth), "damaged": np.zeros_like(truth)}
    for number in range(FOLDS):
        inside, outside = fold != number, fold == number
        model = fit(clean[inside], noisy[inside], truth[inside], weight[inside])
        for name, table in (("clean", clean), ("damaged", noisy)):
            guesses[name][outside] = model.predict(table[outside]).argmax(1)
    corpus = np.array([sample.corpus for sample in found])
    for name, guess in guesses.items():
        for one in BREAK_SETS:
            here = corpus == one
            sys.stdout.write(f"{name} {one}: macro F1 {macro(truth[here], guess[here]):.4f}\n")


if __name__ == "__main__":
    main()
