"""The rule running-heads: heads and feet that every page repeats are taken out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from publisher.ledger import Certainty
from publisher.repairs.evidence.barriers import Kind, kind_of
from publisher.repairs.evidence.interruptions import Interruptions
from publisher.repairs.evidence.standing_lines import EDGE, StandingLine, removal, standing_lines
from publisher.repairs.rule import Finding, Material, Rule

#: A head is repeated on so many pages, and on such a share of them.
_PAGES, _SHARE = 3, 0.2
#: Between two heads stands a page, in characters: so much at least, and so much without a number.
_PAGE, _LONG_PAGE = 20, 40
#: A head without a number interrupts so many sentences, one of them surely.
_INTERRUPTED = 2
#: What such a head may look like: all else that interrupts a sentence has its own kind.
_HEADS = frozenset({Kind.PROSE, Kind.HEADING, Kind.FOLIO})
_LAYOUT = ("#", "*", ">", "|", "!")

_Lines = Sequence[StandingLine]


def find(material: Material) -> Iterator[Finding]:
    """The repeated first and last lines of pages, digits apart; the text's first line stays."""
    text = material.text
    found = sorted(_heads(material), key=lambda one: one[0].span)
    for line, certainty, reason in found:
        if line.span.start > len(text) - len(text.lstrip()):
            yield Finding(removal(text, line.span), "", certainty, (reason,))


def _heads(material: Material) -> Iterator[tuple[StandingLine, Certainty, str]]:
    """Every line that is a head or may be one, how sure that is, and why."""
    groups: dict[str, list[StandingLine]] = defaultdict(list)
    for line in standing_lines(material.text):
        if any(sign.isalpha() for sign in line.pattern):
            groups[line.pattern].append(line)
    pages = material.text.count("\f") + 1
    unnumbered: list[tuple[_Lines, Certainty]] = []
    interruptions = Interruptions(material)
    for pattern, lines in groups.items():
        if len(lines) < _PAGES:
            continue
        if _at_edges(lines, pages) or _numbered(lines):
            reason = f"“{pattern}” is repeated from page to page"
            yield from ((line, Certainty.CERTAIN, reason) for line in lines)
        elif certainty := _interrupting(lines, interruptions):
            unnumbered.append((lines, certainty))
    for same, certainty in unnumbered:
        # Of several such lines each may be the name of one who speaks.
        sure = certainty if len(unnumbered) == 1 else Certainty.DOUBTFUL
        reason = f"“{same[0].text}” is repeated, also inside a sentence"
        yield from ((line, sure, reason) for line in same)


def _at_edges(lines: _Lines, count: int) -> bool:
    """Whether the lines stand at the same edge of enough pages."""
    pages = {line.page for line in lines}
    if len(pages) != len(lines) or len(pages) < max(_PAGES, _SHARE * count):
        return False
    return all(line.top < EDGE for line in lines) or all(line.foot < EDGE for line in lines)


def _numbered(lines: _Lines) -> bool:
    """Whether the lines stand alone, a page apart, with one number that goes up.

    Chapters and parts are numbered from 1; a head on the first page would be the banner.
    """
    if not all(line.alone for line in lines) or 1 in lines[0].numbers:
        return False
    steps = [_step(left, right) for left, right in pairwise(lines)]
    return all(steps)


def _step(left: StandingLine, right: StandingLine) -> bool:
    """Whether one number goes up by one or two, as on every or every second page."""
    if right.span.start - left.span.end <= _PAGE or len(left.numbers) != len(right.numbers):
        return False
    rises = [b - a for a, b in zip(left.numbers, right.numbers, strict=True) if a != b]
    return len(rises) == 1 and rises[0] in (1, 2)


def _interrupting(lines: _Lines, interruptions: Interruptions) -> Certainty | None:
    """How sure the same line, alone and a page apart, is a head by the sentences it interrupts."""
    if any(line.text != lines[0].text or not line.alone for line in lines):
        return None
    if kind_of(lines[0].text) not in _HEADS or lines[0].text.startswith(_LAYOUT):
        return None
    if any(b.span.start - a.span.end < _LONG_PAGE for a, b in pairwise(lines)):
        return None
    told = [interruptions.at(line.span) for line in lines]
    if True not in told:
        return None
    inside = len(told) - told.count(False)
    return Certainty.PROBABLE if inside >= _INTERRUPTED else Certainty.DOUBTFUL


RULE = Rule("running-heads", 2, "heads and feet that every page repeats are taken out", find)
