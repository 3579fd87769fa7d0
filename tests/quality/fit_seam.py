"""Fit the seam model: `python -m tests.quality.fit_seam [--score]` (needs lightgbm).

Fitted with clean and damaged text of all three sets; `--score` cross-validates by day or document
instead of writing the model.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import publisher.repairs.evidence as evidence
from publisher.repairs.evidence import lexicon, ngrams, word_pairs
from publisher.repairs.evidence.seam_features import features
from tests.quality.corpora import BREAK_SETS, Sample, archive, damaged, samples
from tests.quality.recut import recut

CLASSES = ("join", "gap", "paragraph")
#: The smaller sets count double, so that news alone doesn't decide.
WEIGHTS = {"news": 1.0, "official": 2.0, "translated": 2.0}
DAMAGED_WEIGHT = 0.2
#: How often a paragraph is cut again, and the share of the joins' and gaps' weight these cuts take.
RECUTS = 5
RECUT_SHARE = 0.7
#: As `seam.ARCHIVE_WEIGHT`.
OWN_WEIGHT = 5
ROUNDS = 250
FOLDS = 5
PARAMETERS: dict[str, Any] = {
    "objective": "multiclass",
    "num_class": len(CLASSES),
    "num_leaves": 15,
    "learning_rate": 0.05,
    "min_data_in_leaf": 100,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "feature_fraction": 0.3,
    "max_bin": 63,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}


@dataclass(frozen=True)
class Others:
    """The shipped table with a small archive: the breaks' own texts, those of one group left out.

    It plays a paper's archive while fitting; the real one is only measured on.
    """

    shipped: ngrams.Ngrams
    whole: ngrams.Ngrams
    without: ngrams.Ngrams
    own: bool = True

    @property
    def total(self) -> int:
        return self.shipped.total + OWN_WEIGHT * (self.whole.total - self.without.total)

    def count(self, run: str) -> int:
        own = self.whole.count(run) - self.without.count(run)
        return self.shipped.count(run) + OWN_WEIGHT * own


ONCE = {1: 1, 2: 1, 3: 1}


def _texts(found: Iterable[Sample]) -> list[tuple[str, int]]:
    return [(text, 1) for sample in found for text in (sample.left, sample.right)]


def small_archives(found: Sequence[Sample]) -> dict[str, Others]:
    """For each group of samples the evidence that the other groups of its corpus give."""
    archives: dict[str, Others] = {}
    for corpus in BREAK_SETS:
        own = [sample for sample in found if sample.corpus == corpus]
        whole = ngrams.count_ngrams(_texts(own), ONCE)
        by_group: dict[str, list[Sample]] = {}
        for sample in own:
            by_group.setdefault(sample.group, []).append(sample)
        for group, members in by_group.items():
            without = ngrams.count_ngrams(_texts(members), ONCE)
            archives[group] = Others(ngrams.shipped(), whole, without)
    return archives


def rows(found: Sequence[Sample], counts: Callable[[Sample], ngrams.Counts], *, noise: bool) -> Any:
    """The features of samples, of damaged text with `noise`."""
    chance = random.Random(7)
    words, pairs = lexicon.shipped(), word_pairs.shipped()
    table = []
    for sample in found:
        left, right = sample.left, sample.right
        if noise:
            left, right = damaged(left, chance), damaged(right, chance)
        table.append(features(left, right, counts(sample), words, pairs))
    return np.array(table)


@dataclass(frozen=True)
class Fitted:
    """A table that is fitted: features, and of each row its class, its weight and its fold."""

    table: Any
    truth: Any
    weight: Any
    fold: Any

    def without(self, number: int) -> Fitted:
        """The rows of all folds but one."""
        kept = self.fold != number
        return Fitted(self.table[kept], self.truth[kept], self.weight[kept], self.fold[kept])


def tables(found: Sequence[Sample]) -> list[Fitted]:
    """What is fitted: shipped and own evidence, of clean and damaged text and of the same recut."""
    archives, again = small_archives(found), recut(found, RECUTS)
    truth, fold, weight = truths(found), folds(found), base_weights(found)
    new_truth, new_fold, new_weight = truths(again), folds(again, found), np.zeros(len(again))
    sets, new_sets = corpora(found), corpora(again)
    for corpus in BREAK_SETS:
        for one in set(new_truth):
            # The recuts take over a share of their class, so that no class gains by them.
            old = (sets == corpus) & (truth == one)
            new = (new_sets == corpus) & (new_truth == one)
            new_weight[new] = RECUT_SHARE * weight[old].sum() / new.sum()
            weight[old] *= 1 - RECUT_SHARE
    fitted = []
    for counts in (lambda _: ngrams.shipped(), lambda sample: archives[sample.group]):
        clean, noisy = (rows(found, counts, noise=noise) for noise in (False, True))
        fitted += [
            Fitted(clean, truth, weight, fold),
            Fitted(noisy, truth, DAMAGED_WEIGHT * base_weights(found), fold),
            Fitted(rows(again, counts, noise=False), new_truth, new_weight, new_fold),
        ]
    return fitted


def truths(found: Sequence[Sample]) -> Any:
    """The class of each sample."""
    return np.array([CLASSES.index(sample.truth) for sample in found])


def base_weights(found: Sequence[Sample]) -> Any:
    """The weight of each sample, by its set."""
    return np.array([WEIGHTS[sample.corpus] for sample in found])


def corpora(found: Sequence[Sample]) -> Any:
    """The set of each sample."""
    return np.array([sample.corpus for sample in found])


def fit(fitted: Sequence[Fitted]) -> Any:
    """A model fitted to tables."""
    import lightgbm

    data = lightgbm.Dataset(
        np.vstack([one.table for one in fitted]),
        np.concatenate([one.truth for one in fitted]),
        weight=np.concatenate([one.weight for one in fitted]),
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
    if "--score" in sys.argv:
        _score(found)
        return
    folder = Path(evidence.__path__[0])
    model = fit(tables(found))
    (folder / "zh-seam.json").write_text(exported(model), "utf-8")


def macro(truth: Any, guess: Any) -> float:
    """The mean F1 of the three verdicts."""
    scores = []
    for one in range(len(CLASSES)):
        hit = ((truth == one) & (guess == one)).sum()
        scores.append(2 * hit / max(1, (truth == one).sum() + (guess == one).sum()))
    return float(np.mean(scores))


def folds(found: Sequence[Sample], like: Sequence[Sample] = ()) -> Any:
    """The fold of each sample, as `like` is divided; those of a day or document share one."""
    groups = sorted({sample.group for sample in like or found})
    random.Random(3).shuffle(groups)
    fold_of = {group: number % FOLDS for number, group in enumerate(groups)}
    return np.array([fold_of[sample.group] for sample in found])


def held_out(found: Sequence[Sample], tested: dict[str, Any]) -> dict[str, Any]:
    """The probabilities of each tested table, every sample judged by a model that didn't see it."""
    fold, fitted = folds(found), tables(found)
    chances = {name: np.zeros((len(found), len(CLASSES))) for name in tested}
    for number in range(FOLDS):
        outside = fold == number
        model = fit([one.without(number) for one in fitted])
        for name, table in tested.items():
            chances[name][outside] = model.predict(table[outside])
    return chances


