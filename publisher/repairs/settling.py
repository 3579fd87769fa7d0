"""What the editor's edits settle: made before any rule runs, and touched by none afterwards."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publisher.ledger import Certainty, Edit, Origin, Pass, apply
from publisher.repairs.evidence.answers import EVIDENCE, bare
from publisher.repairs.rule import Answer, Finding
from publisher.text import GAP_MARK, Span

#: What the ledger calls the pass of the editor's own edits.
NAME = "editors-answers"
VERSION = 1


class Bare:
    """A text without its white space, and the way back to the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = [place for place, sign in enumerate(text) if not sign.isspace()]
        self._signs = "".join(text[place] for place in self._places)

    def span(self, left: str, before: str, right: str) -> Span | None:
        """All between `left` and `right`, where `before` stands; None unless that is one place.

        White space in the three doesn't count. A side that is empty is the text's beginning or end.

        >>> Bare("他说： “好”。").span("他说：", "“好”", "。").of("他说： “好”。")
        ' “好”'
        """
        left, before, right = bare(left), bare(before), bare(right)
        sought = left + before + right
        at = self._signs.find(sought)
        if at < 0 or self._signs.find(sought, at + 1) >= 0:
            return None
        start, end = at + len(left), at + len(left) + len(before)
        if (not left and start) or (not right and end < len(self._signs)):
            return None
        return Span(
            self._places[start - 1] + 1 if start else 0,
            self._places[end] if end < len(self._signs) else len(self._text),
        )


def placed(source: str, answers: Iterable[Answer]) -> dict[Answer, Span]:
    """Where each edit of the editor stands in the source, in order of place.

    One that finds no place, more than one, or one that another edit has taken, is left out.
    """
    edits = [answer for answer in answers if answer.verdict is None]
    if not edits:
        return {}
    text = Bare(source)
    found = [(text.span(one.left, one.before, one.right), one) for one in edits]
    kept: dict[Answer, Span] = {}
    last = Span(0, 0)
    for span, answer in sorted(
        ((span, one) for span, one in found if span), key=lambda pair: pair[0]
    ):
        if not kept or (span.start >= last.end and span != last):
            kept[answer] = last = span
    return kept


def settle(source: str, settled: Mapping[Answer, Span]) -> tuple[str, list[Pass]]:
    """The source with the editor's edits made, and their pass, where anything changes."""
    edits = tuple(
        Edit(span, span.of(source), answer.text, Certainty.CERTAIN, (EVIDENCE,))
        for answer, span in settled.items()
        if answer.text != span.of(source)
    )
    return (apply(source, edits), [Pass(NAME, VERSION, edits)]) if edits else (source, [])


@dataclass(frozen=True, slots=True)
class Settled:
    """The spans of the source that the editor's edits have settled, in order."""

    spans: tuple[Span, ...]

    @classmethod
    def of(cls, settled: Mapping[Answer, Span]) -> Settled:
        """The spans of edits with their places."""
        return cls(tuple(settled.values()))

    def spared(self, findings: Sequence[Finding], text: str, back: Origin) -> tuple[Finding, ...]:
        """A rule's findings without those that touch what is settled.

        Where a rule moves text, a finding that takes it out and the one that puts it in behind stay
        or go together: nothing is lost, nothing stands twice.
        """
        if not self.spans:
            return tuple(findings)
        kept: list[Finding] = []
        for group in _moves(findings, text):
            free = [one for one in group if not self._touches(back.of(one.span))]
            if len(free) < len(group) and _puts_in(group[-1], text):
                free = [one for one in free if not _takes_out(one, text)]
                free = [one for one in free if not _puts_in(one, text)]
            kept += free
        return tuple(kept)

    def _touches(self, span: Span) -> bool:
        first = max(0, bisect_left(self.spans, span) - 1)
        for one in self.spans[first:]:
            if one.start > span.end:
                break
            if one == span or (one.start < span.end and span.start < one.end):
                return True
        return False


def _moves(findings: Iterable[Finding], text: str) -> Iterator[list[Finding]]:
    """Findings in order, each run up to one that puts in text that was moved."""
    group: list[Finding] = []
    for one in findings:
        group.append(one)
        if _puts_in(one, text):
            yield group
            group = []
    if group:
        yield group


def _puts_in(one: Finding, text: str) -> bool:
    return not bare(one.span.of(text)) and bare(one.after) not in {"", bare(GAP_MARK)}


def _takes_out(one: Finding, text: str) -> bool:
    return len(bare(one.after)) < len(bare(one.span.of(text)))
