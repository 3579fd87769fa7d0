"""The rule quotation-marks: marks that face the wrong way are turned, where the pairs are sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publisher.ledger import Certainty
from publisher.repairs.rule import Finding, Material, Rule
from publisher.text import Span

_LINE = re.compile(r"[^\n\f]+")
_MARK = re.compile("[“”]")
_TEX = re.compile(r"``(?=[^\s`'])([^`'\n\f]{1,300}[^\s`'])''")
_HAN = re.compile("[\u4e00-\u9fff]")
#: What stands before a mark that opens, and after one that closes.
_BEFORE_OPENING = re.compile(r"[\s：（《]\Z|\A\Z")
_AFTER_CLOSING = re.compile(r"[\s，、。；：！？）》—]|\Z")


def find(material: Material) -> Iterator[Finding]:
    """Marks of Chinese lines that would pair if turned, each supported by what is around it."""
    text = material.text
    findings = [_tex(match, side) for match in _TEX.finditer(text) for side in (0, 1)]
    for line in _LINE.finditer(text):
        if ("“" in line[0] or "”" in line[0]) and '"' not in line[0]:
            findings += _turned(text, line)
    return iter(sorted(findings, key=lambda one: one.span))


def _turned(text: str, line: re.Match[str]) -> Sequence[Finding]:
    marks = list(_MARK.finditer(text, line.start(), line.end()))
    wrong = [mark for place, mark in enumerate(marks) if mark[0] != "“”"[place % 2]]
    if not wrong or len(marks) % 2 or not _HAN.search(line[0]):
        return ()
    if not all(_supported(line, mark) for mark in wrong):
        return ()
    evidence = ("the marks of the line pair so",)
    return [
        Finding(Span(*mark.span()), "”" if mark[0] == "“" else "“", Certainty.PROBABLE, evidence)
        for mark in wrong
    ]


def _supported(line: re.Match[str], mark: re.Match[str]) -> bool:
    """Whether what is around a mark says that it should face the other way."""
    before = line[0][: mark.start() - line.start()][-1:]
    after = line[0][mark.end() - line.start() :][:1]
    opens = bool(_BEFORE_OPENING.search(before)) and not _AFTER_CLOSING.match(after)
    closes = bool(_AFTER_CLOSING.match(after)) and not _BEFORE_OPENING.search(before)
    return closes if mark[0] == "“" else opens


def _tex(match: re.Match[str], side: int) -> Finding:
    span = Span(match.end() - 2, match.end()) if side else Span(match.start(), match.start() + 2)
    evidence = ("`` and '' are quotation marks of a typewriter",)
    return Finding(span, "“”"[side], Certainty.CERTAIN, evidence)


RULE = Rule("quotation-marks", 1, "quotation marks that face the wrong way are turned", find)