def measured(found: Sequence[Sample]) -> dict[str, Any]:
    """The tables that are scored: shipped evidence on clean and damaged text, and the archive."""
    counted = ngrams.count_ngrams(((text, 1) for text in archive()), {1: 1, 2: 1, 3: 2})
    with_archive = ngrams.Mixture(((ngrams.shipped(), 1), (counted, OWN_WEIGHT)))
    return {
        "shipped": rows(found, lambda _: ngrams.shipped(), noise=False),
        "shipped, damaged": rows(found, lambda _: ngrams.shipped(), noise=True),
        "archive": rows(found, lambda _: with_archive, noise=False),
        "archive, damaged": rows(found, lambda _: with_archive, noise=True),
    }


def _score(found: Sequence[Sample]) -> None:
    corpus, truth = corpora(found), truths(found)
    for name, chances in held_out(found, measured(found)).items():
        guess = chances.argmax(1)
        for one in BREAK_SETS:
            here = corpus == one
            line = f"{name:18} {one:12} macro F1 {macro(truth[here], guess[here]):.4f}"
            sys.stdout.write(f"{line}{_tiers(chances[here, 0], truth[here])}\n")


def _tiers(joins: Any, truth: Any) -> str:
    """Of the joins made from a probability on: how many are right, found, and gaps, paragraphs."""
    line = ""
    for least in (0.9, 0.95, 0.98):
        made = joins >= least
        right, found = (truth[made] == 0).mean(), made[truth == 0].mean()
        line += (
            f" | ≥{least} right {right:.4f} found {found:.2f} gaps {made[truth == 1].mean():.3f}"
        )
        line += f" par. {made[truth == 2].mean():.4f}"
    return line


if __name__ == "__main__":
    main()
