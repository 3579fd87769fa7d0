"""The judge of breaks in Chinese: the fitted model, words across the break, open quotations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from publisher.ledger import Certainty
from publisher.repairs.evidence import lexicon
from publisher.repairs.evidence.balance import PAIRS, balance
from publisher.repairs.evidence.judgement import Judgement, paragraph
from publisher.repairs.evidence.ngrams import Counts
from publisher.repairs.evidence.seam_features import features
from publisher.repairs.evidence.sentence_ends import ends_sentence
from publisher.repairs.evidence.trees import Forest
from publisher.repairs.rule import Verdict

#: From these probabilities on a verdict needs no one's answer; measured by tests.quality.score.
SURE_JOIN = 0.93
SURE_JOIN_WITH_WORD = 0.85
SURE_GAP = 0.85
CERTAIN = 0.985

_VERDICTS = {"join": Verdict.JOIN, "gap": Verdict.GAP, "paragraph": Verdict.PARAGRAPH}


@lru_cache(maxsize=1)
def _model() -> Forest:
    return Forest.from_json((files(__package__) / "zh-seam.json").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class HanSeam:
    """The judge of Chinese breaks with its counts of characters."""

    counts: Counts

    def judge(self, left: str, right: str) -> Judgement:
        """The judgement on a break between two pieces of text."""
        found = balance(left, right)
        if ends_sentence(left) and not found.open and not found.closed:
            return paragraph(Certainty.CERTAIN, "a sentence ends on the left")
        chances = _model().probabilities(features(left, right, self.counts, lexicon.shipped()[0]))
        word = crossing_word(left, right)
        reasons = [f"P(join) {chances['join']:.2f}, P(gap) {chances['gap']:.2f}"]
        if word:
            reasons.append(f"the word {word} runs across the break")
        if found.matches:
            marks = found.open[-1] + PAIRS[found.open[-1]]
            reasons.append(f"{marks} opens on the left and closes on the right")
        elif found.open:
            reasons.append(f"{found.open[-1]} stays open")
        verdict = _VERDICTS[max(chances, key=lambda name: chances[name])]
        sure = _sure(verdict, chances, supported=bool(word) or found.matches)
        return Judgement(verdict, sure, tuple(reasons))


def _sure(verdict: Verdict, chances: dict[str, float], *, supported: bool) -> Certainty:
    chance = chances[str(verdict)]
    if verdict is Verdict.PARAGRAPH:
        return Certainty.CERTAIN if chance >= CERTAIN else Certainty.PROBABLE
    if chance >= CERTAIN:
        return Certainty.CERTAIN
    if verdict is Verdict.GAP:
        return Certainty.PROBABLE if chance >= SURE_GAP else Certainty.DOUBTFUL
    least = SURE_JOIN_WITH_WORD if supported else SURE_JOIN
    return Certainty.PROBABLE if chance >= least else Certainty.DOUBTFUL


def crossing_word(left: str, right: str) -> str:
    """The word of the dictionary that runs across a break, or "".

    New words are not guessed (jieba's HMM is off): guessed ones cross at every other gap.

    >>> crossing_word("同时，围绕产", "业链分层分类")
    '产业链'
    >>> crossing_word("区总工会", "孝感市")
    ''
    """
    import rjieba

    before, after = left[-8:], right[:8]
    place = 0
    for word in rjieba.cut(before + after, False):
        if place < len(before) < place + len(word):
            return str(word)
        place += len(word)
    return ""
