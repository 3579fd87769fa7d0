"""The engine: runs the rules in order; sure findings become edits, doubtful ones queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from publisher.ledger import Certainty, Edit, Ledger, Origin, Pass, Query, apply, digest
from publisher.repairs.rule import Break, Finding, Material, Rule
from publisher.text import Transcript


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
    """Run the rules over a transcript in the order given.

    `material` brings language and evidence; its text is replaced by the transcript's. Raises
    LedgerError where a rule's findings overlap: a bug of that rule.
    """
    text = transcript.text
    passes: list[Pass] = []
    queries: list[Query] = []
    breaks: list[Break] = []
    for rule in rules:
        if not applies(rule, material.language):
            continue
        findings = tuple(rule.find(replace(material, text=text)))
        if not findings:
            continue
        back = Origin(passes)
        breaks += [_break(one, back) for one in findings if one.verdict is not None]
        changes = [one for one in findings if one.after != one.span.of(text)]
        queries += [_query(rule, one, text, back) for one in changes if _doubtful(one)]
        edits = tuple(
            Edit(one.span, one.span.of(text), one.after, one.certainty, one.evidence)
            for one in changes
            if not _doubtful(one)
        )
        if edits:
            text = apply(text, edits)
            passes.append(Pass(rule.name, rule.version, edits))
    ledger = Ledger(
        source_digest=transcript.source_digest,
        encoding=transcript.encoding,
        passes=tuple(passes),
        queries=tuple(sorted(queries, key=lambda query: (query.span, query.rule))),
        text_digest=digest(text),
        evidence=tuple((table.name, table.digest) for table in material.tables),
    )
    ordered = tuple(sorted(breaks, key=lambda one: one.span))
    return Repaired(replace(transcript, text=text), ledger, ordered)


def _doubtful(finding: Finding) -> bool:
    return finding.certainty is Certainty.DOUBTFUL


def _break(finding: Finding, back: Origin) -> Break:
    assert finding.verdict is not None
    span = back.of(finding.span)
    return Break(span.start, span, finding.verdict, finding.certainty, finding.evidence)


def _query(rule: Rule, finding: Finding, text: str, back: Origin) -> Query:
    before = finding.span.of(text)
    question = f"{before!r} → {finding.after!r}?"
    if finding.verdict is not None:
        question = f"is this a {finding.verdict}?"
    return Query(
        rule.name, back.of(finding.span), before, finding.after, question, finding.evidence
    )
