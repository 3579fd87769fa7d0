"""The judge of breaks in Japanese."""

from __future__ import annotations

import re

from publisher.ledger import Certainty
from publisher.repairs.evidence.balance import balance
from publisher.repairs.evidence.judgement import Judgement, join, paragraph
from publisher.repairs.evidence.sentence_ends import ends_sentence

_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]")
#: Particles and endings that a sentence goes on after.
_OPEN_END = re.compile(r"[をがはにでとのへやて、]$")
_HEADING = 40


def judge(left: str, right: str) -> Judgement:
    """The judgement on a break in Japanese text.

    >>> str(judge("市は来月から新しい図書館サー", "ビスを始めると発表した。").verdict)
    'join'
    >>> str(judge("市立病院、夜間診療を再開", "市立病院は一日、夜間の診療を再開した。").verdict)
    'paragraph'
    """
    found = balance(left, right)
    if ends_sentence(left):
        return paragraph(Certainty.CERTAIN, "a sentence ends on the left")
    if found.matches:
        return join(Certainty.CERTAIN, "a mark opens on the left and closes on the right")
    if left[-1:] in "」』":
        return paragraph(Certainty.PROBABLE, "a line of speech ends on the left")
    if _KATAKANA.match(left[-1:]) and _KATAKANA.match(right[:1]):
        return join(Certainty.CERTAIN, "a word in katakana runs across the break")
    if _OPEN_END.search(left):
        return join(Certainty.CERTAIN, f"no sentence ends with {left[-1]}")
    if len(left) <= _HEADING and "。" not in left:
        return paragraph(Certainty.PROBABLE, "the left is short and has no sentence's end")
    return join(Certainty.PROBABLE, "no sentence ends on the left")
