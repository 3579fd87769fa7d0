"""The rule hard-wraps: the lines of a paragraph become one, lines that stand alone stand apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.ledger import Certainty
from publisher.repairs.evidence.barriers import Kind, is_name_and_place
from publisher.repairs.evidence.columns import unfolded
from publisher.repairs.evidence.line_blocks import Line, blocks
from publisher.repairs.evidence.lone_lines import lone_places
from publisher.repairs.evidence.wraps import (
    LineEnd,
    column_width,
    first_indent,
    glue,
    is_wrapped,
    line_ends,
    paragraphs_apart,
)
from publisher.repairs.rule import Finding, Material, Rule
from publisher.text import Span

#: A wrapped block of fewer lines tells too little of where its paragraphs end.
_TELLING = 4


def find(material: Material) -> Iterator[Finding]:
    """For each block of lines: the line ends inside paragraphs, and those between paragraphs."""
    found = [
        (block, line_ends(block, material.language))
        for block in blocks(material.text)
        if not any(line.kind is Kind.TABLE for line in block)
        and not unfolded(block)
        and not is_name_and_place(material.text[block[0].span.start : block[-1].span.end])
    ]
    column = column_width(end for block, ends in found for end in _telling(block, ends))
    indent = first_indent(end for _, ends in found for end in ends)
    for block, ends in found:
        yield from _in_block(block, ends, column, indent)


def _telling(block: Sequence[Line], ends: Sequence[LineEnd]) -> Iterator[LineEnd]:
    """The line ends that tell a column's width: all where the block itself wraps."""
    whole = is_wrapped(block, ends, 0)
    return (end for end in ends if whole or end.sure)


def _in_block(
    block: Sequence[Line], ends: Sequence[LineEnd], column: int, indent: int
) -> Iterator[Finding]:
    apart = lone_places(block, runs_on=any(end.sure for end in ends), first_indent=indent)
    wrapped = is_wrapped(block, ends, column)
    if wrapped and len(block) >= _TELLING:
        reason = "the line before ends a sentence and has room left"
        apart = dict.fromkeys(paragraphs_apart(ends), reason) | apart
    for place, end in enumerate(ends, start=1):
        if place in apart:
            yield _apart(end, apart[place])
        elif wrapped and end.is_wrap:
            yield _joined(end)


def _apart(end: LineEnd, reason: str) -> Finding:
    start, stop = end.left.span.end, end.right.span.start - end.right.indent
    return Finding(Span(start, stop), "\n\n", Certainty.PROBABLE, (reason,))


def _joined(end: LineEnd) -> Finding:
    span = Span(end.left.span.end, end.right.span.start)
    reason = end.sure or "the line is full and no sentence ends with it"
    return Finding(span, glue(end.left, end.right), end.certainty, (reason,))


RULE = Rule(
    "hard-wraps",
    1,
    "lines of a paragraph become one, lists, speech and signatures stand apart",
    find,
)
