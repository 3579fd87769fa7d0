"""The engine: runs the rules in order; sure findings become edits, doubtful ones queries."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from publisher.ledger import Certainty, Edit, Ledger, Origin, Pass, Query, apply, digest
from publisher.repairs.rule import Break, Finding, Material, Rule
from publisher.repairs.settling import Settled, placed, settle
from publisher.text import Span, Transcript

#: So often the rules run at most; texts that people write need two rounds, rarely three.
ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text with its ledger, the queries to the editor, and each break as judged."""

    transcript: Transcript
    ledger: Ledger
    breaks: tuple[Break, ...]

    @property
    def text(self) -> str:
        """The repaired text; lost text is marked `⟦gap⟧`."""
        return self.transcript.text

    @property
    def queries(self) -> tuple[Query, ...]:
        """The questions that only an editor can answer; their spans count in the source."""
        return self.ledger.queries


def applies(rule: Rule, language: str) -> bool:
    """Whether a rule is made for a language (a BCP 47 tag; "" is any)."""
    return not (rule.languages and language) or language.split("-")[0] in rule.languages


def repair(transcript: Transcript, rules: Sequence[Rule], material: Material) -> Repaired:
    """Run the rules over a transcript in the order given, and again until none changes anything.

    A repair may be what a rule before it waited for; so a second run over the result changes
    nothing. `material` brings language and evidence; its text is replaced by the transcript's.
    Raises LedgerError where a rule's findings overlap: a bug of that rule.
    """
    wanted = [rule for rule in rules if applies(rule, material.language)]
    settled = placed(transcript.text, material.answers)
    text, passes = settle(transcript.text, settled)
    breaks: dict[int, Break] = {}
    queries: tuple[Query, ...] = ()
    for _ in range(ROUNDS):
        known = len(passes)
        text, queries = _round(text, wanted, material, passes, breaks, Settled.of(settled))
        if len(passes) == known:
            break
    ledger = Ledger(
        source_digest=transcript.source_digest,
        encoding=transcript.encoding,
        passes=tuple(passes),
        queries=tuple(sorted(queries, key=lambda query: (query.span, query.rule))),
        text_digest=digest(text),
        evidence=tuple((table.name, table.digest) for table in material.tables),
    )
    ordered = tuple(sorted(breaks.values(), key=lambda one: one.span))
    return Repaired(replace(transcript, text=text), ledger, ordered)


def _round(
    text: str,
    rules: Sequence[Rule],
    material: Material,
    passes: list[Pass],
    breaks: dict[int, Break],
    settled: Settled,
) -> tuple[str, tuple[Query, ...]]:
    """The text after each rule ran once, and what is asked; edits go to `passes`.

    What the editor has settled no rule touches. A break stays as it was judged first unless a later
    round changes the text there. One that lies inside what a rule before has asked about is left
    open with it.
    """
    queries: list[Query] = []
    for rule in rules:
        findings = tuple(rule.find(replace(material, text=text)))
        if not findings:
            continue
        back = Origin(passes)
        findings = settled.spared(findings, text, back)
        findings = tuple(_left_open(findings, text, queries, back))
        changes = [one for one in findings if one.after != one.span.of(text)]
        queries += [_query(rule, one, text, back) for one in changes if _doubtful(one)]
        made = [one for one in changes if not _doubtful(one)]
        _judge(findings, made, text, back, breaks)
        if made:
            edits = tuple(_edit(one, text) for one in made)
            text = apply(text, edits)
            passes.append(Pass(rule.name, rule.version, edits))
    return text, tuple(queries)


def _left_open(
    findings: Sequence[Finding], text: str, queries: Sequence[Query], back: Origin
) -> Iterator[Finding]:
    """The findings; a break inside a query's span is doubtful with it, and nothing is changed."""
    asked = sorted(query.span for query in queries)
    for one in findings:
        if asked and one.verdict is not None:
            span = back.of(one.span)
            place = bisect_right(asked, span.start, key=lambda query: query.start) - 1
            if place >= 0 and asked[place].covers(span):
                yield replace(one, after=one.span.of(text), certainty=Certainty.DOUBTFUL)
                continue
        yield one


def _judge(
    findings: Sequence[Finding],
    made: Sequence[Finding],
    text: str,
    back: Origin,
    breaks: dict[int, Break],
) -> None:
    for one in findings:
        if one.verdict is not None and back.of(one.span).start not in breaks:
            judged = _break(one, text, back)
            breaks[judged.offset] = judged
    for one in made:
        if one.verdict is not None:
            judged = _break(one, text, back)
            breaks[judged.offset] = judged


def _edit(finding: Finding, text: str) -> Edit:
    before = finding.span.of(text)
    return Edit(finding.span, before, finding.after, finding.certainty, finding.evidence)


def _doubtful(finding: Finding) -> bool:
    return finding.certainty is Certainty.DOUBTFUL


def _break(finding: Finding, text: str, back: Origin) -> Break:
    """The break; its span is all between both pieces, what was taken out there before too."""
    assert finding.verdict is not None
    span = back.of(finding.span)
    start, end = finding.span.start, finding.span.end
    before = back.of(Span(start - 1, start)).end if start else span.start
    behind = back.of(Span(end, end + 1)).start if end < len(text) else span.end
    whole = Span(min(before, span.start), max(behind, span.end))
    return Break(span.start, whole, finding.verdict, finding.certainty, finding.evidence)


def _query(rule: Rule, finding: Finding, text: str, back: Origin) -> Query:
    before = finding.span.of(text)
    question = f"{before!r} → {finding.after!r}?"
    span = back.of(finding.span)
    if finding.verdict is not None:
        question = f"is this a {finding.verdict}?"
        span = _break(finding, text, back).span
    return Query(rule.name, span, before, finding.after, question, finding.evidence)
