"""Repairs as people read them: each change in its place, each decision with its reasons."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from publisher.cli.console import styled
from publisher.ledger import Certainty, Origin
from publisher.repairs import Repaired, Verdict
from publisher.text import Span

#: How many characters of context stand on each side of a change.
CONTEXT = 24

_COLOURS = {
    Certainty.CERTAIN: "green",
    Certainty.PROBABLE: "cyan",
    Certainty.DOUBTFUL: "yellow",
}
_SHOWN = {"\n": "↵", "\f": "␌", "\r": "␍", "\t": "⇥", "\u3000": "□", "\u00ad": "‧", "\u2028": "⤶"}


class Lines:
    """Places of a text as `line:column`, both from 1.

    >>> Lines("报纸\\n头版").place(3)
    '2:1'
    """

    def __init__(self, text: str) -> None:
        self._starts = [0]
        for line in text.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def place(self, offset: int) -> str:
        """The line and column of a character."""
        line = bisect_right(self._starts, offset) - 1
        return f"{line + 1}:{offset - self._starts[line] + 1}"


def shown(text: str) -> str:
    """White space and other unseen characters as signs.

    >>> shown("产\\n\\n业")
    '产↵↵业'
    """
    return "".join(_SHOWN.get(character, character) for character in text)


def difference(source: str, repaired: Repaired) -> str:
    """Every change of the text: where in the source, by which rule, before and after."""
    lines = Lines(source)
    parts: list[str] = []
    for number, one in enumerate(repaired.ledger.passes):
        back = Origin(repaired.ledger.passes[:number])
        for edit in one.edits:
            span = back.of(edit.span)
            head = f"{lines.place(span.start)}  {one.rule}  "
            parts.append(head + styled(str(edit.certainty), _COLOURS[edit.certainty]))
            parts.append("  - " + _in_context(source, span, shown(edit.before), "red"))
            parts.append("  + " + _in_context(source, span, shown(edit.after), "green"))
    return "\n".join(parts) or "no change"


def explanation(source: str, repaired: Repaired) -> str:
    """Every break as judged, every other change, and the questions left for the editor."""
    lines = Lines(source)
    parts = [*_breaks(source, repaired, lines), *_other_edits(source, repaired, lines)]
    if repaired.queries:
        parts += ["", styled("For the editor:", bold=True)]
    for query in repaired.queries:
        parts.append(f"{lines.place(query.span.start)}  {query.rule}: {query.question}")
        parts.append("    " + _in_context(source, query.span, shown(query.before), "yellow"))
        parts += [f"    · {reason}" for reason in query.evidence]
    return "\n".join(parts) or "nothing to explain: no break, no change, no doubt"


def _breaks(source: str, repaired: Repaired, lines: Lines) -> Iterator[str]:
    for one in repaired.breaks:
        certainty = styled(str(one.certainty), _COLOURS[one.certainty])
        yield f"{lines.place(one.offset)}  {one.verdict}  {certainty}"
        if one.verdict is not Verdict.PARAGRAPH or one.certainty is Certainty.DOUBTFUL:
            yield "    " + _in_context(source, one.span, " / ", _COLOURS[one.certainty])
        yield from (f"    · {reason}" for reason in one.evidence)


def _other_edits(source: str, repaired: Repaired, lines: Lines) -> Iterator[str]:
    judged = {one.offset: one.span for one in repaired.breaks}
    for number, one in enumerate(repaired.ledger.passes):
        back = Origin(repaired.ledger.passes[:number])
        for edit in one.edits:
            span = back.of(edit.span)
            if span.start in judged and judged[span.start].covers(span):
                continue
            change = f"{shown(edit.before)!r} → {shown(edit.after)!r}"
            yield f"{lines.place(span.start)}  {one.rule}  {edit.certainty}  {change}"
            yield from (f"    · {reason}" for reason in edit.evidence)


def _in_context(source: str, span: Span, middle: str, colour: str) -> str:
    left = source[max(0, span.start - CONTEXT) : span.start]
    right = source[span.end : span.end + CONTEXT]
    return shown(left) + styled(middle or "·", colour, bold=True) + shown(right)
