"""What of a repair an editor may judge: changes, questions, breaks as they stand. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from publisher.ledger import Certainty, Origin
from publisher.repairs import Answer, Repaired, Verdict
from publisher.repairs.evidence.answers import EVIDENCE, bare
from publisher.repairs.settling import NAME, placed
from publisher.text import GAP_MARK, Span

#: The only rule whose breaks take a verdict for an answer; what others change takes an edit.
BREAKS = "broken-paragraphs"


class Nature(StrEnum):
    """What a point is: a change that was made, a question, or a break left as it stands."""

    REPAIR = "repair"
    QUESTION = "question"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Point:
    """A place of the source that an editor may judge.

    `before` is what stands at `span` of the source, `after` what stands in the text, or would.
    `verdict` is a break's as judged. `answer` is the editor's. `moved` says that the change takes
    other text along.
    """

    span: Span
    nature: Nature
    rule: str
    before: str
    after: str
    certainty: Certainty
    evidence: tuple[str, ...] = ()
    verdict: Verdict | None = None
    answer: Answer | None = None
    moved: bool = False

    @property
    def id(self) -> str:
        """What the point is called: by its place in the source, so it keeps while others change."""
        return f"{self.span.start}-{self.span.end}"

    @property
    def answered(self) -> bool:
        """Whether the editor has said something of it."""
        return self.answer is not None

    @property
    def asks(self) -> bool:
        """Whether an editor should look: what is asked, what is only probable, and lost text.

        What has been answered stays among what asks, so that progress can be told.
        """
        if self.answered:
            return True
        if self.nature is Nature.BREAK or (self.moved and self.verdict is None):
            return False
        return self.certainty is not Certainty.CERTAIN or self.verdict is Verdict.GAP

    @property
    def quiet(self) -> bool:
        """Whether it is only worth a look where somebody asks for its rule.

        Such are breaks as they stand, and white space that certainly changes.
        """
        if self.asks:
            return False
        white = self.verdict is None and bare(self.before) == bare(self.after)
        return self.nature is Nature.BREAK or white


def points(source: str, repaired: Repaired, answers: Iterable[Answer]) -> tuple[Point, ...]:
    """Every point of a repair, in order of place; each place is one point.

    >>> from publisher.pipeline import normalize
    >>> source = "同时，围绕产\\n\\n业链分层分类开展劳动竞赛。"
    >>> [(one.id, one.rule, str(one.verdict)) for one in points(source, normalize(source), ())]
    [('6-8', 'broken-paragraphs', 'join')]
    """
    told = tuple(answers)
    found: dict[Span, Point] = {}
    for one in (*_edits(source, told), *_changes(source, repaired), *_queries(source, repaired)):
        found.setdefault(one.span, one)
    index = _Answered(source, told)
    begun = {one.span.start: one for one in found.values() if one.rule == BREAKS and one.before}
    for judged in repaired.breaks:
        span, before = judged.span, judged.span.of(source)
        stands = Point(span, Nature.BREAK, BREAKS, before, before, judged.certainty)
        known = begun.get(judged.offset) or found.get(span, stands)
        if known.rule != BREAKS:
            continue
        found.pop(known.span, None)
        found[span] = replace(
            known,
            span=span,
            certainty=max(known.certainty, judged.certainty, key=list(Certainty).index),
            evidence=judged.evidence,
            verdict=_verdict(known) or judged.verdict,
            answer=index.at(span) if EVIDENCE in judged.evidence else None,
        )
    return tuple(found[span] for span in sorted(found))


def _verdict(point: Point) -> Verdict | None:
    """What a question about a break asks; a first round may have judged it otherwise."""
    if point.nature is not Nature.QUESTION:
        return None
    return Verdict.GAP if GAP_MARK in point.after else Verdict.JOIN


def _edits(source: str, answers: Iterable[Answer]) -> Iterator[Point]:
    for answer, span in placed(source, answers).items():
        yield Point(
            span,
            Nature.REPAIR,
            NAME,
            span.of(source),
            answer.text,
            Certainty.CERTAIN,
            (EVIDENCE,),
            answer=answer,
        )


def _changes(source: str, repaired: Repaired) -> Iterator[Point]:
    for number, one in enumerate(repaired.ledger.passes):
        if one.rule == NAME:
            continue
        back = Origin(repaired.ledger.passes[:number])
        for edit in one.edits:
            printed = bare(edit.after).replace(bare(GAP_MARK), "")
            yield Point(
                back.of(edit.span),
                Nature.REPAIR,
                one.rule,
                edit.before,
                edit.after,
                edit.certainty,
                edit.evidence,
                moved=one.rule == BREAKS and bare(edit.before) != printed,
            )


def _queries(source: str, repaired: Repaired) -> Iterator[Point]:
    for query in repaired.queries:
        yield Point(
            query.span,
            Nature.QUESTION,
            query.rule,
            query.before,
            query.proposal,
            Certainty.DOUBTFUL,
            query.evidence or (query.question,),
        )


class _Answered:
    """The answers on breaks, found by what stands around them."""

    def __init__(self, source: str, answers: Iterable[Answer]) -> None:
        self._source = source
        by_end: dict[str, list[Answer]] = {}
        for one in answers:
            if one.verdict is not None:
                by_end.setdefault(bare(one.left)[-3:], []).append(one)
        self._by_end: Mapping[str, list[Answer]] = by_end

    def at(self, span: Span) -> Answer | None:
        before = bare(self._source[max(0, span.start - 400) : span.start])
        behind = bare(self._source[span.end : span.end + 400])
        for one in self._by_end.get(before[-3:], ()):
            if before.endswith(bare(one.left)) and behind.startswith(bare(one.right)):
                return one
        return None
