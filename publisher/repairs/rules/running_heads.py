"""The rule running-heads: heads and feet that every page repeats are taken out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from publisher.ledger import Certainty
from publisher.repairs.evidence.standing_lines import EDGE, StandingLine, removal, standing_lines
from publisher.repairs.rule import Finding, Material, Rule

#: A head is repeated on so many pages, and on such a share of them.
_PAGES, _SHARE = 3, 0.2
#: Between two heads stands a page, in characters.
_PAGE = 20


def find(material: Material) -> Iterator[Finding]:
    """The repeated first and last lines of pages, digits apart; the text's first line stays."""
    text = material.text
    heads = [line for lines in _repeated(text) for line in lines if line.span.start > _start(text)]
    for line in sorted(heads, key=lambda line: line.span):
        evidence = (f"“{line.pattern}” is repeated from page to page",)
        yield Finding(removal(text, line.span), "", Certainty.CERTAIN, evidence)


def _start(text: str) -> int:
    return len(text) - len(text.lstrip())


def _repeated(text: str) -> Iterator[Sequence[StandingLine]]:
    groups: dict[str, list[StandingLine]] = defaultdict(list)
    for line in standing_lines(text):
        if any(sign.isalpha() for sign in line.pattern):
            groups[line.pattern].append(line)
    count = text.count("\f") + 1
    for lines in groups.values():
        if len(lines) >= _PAGES and (_at_edges(lines, count) or _numbered(lines)):
            yield lines


def _at_edges(lines: Sequence[StandingLine], count: int) -> bool:
    """Whether the lines stand at the same edge of enough pages."""
    pages = {line.page for line in lines}
    if len(pages) != len(lines) or len(pages) < max(_PAGES, _SHARE * count):
        return False
    return all(line.top < EDGE for line in lines) or all(line.foot < EDGE for line in lines)


def _numbered(lines: Sequence[StandingLine]) -> bool:
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


RULE = Rule("running-heads", 1, "heads and feet that every page repeats are taken out", find)
