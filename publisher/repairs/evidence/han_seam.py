"""The judge of breaks in Chinese: the fitted model, words across the break, open quotations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from publisher.ledger import Certainty
from publisher.repairs.evidence import lexicon, word_pairs
from publisher.repairs.evidence.balance import PAIRS, QUOTES, Balance, balance
from publisher.repairs.evidence.judgement import Judgement, gap, paragraph
from publisher.repairs.evidence.ngrams import Counts
from publisher.repairs.evidence.seam_features import LOCALIZERS, STOPS, features
from publisher.repairs.evidence.sentence_ends import ends_sentence
from publisher.repairs.evidence.trees import Forest
from publisher.repairs.evidence.variants import simplified
from publisher.repairs.evidence.words import crossing_word, cut
from publisher.repairs.rule import Verdict

#: From these probabilities on a verdict needs no one's answer: of a thousand gaps some 17 are
#: joined then. They hold for the mix of the break sets, one gap to two joins; a paper has fewer.
SURE_JOIN = 0.91
SURE_JOIN_SUPPORTED = 0.85
SURE_GAP = 0.85
CERTAIN = 0.985

#: How much rarer a gap and a paragraph's start look like a frame (在…上，) than a join does: 466
#: clauses of official texts and news that 在 begins and a closing mark ends.
FRAME_AGAINST_GAP = 4.5
FRAME_AGAINST_PARAGRAPH = 20.0
SURE_JOIN_IN_FRAME = 0.75

#: What closes a bracket or a title; a quotation mark is too often lost or turned.
_BRACKETS = frozenset("》）】〉〕］")

_SURENESS = (Certainty.DOUBTFUL, Certainty.PROBABLE, Certainty.CERTAIN)

_CLOSES = re.compile(
    rf"(?:[\u4e00-\u9fff]{{1,5}}?)?(?P<localizer>{'|'.join(LOCALIZERS)})(?=[，、的])"
)
_QUOTED = re.compile("“[^“”]*”|《[^《》]*》|「[^「」]*」")

_COLONS = ("：", ":")

#: A line of names or a heading is no longer than this, in characters.
_BARE = 40

#: A piece of so few characters is a last line, too short to tell a gap by.
_SHORT = 6

_VERDICTS = {"join": Verdict.JOIN, "gap": Verdict.GAP, "paragraph": Verdict.PARAGRAPH}


@lru_cache(maxsize=1)
def _model() -> Forest:
    return Forest.from_json((files(__package__) / "zh-seam.json").read_text("utf-8"))


# A break is asked about again when the engine runs the rules over their own result.
@lru_cache(maxsize=1 << 14)
def _chances(left: str, right: str, counts: Counts) -> Mapping[str, float]:
    row = features(left, right, counts, lexicon.shipped(), word_pairs.shipped())
    return MappingProxyType(_model().probabilities(row))


@dataclass(frozen=True, slots=True)
class HanSeam:
    """The judge of Chinese breaks with its counts of characters."""

    counts: Counts

    def judge(self, left: str, right: str) -> Judgement:
        """The judgement on a break between two pieces of text."""
        found = balance(left, right)
        if ends_sentence(left) and not found.open and not found.closed:
            return paragraph(Certainty.CERTAIN, "a sentence ends on the left")
        if _is_bare_line(left) and _is_bare_line(right):
            return paragraph(Certainty.PROBABLE, "two lines without any punctuation")
        if (mark := right[:1]) in _BRACKETS and found.closed == mark and not found.matches:
            return gap(Certainty.PROBABLE, f"the right begins with {mark}, which nothing opened")
        left, right = simplified(left), simplified(right)
        chances = _chances(left, right, self.counts)
        framed = frame(left, right)
        if framed:
            chances = _in_frame(chances)
        word = crossing_word(left, right)
        reasons = [f"P(join) {chances['join']:.2f}, P(gap) {chances['gap']:.2f}"]
        if word:
            reasons.append(f"the word {word} runs across the break")
        if found.matches:
            marks = found.open[-1] + PAIRS[found.open[-1]]
            reasons.append(f"{marks} opens on the left and closes on the right")
        elif found.open:
            reasons.append(f"{found.open[-1]} stays open")
        loose = framed or open_frame(left, right)
        if loose:
            reasons.append(f"the frame {loose} runs across the break")
        verdict = _VERDICTS[max(chances, key=lambda name: chances[name])]
        least = SURE_JOIN_SUPPORTED if word or found.matches or loose else SURE_JOIN
        sure = _sure(verdict, chances, SURE_JOIN_IN_FRAME if framed else least)
        if verdict is Verdict.GAP and _foreign(left[-1:] + right[:1]):
            # Counts of Han say little about a name in Latin letters or a number.
            sure = Certainty.DOUBTFUL
        if verdict is Verdict.GAP and _stays_open(found) and not _foreign(left[-1:] + right[:1]):
            # Of 35 such breaks in the break sets 34 are gaps.
            sure = max(sure, Certainty.PROBABLE, key=_SURENESS.index)
        if len(right) <= _SHORT and ends_sentence(right) and verdict is not Verdict.PARAGRAPH:
            # The last words of a paragraph: hardly ever all that is left of more.
            sure = Certainty.PROBABLE if verdict is Verdict.JOIN else Certainty.DOUBTFUL
        introduces = left.endswith(_COLONS) and verdict is not Verdict.PARAGRAPH
        if introduces and sure is Certainty.PROBABLE:
            # An introduction and its list are paragraphs of their own; the fit saw few of them.
            sure = Certainty.DOUBTFUL
        return Judgement(verdict, sure, tuple(reasons))


def _stays_open(found: Balance) -> bool:
    """Whether a quotation opens on the left that the right doesn't close, nor any other mark."""
    return bool(found.open) and found.open[-1] in QUOTES and not found.closed


