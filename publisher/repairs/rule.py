"""The types of a repair: rule, finding, break, and the material a rule looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from publisher.ledger import Certainty
from publisher.text import GAP_MARK, Span

__all__ = [
    "GAP_MARK",
    "Break",
    "Finding",
    "Material",
    "Rule",
    "Tables",
    "Verdict",
]


class Verdict(StrEnum):
    """What a break between two pieces of text is."""

    JOIN = "join"
    PARAGRAPH = "paragraph"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Finding:
    """A proposal: `span` of the text should read `after`.

    Where `after` is what stands there already, the finding is a decision to leave it; such
    findings matter only with a `verdict`, which makes the finding an entry of `breaks`.
    """

    span: Span
    after: str
    certainty: Certainty
    evidence: tuple[str, ...] = ()
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A break as it was judged. `offset` is where its white space begins in the given text.

    `span` is all between both pieces there, what was taken out before too, as a running head.
    """

    offset: int
    span: Span
    verdict: Verdict
    certainty: Certainty
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """What a paper's archive adds to the shipped evidence; `publisher.learn` makes it.

    `name` and `digest` (SHA-256 of the table as a file) stand in the ledger of whatever was decided
    with it; `counts` is a table of `repairs.evidence.ngrams`.
    """

    name: str
    digest: str
    counts: object


@dataclass(frozen=True, slots=True)
class Answer:
    """What an editor says of the break between `left` and `right`, or of the words there.

    Both are quoted from the source, some characters each; white space in them doesn't count. So an
    answer keeps its address while the text elsewhere changes. Without a `verdict` it's an edit: all
    that stands between them, which is `before`, shall read `text`, white space and all.
    """

    left: str
    right: str
    verdict: Verdict | None
    before: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """What a rule may look at: the text as the rules before left it, its language, the evidence.

    `language` is a BCP 47 tag, or "" where it is not known and each rule goes by the script.
    `answers` are the editor's and win over every rule.
    """

    text: str
    language: str = ""
    tables: tuple[Tables, ...] = ()
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of damage and its repair; `name` is the name of its module and of its page.

    `languages` holds primary language subtags; an empty set means every language. `find` returns
    findings in order of place, without overlap, and never raises.
    """

    name: str
    version: int
    summary: str
    find: Callable[[Material], Iterable[Finding]]
    languages: frozenset[str] = frozenset()
