"""The rule columns-read-across: text of two columns read line by line is reported, never mended."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.ledger import Certainty
from publisher.repairs.evidence.columns import unfolded
from publisher.repairs.evidence.line_blocks import blocks
from publisher.repairs.rule import Finding, Material, Rule
from publisher.text import Span


def find(material: Material) -> Iterator[Finding]:
    """The blocks of which each line holds a line of two columns, with the order they may have had.

    What the page looked like is not in the text, so each is a question to the editor.
    """
    for block in blocks(material.text):
        proposal = unfolded(block)
        if proposal:
            span = Span(block[0].span.start, block[-1].span.end)
            evidence = ("each line holds a line of two columns",)
            yield Finding(span, proposal, Certainty.DOUBTFUL, evidence)


RULE = Rule("columns-read-across", 1, "text of two columns read line by line is reported", find)
