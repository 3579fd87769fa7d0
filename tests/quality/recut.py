"""More joins and gaps as in the break sets: their own paragraphs, cut again elsewhere."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from math import exp, log

from tests.quality.corpora import Sample

#: A cut leaves so much on both sides; so much is lost in a gap (log-uniform, as in the sets).
_EDGE = 8
_LOST = (5, 200)
#: Of the gaps cut from two paragraphs so many run over the paragraphs' end.
_OVER_END = 0.6

_NOT_FIRST = "，。！？；：、”’）》〉」』】％%… "
_NOT_LAST = "“‘（《〈「『【 "


def recut(found: Sequence[Sample], times: int) -> list[Sample]:
    """Joins and gaps at random places of the same paragraphs, up to `times` of each a sample."""
    chance = random.Random(11)
    return [new for sample in found for _ in range(times) for new in _cuts(sample, chance)]


def _cuts(sample: Sample, chance: random.Random) -> Iterator[Sample]:
    if sample.truth == "gap":
        return
    divided = sample.truth == "paragraph"
    both = sample.left + sample.right
    text = chance.choice((sample.left, sample.right)) if divided else both
    if len(text) <= 2 * _EDGE:
        return
    place = chance.randrange(_EDGE, len(text) - _EDGE)
    if not _may_cut(text, place):
        return
    yield Sample(sample.corpus, sample.group, "join", text[:place], text[place:])
    over = divided and chance.random() < _OVER_END
    text = both if over else text
    most = min(_LOST[1], len(text) - 2 * _EDGE)
    if most < _LOST[0]:
        return
    lost = round(exp(chance.uniform(log(_LOST[0]), log(most))))
    first, last = _EDGE, len(text) - lost - _EDGE
    if over:
        first, last = max(first, len(sample.left) - lost + 1), min(last, len(sample.left))
    if first >= last:
        return
    start = chance.randrange(first, last)
    if _may_cut(text, start) and _may_cut(text, start + lost):
        left, right = text[:start], text[start + lost :]
        yield Sample(sample.corpus, sample.group, "gap", left, right)


def _may_cut(text: str, place: int) -> bool:
    """Whether a line may end at a place: before no closing mark, in no number or Latin word."""
    before, behind = text[place - 1], text[place]
    if behind in _NOT_FIRST or before in _NOT_LAST:
        return False
    return not (before.isascii() and behind.isascii())
