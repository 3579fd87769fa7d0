"""Repair a text or a manuscript with what the paper's settings, archive and editor say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from publisher.config import IssueSettings, Settings, read_issue_settings, read_settings
from publisher.decisions import read_decisions, stale
from publisher.manuscripts import Manuscript
from publisher.repairs import Answer, Material, Repaired, Tables, repair
from publisher.repairs.catalogue import CATALOGUE
from publisher.repairs.evidence import ngrams, shipped_digests
from publisher.text import Transcript


def normalize(
    text: str, *, language: str | None = None, evidence: Tables | Sequence[Tables] = ()
) -> Repaired:
    """Repair page-split text.

    `language` is a BCP 47 tag; without it each block goes by its script and words. `evidence` is
    what `learn` made of a paper's archive. The result has `.text`, `.ledger`, `.queries` and
    `.breaks` (`.offset`, `.verdict`, `.certainty`, `.evidence`); lost text is marked `⟦gap⟧`.

    >>> normalize("同时，围绕产\\n\\n业链分层分类开展劳动竞赛。").text
    '同时，围绕产业链分层分类开展劳动竞赛。'
    """
    tables = (evidence,) if isinstance(evidence, Tables) else tuple(evidence)
    return _repair(Transcript.of(text), language or "", tables)


def learn(texts: Iterable[str], *, name: str = "archive") -> Tables:
    """What a paper has printed, as evidence for its repairs: `normalize(text, evidence=…)`.

    `texts` are clean texts with a paragraph a line. The same texts give the same digest, which
    stands in the ledger of what was decided with them.

    >>> learn(["围绕产业链分层分类开展劳动竞赛。"]).name
    'archive'
    """
    counts = ngrams.learned(texts)
    return Tables(name, sha256(counts.to_bytes()).hexdigest(), counts)


def _repair(
    transcript: Transcript,
    language: str,
    tables: tuple[Tables, ...] = (),
    answers: tuple[Answer, ...] = (),
) -> Repaired:
    material = Material(transcript.text, language, tables, answers)
    done = repair(transcript, CATALOGUE, material)
    used = (*shipped_digests(), *done.ledger.evidence)
    return replace(done, ledger=replace(done.ledger, evidence=used))


def repair_manuscript(
    manuscript: Manuscript, language: str = "", settings: Settings | None = None
) -> Repaired:
    """A manuscript's text repaired; a `language` that is given holds against the settings'.

    The answers in the decisions file beside it win over every rule. Without `settings`, those of
    the working folder hold. Raises UsageError where a file of settings or decisions is faulty.
    """
    project = read_settings(Path()) if settings is None else settings
    tongue = language or own_settings(manuscript.path).language or project.language
    answers = read_decisions(manuscript.path)
    return _repair(manuscript.transcript, tongue, _evidence(project), answers)


def _evidence(settings: Settings) -> tuple[Tables, ...]:
    """What the settings say that the paper's archive has learned."""
    if not settings.evidence:
        return ()
    from publisher.learning import evidence

    return evidence(settings)


def own_settings(issue: Path) -> IssueSettings:
    return read_issue_settings(issue) if issue.is_dir() else IssueSettings()


def stale_answers(manuscript: Manuscript, repaired: Repaired) -> tuple[Answer, ...]:
    """The editor's answers that found no break, or more than one: none of them was applied."""
    answers = read_decisions(manuscript.path)
    return stale(answers, manuscript.transcript.text, repaired)
