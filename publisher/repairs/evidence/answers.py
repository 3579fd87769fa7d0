"""The editor's answers: what a person says of a break wins over every rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from publisher.ledger import Certainty
from publisher.repairs.evidence.judgement import Judgement
from publisher.repairs.rule import Answer

#: The reason that stands in the ledger for what an editor decided.
EVIDENCE = "the editor's answer"

#: Answers are found by so many characters before the break.
_KEY = 3


def bare(text: str) -> str:
    """Text without white space: what an address is compared by.

    >>> bare(" 着 力\\n")
    '着力'
    """
    return "".join(text.split())


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers by the end of what stands before their break."""

    by_end: dict[str, tuple[Answer, ...]]

    @classmethod
    def of(cls, answers: Iterable[Answer]) -> Answers:
        """An index of answers on breaks; those too short to address anything are left out."""
        index: dict[str, tuple[Answer, ...]] = {}
        for answer in answers:
            if answer.verdict is None:
                continue
            end = bare(answer.left)[-_KEY:]
            if len(end) == _KEY and bare(answer.right):
                index[end] = (*index.get(end, ()), answer)
        return cls(index)

    def at(self, left: str, right: str) -> Iterator[Answer]:
        """The answers that a break between two pieces is the address of."""
        if not self.by_end:
            return
        before, behind = bare(left[-200:]), bare(right[:200])
        for answer in self.by_end.get(before[-_KEY:], ()):
            if before.endswith(bare(answer.left)) and behind.startswith(bare(answer.right)):
                yield answer


def judged(answer: Answer) -> Judgement:
    """The judgement that an answer is."""
    assert answer.verdict is not None
    return Judgement(answer.verdict, Certainty.CERTAIN, (EVIDENCE,))
