"""What is said of a break: a verdict with its certainty and its reasons."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.ledger import Certainty
from publisher.repairs.rule import Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on a break, how sure it is, and the reasons a person can check."""

    verdict: Verdict
    certainty: Certainty
    evidence: tuple[str, ...]

    @property
    def joins(self) -> bool:
        """Whether the pieces are to be joined without asking."""
        return self.verdict is Verdict.JOIN and self.certainty is not Certainty.DOUBTFUL


def gap(certainty: Certainty, *evidence: str) -> Judgement:
    """The judgement that text is lost between the pieces."""
    return Judgement(Verdict.GAP, certainty, evidence)


def paragraph(certainty: Certainty, *evidence: str) -> Judgement:
    """The judgement that a new paragraph begins."""
    return Judgement(Verdict.PARAGRAPH, certainty, evidence)


def join(certainty: Certainty, *evidence: str) -> Judgement:
    """The judgement that the pieces belong together."""
    return Judgement(Verdict.JOIN, certainty, evidence)
