"""How breaks are judged: each break of a set on its own, as a user runs the normalizer."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from publisher import learn
from publisher.pipeline import normalize
from publisher.repairs import Tables
from tests.quality.corpora import BREAK_SETS, Sample, archive, damaged, samples
from tests.quality.table import Table
from tests.quality.traditional import traditional

VERDICTS = ("join", "paragraph", "gap")
NOTE = (
    "The shipped model was fitted on these very breaks: the figures guard against a step back. "
    "What a stranger's text can expect is what `python -m tests.quality.fit_seam --score` prints."
)


@dataclass(frozen=True, slots=True)
class Score:
    """Of a set of breaks: F1 by verdict, their mean, and what was joined without asking.

    `right` and `found` are precision and recall of those joins; the other two are the shares of
    all gaps and of all paragraph ends that were joined so.
    """

    join: float
    paragraph: float
    gap: float
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
        join=scores[0],
        paragraph=scores[1],
        gap=scores[2],
        macro=sum(scores) / len(scores),
        right=joined["join"] / sum(joined.values()),
        found=joined["join"] / truths["join"],
        gaps_joined=joined["gap"] / truths["gap"],
        paragraphs_joined=joined["paragraph"] / truths["paragraph"],
    )


def damaged_samples(found: Sequence[Sample]) -> list[Sample]:
    """The breaks as a bad extraction leaves them; no side is lost altogether."""
    chance = random.Random(7)
    return [
        replace(one, left=damaged(one.left, chance), right=damaged(one.right, chance))
        for one in found
    ]


def table() -> Table:
    """A row for each set by what ships; news damaged, with an archive, and in Traditional too."""
    rows = [(name, score(samples(name))) for name in BREAK_SETS]
    news = samples("news")
    own = (learn(archive()),)
    rows.append(("news, damaged", score(damaged_samples(news))))
    rows.append(("news, with its archive", score(news, own)))
    rows.append(("news, damaged, with its archive", score(damaged_samples(news), own)))
    rows.append(("news, Traditional", score(traditional(news))))
    columns = ("breaks", *(one.name.replace("_", " ") for one in fields(Score)))
    figures = [(name, *(getattr(one, key.name) for key in fields(Score))) for name, one in rows]
    return Table("Breaks", columns, tuple(figures), NOTE)
