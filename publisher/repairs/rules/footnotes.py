"""The rule footnotes: a note at a page's foot and its glued number are marked as what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.ledger import Certainty
from publisher.repairs.evidence.sentence_ends import ends_sentence
from publisher.repairs.rule import Finding, Material, Rule
from publisher.text import Span

_NOTE = re.compile(
    r"(?:\A|(?<=\n\n)|(?<=\f))(?P<number>[1-9]\d?|[¹²³⁴⁵⁶⁷⁸⁹])(?P<dot>[.)]?) "
    r"(?P<text>[^\W\d_a-z][^\n\f]{8,400}[.!?»”])(?=\n|\f|\Z)"
)
_SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")

#: A note's number stands so far before it at most, in characters: on the same page.
_REACH = 6000


@dataclass(frozen=True, slots=True)
class _Note:
    number: str
    mark: Span
    start: int


def find(material: Material) -> Iterator[Finding]:
    """The numbers of notes, in the text and before the note, where one tells of the other."""
    text = material.text
    findings: list[Finding] = []
    for match in _NOTE.finditer(text):
        number = match["number"].translate(_SUPERSCRIPTS)
        mark = Span(match.start("number"), match.start("text"))
        reference = _reference(text, match["number"], match.start())
        if reference is not None:
            evidence = (f"a note {number} stands below, and its number in the text above",)
            findings += [
                Finding(reference, f"[^{number}]", Certainty.PROBABLE, evidence),
                Finding(mark, f"[^{number}]: ", Certainty.PROBABLE, evidence),
            ]
        elif not match["dot"] and _interrupts(text, match):
            evidence = ("it stands between the halves of a sentence",)
            findings.append(Finding(mark, f"[^{number}]: ", Certainty.PROBABLE, evidence))
    yield from sorted({one.span: one for one in findings}.values(), key=lambda one: one.span)


def _reference(text: str, number: str, before: int) -> Span | None:
    """The one place above where the number is glued to the end of a sentence or a word."""
    glued = re.compile(
        rf"(?:(?<=[^\W\d_][.,;!?])|(?<=\d{{4}}\.)|(?<=[”’\"»)])|(?<=[^\W\d_]{{3}})){number}(?=\s+[^\W\d_]|\s*\n)"
    )
    found = [match.span() for match in glued.finditer(text, max(0, before - _REACH), before)]
    return Span(*found[0]) if len(found) == 1 else None


def _interrupts(text: str, match: re.Match[str]) -> bool:
    left = text[max(0, match.start() - 200) : match.start()].rstrip()
    right = text[match.end() : match.end() + 50].lstrip()
    return bool(left) and left[-1].isalpha() and not ends_sentence(left) and right[:1].islower()


RULE = Rule("footnotes", 1, "notes at a page's foot and their glued numbers are marked", find)
