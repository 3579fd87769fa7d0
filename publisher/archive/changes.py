"""The changes of a ledger at their places in the source, each with its surroundings, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.ledger import Ledger, Origin
from publisher.text import Span

#: How many characters of the source stand on each side of a change.
CONTEXT = 16

_SHOWN = str.maketrans({"\n": "↵", "\f": "␌", "\r": "␍", "\t": "⇥", "\u00ad": "‧"})


@dataclass(frozen=True, slots=True)
class Change:
    """An edit, or a question left open (`open`), at a span of the source's text."""

    span: Span
    rule: str
    before: str
    after: str
    left: str
    right: str
    certainty: str
    evidence: tuple[str, ...]
    open: bool = False


def changes(ledger: Ledger, source: str) -> tuple[Change, ...]:
    """The edits and the open questions of a ledger, in the order of their places in the source."""
    return tuple(sorted(_changes(ledger, source), key=lambda one: (one.span, one.open)))


def _changes(ledger: Ledger, source: str) -> Iterator[Change]:
    for number, one in enumerate(ledger.passes):
        back = Origin(ledger.passes[:number])
        for edit in one.edits:
            yield _change(
                source, back.of(edit.span), one.rule, (edit.before, edit.after), edit.certainty,
                edit.evidence,
            )  # fmt: skip
    for query in ledger.queries:
        yield _change(
            source, query.span, query.rule, (query.before, query.proposal), "doubtful",
            (query.question, *query.evidence), open=True,
        )  # fmt: skip


def _change(
    source: str,
    span: Span,
    rule: str,
    words: tuple[str, str],
    certainty: str,
    evidence: tuple[str, ...],
    *,
    open: bool = False,
) -> Change:
    before, after = (shown(one) for one in words)
    left = shown(source[max(0, span.start - CONTEXT) : span.start])
    right = shown(source[span.end : span.end + CONTEXT])
    return Change(span, rule, before, after, left, right, str(certainty), evidence, open)


def shown(text: str) -> str:
    """White space that would not be seen, as signs.

    >>> shown("产\\n\\n业")
    '产↵↵业'
    """
    return text.translate(_SHOWN)
