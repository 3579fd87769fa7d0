"""The figures of the normalizer as a user runs it: `python -m tests.quality.score`.

The model that ships was fitted on these very breaks, so its figures here are flattering; they guard
against a step back. What a stranger's text can expect is what `fit_seam --score` prints.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from publisher.pipeline import normalize
from publisher.repairs import Tables
from tests.quality.corpora import BREAK_SETS, Sample, samples

VERDICTS = ("join", "paragraph", "gap")


@dataclass(frozen=True, slots=True)
class Score:
    """Of a set of breaks: macro F1, and of the joins made without asking what they were."""

    macro: float
    right: float
    found: float
    gaps_joined: float
    paragraphs_joined: float


def score(found: Sequence[Sample], evidence: Sequence[Tables] = ()) -> Score:
    """Judge every sample on its own, as `left + blank line + right`."""
    judged: Counter[tuple[str, str]] = Counter()
    joined: Counter[str] = Counter()
    for sample in found:
        result = normalize(f"{sample.left}\n\n{sample.right}", evidence=evidence)
        here = [one for one in result.breaks if one.offset == len(sample.left)]
        verdict = str(here[0].verdict) if here else "paragraph"
        judged[sample.truth, verdict] += 1
        if verdict == "join" and here[0].certainty != "doubtful":
            joined[sample.truth] += 1
    truths = Counter(sample.truth for sample in found)
    verdicts: Counter[str] = Counter()
    for (_, verdict), count in judged.items():
        verdicts[verdict] += count
    scores = [2 * judged[one, one] / (truths[one] + verdicts[one]) for one in VERDICTS]
    return Score(
        macro=sum(scores) / len(scores),
        right=joined["join"] / sum(joined.values()),
        found=joined["join"] / truths["join"],
        gaps_joined=joined["gap"] / truths["gap"],
        paragraphs_joined=joined["paragraph"] / truths["paragraph"],
    )


def main() -> None:
    """Print a line for each set."""
    for corpus in BREAK_SETS:
        sys.stdout.write(f"{corpus:12} {score(samples(corpus))}\n")


if __name__ == "__main__":
    main()
