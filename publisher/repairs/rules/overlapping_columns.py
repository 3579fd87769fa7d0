"""The rule overlapping-columns: lines that two columns both hold are kept once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from publisher.ledger import Certainty
from publisher.repairs.evidence.line_blocks import width_of
from publisher.repairs.evidence.overlaps import exact_overlap, near_overlap
from publisher.repairs.evidence.paragraphs import paragraphs
from publisher.repairs.evidence.sentence_ends import ends_sentence
from publisher.repairs.rule import Finding, Material, Rule, Verdict
from publisher.text import Span

#: Areas overlap by a few lines, so wide together; a passage that is longer may be meant.
_LINES = 160
#: It is looked for in the end of the paragraph before, in characters.
_REACH = 600
#: So much of an end tells whether a sentence ends with it, in characters.
_END = 12


def find(material: Material) -> Iterator[Finding]:
    """The starts of paragraphs that repeat, to the letter or nearly, how the one before ends.

    A paragraph that is repeated whole may be meant so: the editor is asked, as of two readings of
    the same words, of which either may be right.
    """
    text = material.text
    for left, right in pairwise(paragraphs(text)):
        end, start = left.of(text)[-_REACH:], right.of(text)[: 2 * _REACH]
        length = exact_overlap(end, start)
        sentence = ends_sentence(end[-_END:])
        if length and length < len(left):
            yield _repeated(left, right, length, text, whole=sentence)
        elif not length and not sentence and (read := near_overlap(end, start)):
            yield from _read_twice(left, right, *read)


def _read_twice(left: Span, right: Span, end: str, start: str) -> Iterator[Finding]:
    if len(end) < len(left) and len(start) < len(right):
        evidence = ("two readings of the same words:", f"“{end}”", f"“{start}”")
        span = Span(left.end, right.start + len(start))
        yield Finding(span, "", Certainty.DOUBTFUL, evidence)


def _repeated(left: Span, right: Span, length: int, text: str, *, whole: bool) -> Finding:
    span = Span(left.end, right.start + length)
    evidence = ("the paragraph before ends with the same words",)
    runs_on = span.end < right.end and not whole
    if runs_on and width_of(text[right.start : span.end]) <= _LINES:
        return Finding(span, "", Certainty.PROBABLE, evidence, Verdict.JOIN)
    return Finding(span, "", Certainty.DOUBTFUL, evidence)


RULE = Rule("overlapping-columns", 2, "lines that two columns both hold are kept once", find)
