"""The ledger: a text's changes in ordered passes, their undoing, and the way back to the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import accumulate

from publisher.errors import LedgerError
from publisher.text import Encoding, Span


class Certainty(StrEnum):
    """How sure a finding is: `certain` and `probable` become edits, `doubtful` a query."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement: `span` held `before` and holds `after` now.

    `span` counts in the text the pass began with. `evidence` is what a person can check, a line
    each.
    """

    span: Span
    before: str
    after: str
    certainty: Certainty
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pass:
    """The edits of one rule, in order of place and without overlap."""

    rule: str
    version: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the editor about `span` of the source: may it become `proposal`?"""

    rule: str
    span: Span
    before: str
    proposal: str
    question: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was done to a text: passes in the order they ran, queries, and both ends' digests.

    `source_digest` is of the bytes read, `text_digest` of the UTF-8 form of the text after the
    last pass. `evidence` names the tables used (name and digest).
    """

    source_digest: str
    encoding: Encoding
    passes: tuple[Pass, ...]
    queries: tuple[Query, ...]
    text_digest: str
    evidence: tuple[tuple[str, str], ...] = ()


def digest(text: str) -> str:
    """The SHA-256 of a text's UTF-8 form, hexadecimal; unpaired surrogates count as they stand."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made.

    Raises LedgerError where `before` isn't what stands there, or edits overlap or run backwards.

    >>> apply("围绕产\\n\\n业链", [Edit(Span(3, 5), "\\n\\n", "", Certainty.CERTAIN)])
    '围绕产业链'
    """
    parts: list[str] = []
    place = 0
    for edit in edits:
        if edit.span.start < place:
            raise LedgerError(f"edits overlap at character {edit.span.start}")
        if edit.span.of(text) != edit.before:
            raise LedgerError(
                f"characters {edit.span.start}–{edit.span.end} are {edit.span.of(text)!r},"
                f" not {edit.before!r}"
            )
        parts += [text[place : edit.span.start], edit.after]
        place = edit.span.end
    parts.append(text[place:])
    return "".join(parts)


def inverse(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that take a pass back.

    >>> edits = (Edit(Span(1, 2), " ", "", Certainty.CERTAIN),)
    >>> apply(apply("工 会", edits), inverse(edits))
    '工 会'
    """
    undone: list[Edit] = []
    shift = 0
    for edit in edits:
        start = edit.span.start + shift
        span = Span(start, start + len(edit.after))
        undone.append(Edit(span, edit.after, edit.before, edit.certainty, edit.evidence))
        shift += len(edit.after) - len(edit.before)
    return tuple(undone)


def revert(ledger: Ledger, text: str) -> str:
    """The source's text: the passes undone, the last first.

    Raises LedgerError where the text isn't the one the ledger was kept for.
    """
    if digest(text) != ledger.text_digest:
        raise LedgerError("the text is not the one this ledger was kept for")
    for one in reversed(ledger.passes):
        text = apply(text, inverse(one.edits))
    return text


def restore(ledger: Ledger, text: str) -> bytes:
    """The source's bytes; LedgerError where the digest differs from what was read."""
    source = revert(ledger, text)
    data = ledger.encoding.encode(source)
    if sha256(data).hexdigest() != ledger.source_digest:
        raise LedgerError("the ledger undone does not give the source's bytes")
    return data


def _shifts(edits: Iterable[Edit]) -> list[int]:
    """How far what follows is moved before each edit, and behind the last."""
    return list(accumulate((len(e.after) - len(e.before) for e in edits), initial=0))


class _Back:
    """A pass seen from its result: where a place came from."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = edits
        self.shifts = _shifts(edits)
        self.starts = [e.span.start + shift for e, shift in zip(edits, self.shifts, strict=False)]

    def place(self, at: int, *, end: bool) -> int:
        character = at - 1 if end else at
        index = bisect_right(self.starts, character) - 1
        if index < 0:
            return at
        edit = self.edits[index]
        if character < self.starts[index] + len(edit.after):
            return edit.span.end if end else edit.span.start
        return at - self.shifts[index + 1]


class Origin:
    """The way from a repaired text back to its source, made once for many questions.

    >>> edits = (Edit(Span(3, 5), "\\n\\n", "", Certainty.CERTAIN),)
    >>> Origin((Pass("broken-paragraphs", 1, edits),)).of(Span(2, 4))
    Span(start=2, end=6)
    """

    def __init__(self, passes: Sequence[Pass]) -> None:
        self._backs = [_Back(one.edits) for one in reversed(passes)]

    def of(self, span: Span) -> Span:
        """The smallest span of the source that the given span of the result was made from."""
        start, end = span.start, span.end
        for back in self._backs:
            start = back.place(start, end=False)
            end = max(start, back.place(end, end=True)) if len(span) else start
        return Span(start, end)


def origin(ledger: Ledger, span: Span) -> Span:
    """Where a span of the repaired text stands in the source's text (see `Origin`)."""
    return Origin(ledger.passes).of(span)


class _Forth:
    """A pass seen from the text it began with: where a place goes."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = edits
        self.shifts = _shifts(edits)

    def place(self, at: int) -> int:
        index = bisect_left(self.edits, at, key=lambda edit: edit.span.start) - 1
        if index >= 0 and at < self.edits[index].span.end:
            edit = self.edits[index]
            return edit.span.start + self.shifts[index] + len(edit.after)
        return at + self.shifts[index + 1]


class Landing:
    """The way from a source's text into the repaired one, made once for many questions.

    >>> edits = (Edit(Span(3, 5), "\\n\\n", "", Certainty.CERTAIN),)
    >>> landing = Landing((Pass("broken-paragraphs", 1, edits),))
    >>> [landing.of(place) for place in (3, 4, 6)]
    [3, 3, 4]
    """

    def __init__(self, passes: Iterable[Pass]) -> None:
        self._forths = [_Forth(one.edits) for one in passes]

    def of(self, place: int) -> int:
        """Where a place lies after the passes: at a change's end if inside one."""
        for forth in self._forths:
            place = forth.place(place)
        return place
