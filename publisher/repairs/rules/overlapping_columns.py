"""The rule overlapping-columns: lines that two columns both hold are kept once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from publisher.ledger import Certainty
from publisher.repairs.evidence.line_blocks import width_of
from publisher.repairs.evidence.paragraphs import paragraphs
from publisher.repairs.evidence.sentence_ends import ends_sentence
from publisher.repairs.rule import Finding, Material, Rule, Verdict
from publisher.text import Span

#: What is repeated is at least so wide, in half-width columns: no refrain is.
_WIDTH = 40
#: Areas overlap by a few lines, so wide together; a passage that is longer may be meant.
_LINES = 160
#: It is looked for in the end of the paragraph before, in characters.
_REACH = 600
_KEY = 12


def find(material: Material) -> Iterator[Finding]:
    """The starts of paragraphs that repeat, to the letter, how the paragraph before ends.

    A paragraph that is repeated whole may be meant so: the editor is asked.
    """
    text = material.text
    for left, right in pairwise(paragraphs(text)):
        length = _overlap(left.of(text)[-_REACH:], right.of(text)[: 2 * _REACH])
        if not length or length == len(left):
            continue
        span = Span(left.end, right.start + length)
        evidence = ("the paragraph before ends with the same words",)
        runs_on = span.end < right.end and not ends_sentence(left.of(text)[-_KEY:])
        if runs_on and width_of(text[right.start : span.end]) <= _LINES:
            yield Finding(span, "", Certainty.PROBABLE, evidence, Verdict.JOIN)
        else:
            yield Finding(span, "", Certainty.DOUBTFUL, evidence)


def _overlap(left: str, right: str) -> int:
    """How many characters the end of the left and the start of the right share; 0 is too few.

    >>> _overlap("the boats came in with the tide that night, and nobody saw",
    ...          "with the tide that night, and nobody saw them go out again")
    40
    """
    place = left.find(right[:_KEY])
    while place >= 0:
        length = len(left) - place
        if right.startswith(left[place:]) and width_of(left[place:]) >= _WIDTH:
            return length
        place = left.find(right[:_KEY], place + 1)
    return 0


RULE = Rule("overlapping-columns", 1, "lines that two columns both hold are kept once", find)