def _is_bare_line(text: str) -> bool:
    """Whether a text is a line of its own, such as a name or a heading: short, no punctuation."""
    return len(text) <= _BARE and not any(mark in text for mark in "，。；：、？！")


def _foreign(signs: str) -> bool:
    return any(sign.isascii() and sign.isalnum() for sign in signs)


def _in_frame(chances: Mapping[str, float]) -> dict[str, float]:
    weights = {
        "join": chances["join"],
        "gap": chances["gap"] / FRAME_AGAINST_GAP,
        "paragraph": chances["paragraph"] / FRAME_AGAINST_PARAGRAPH,
    }
    whole = sum(weights.values())
    return {name: weight / whole for name, weight in weights.items()}


def _sure(verdict: Verdict, chances: Mapping[str, float], least: float) -> Certainty:
    chance = chances[str(verdict)]
    if verdict is Verdict.PARAGRAPH:
        return Certainty.CERTAIN if chance >= CERTAIN else Certainty.PROBABLE
    if chance >= CERTAIN:
        return Certainty.CERTAIN
    if verdict is Verdict.GAP:
        return Certainty.PROBABLE if chance >= SURE_GAP else Certainty.DOUBTFUL
    return Certainty.PROBABLE if chance >= least else Certainty.DOUBTFUL


def frame(left: str, right: str) -> str:
    """The frame of preposition and localizer that a break surely cuts (在…上，), or "".

    The clause begins with the preposition, and a comma, 、 or 的 follows the localizer, which may
    have a noun before it. Of 13 such breaks with a noun in the break sets all are joins.

    >>> frame("。在接下来的“开学第一课”", "上，全国劳动模范作了讲述")
    '在…上'
    >>> frame("。在街坊办的“谢谢，老蓝”", "故事会上，有人数了数")
    '在…上'
    >>> frame("市总工会在会", "上的工会"), frame("在会议中", "上，")
    ('', '')
    """
    clause = _clause(left)
    closes = _CLOSES.match(right)
    if closes is None or not clause.startswith("在") or _is_closed(clause):
        return ""
    return f"在…{closes['localizer']}"


def open_frame(left: str, right: str) -> str:
    """A frame that a break may cut (在…上): no localizer has closed it yet, or "".

    >>> open_frame("志愿服务队在原有12支队伍基础", "上扩充到22支")
    '在…上'
    >>> open_frame("在会议中", "上扩充到22支"), open_frame("队伍基础", "上扩充到22支")
    ('', '')
    """
    clause = _clause(left)
    place = clause.rfind("在")
    if place < 0 or _is_closed(clause[place:]):
        return ""
    return next((f"在…{word}" for word in LOCALIZERS if right.startswith(word)), "")


def _is_closed(clause: str) -> bool:
    """Whether a localizer closes the frame before the break."""
    return bool(set(cut(clause)) & set(LOCALIZERS))


def _clause(left: str) -> str:
    """The last clause before the break; a comma in a quotation doesn't end one."""
    near = left[-160:]
    plain = _QUOTED.sub(lambda found: "〇" * len(found.group()), near)
    return near[max(plain.rfind(mark) for mark in STOPS) + 1 :].lstrip()[:80]
