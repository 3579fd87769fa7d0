"""The rule wrapped-headings: a heading of two lines is one; a heading over another stays two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.ledger import Certainty
from publisher.repairs.evidence.barriers import Kind
from publisher.repairs.evidence.line_blocks import Line, blocks, width_of
from publisher.repairs.evidence.scripts import joins_tightly
from publisher.repairs.evidence.spaced_seam import OPEN_WORDS
from publisher.repairs.evidence.words import crossing_word
from publisher.repairs.rule import Finding, Material, Rule
from publisher.text import Span

_MARKED = re.compile(
    r"^(?P<mark>#{1,6}) (?P<left>[^\n\f]{2,80})\n{1,2}(?P=mark) (?P<right>[^\n\f]{2,80})$",
    re.MULTILINE,
)
_POINT = re.compile(r"[.!?。！？…:：]['’\"”»」』]?$")

#: No line of a heading is wider, in half-width columns.
_WIDEST = 60


def find(material: Material) -> Iterator[Finding]:
    """Two lines of a heading that a word or a phrase runs across; marked ones are asked about."""
    found = [*_unmarked(material.text), *_marked(material.text)]
    return iter(sorted(found, key=lambda one: one.span))


def _unmarked(text: str) -> Iterator[Finding]:
    for block in blocks(text):
        if len(block) == 2 and all(_is_of_heading(line) for line in block):
            left, right = block
            reason = _runs_on(left.text, right.text)
            if reason:
                after = "" if joins_tightly(left.text[-1]) else " "
                span = Span(left.span.end, right.span.start)
                yield Finding(span, after, Certainty.PROBABLE, (reason,))


def _marked(text: str) -> Iterator[Finding]:
    """The marks of a source are its layout; only the editor may take one out."""
    for match in _MARKED.finditer(text):
        reason = _runs_on(match["left"].rstrip(), match["right"].lstrip())
        if reason:
            after = "" if joins_tightly(match["left"].rstrip()[-1]) else " "
            span = Span(match.end("left"), match.start("right"))
            yield Finding(span, after, Certainty.DOUBTFUL, (reason,))


def _is_of_heading(line: Line) -> bool:
    plain = line.kind is Kind.PROSE and not line.indent and not line.forced
    return plain and width_of(line.text) <= _WIDEST and not _POINT.search(line.text)


def _runs_on(left: str, right: str) -> str:
    if joins_tightly(left[-1]) and joins_tightly(right[0]):
        word = crossing_word(left, right)
        return f"the word {word} runs across the line's end" if word else ""
    last = left.rsplit(maxsplit=1)[-1].lower()
    if last in OPEN_WORDS and left[0].isupper() and " " in left:
        return f"no heading ends with “{last}”"
    return ""


RULE = Rule("wrapped-headings", 1, "a heading of two lines that runs on is made one", find)
