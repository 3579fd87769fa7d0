"""The rule han-spaces: spaces that a scan or a layout put between Chinese signs are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.ledger import Certainty
from publisher.repairs.evidence.words import cut
from publisher.repairs.rule import Finding, Material, Rule
from publisher.text import Span

_HAN = "〇㐀-䶿一-鿿"
_MARKS = "，。、；：！？）》」』】〕％"
_OPENING = "“‘（《「『【〔”’"
_LINE = re.compile(r"[^\n\f]+")
_SPACED_OUT = re.compile(rf"[{_HAN}] [{_HAN}] [{_HAN}]")
_RUN = re.compile(rf"[{_HAN}]+")
_GROUP = re.compile(r" {2,}|\u3000+")
_GAP = re.compile(r"(?<=\S) {1,2}(?=\S)")
_BEFORE_MARK = re.compile(rf"(?<=[{_HAN}]) +(?=[，。、；：！？])")
_SPACED_NUMBER = re.compile(rf"(?:[{_HAN}]{{2}} \d|\d [{_HAN}]{{2}})")

#: A line is spaced out where so many signs stand by themselves, and such a share of its runs of
#: Han characters do.
_SIGNS, _SHARE = 5, 0.6
#: A padded name has so many signs at most.
_NAME = 4
#: So many signs without a mark may be listed one by one: 甲 乙 丙 丁.
_LISTED = 8
#: Such a share of the line's signs must be in words of two or more once the spaces are out.
_IN_WORDS = 0.5


def find(material: Material) -> Iterator[Finding]:
    """The spaces in lines whose Chinese is spaced out sign by sign, and those before marks."""
    text = material.text
    if " " not in text:
        return
    lines = _LINE.finditer(text) if _SPACED_OUT.search(text) else ()
    spaced = [match.span() for match in lines if _is_spaced_out(match[0])]
    numbers_apart = bool(spaced) and _numbers_stand_apart(text, spaced)
    findings = [_before_mark(match) for match in _BEFORE_MARK.finditer(text)]
    for start, end in spaced:
        for gap in _GAP.finditer(text, start, end):
            if _is_false(text, gap, numbers_apart=numbers_apart):
                findings.append(_spaced_out(gap))
    yield from sorted({one.span: one for one in findings}.values(), key=lambda one: one.span)


def _is_spaced_out(line: str) -> bool:
    if not _SPACED_OUT.search(line):
        return False
    runs = _RUN.findall(line)
    single = sum(1 for run in runs if len(run) == 1)
    if single < _SIGNS or single < _SHARE * len(runs) or _is_list_of_names(line):
        return False
    signs = "".join(runs)
    if len(signs) <= _LISTED and not any(mark in line for mark in _MARKS):
        return False
    in_words = sum(len(word) for word in cut(signs) if len(word) > 1)
    return in_words >= _IN_WORDS * len(signs)


def _is_list_of_names(line: str) -> bool:
    """Whether wider spaces part groups as short as names are."""
    groups = [group for group in _GROUP.split(line.strip()) if group]
    return len(groups) > 1 and all(len("".join(group.split())) <= _NAME for group in groups)


def _numbers_stand_apart(text: str, spaced: list[tuple[int, int]]) -> bool:
    """Whether the document sets spaces between Chinese and numbers where it isn't spaced out."""
    place = 0
    for start, end in [*spaced, (len(text), len(text))]:
        if _SPACED_NUMBER.search(text, place, start):
            return True
        place = end
    return False


def _is_false(text: str, gap: re.Match[str], *, numbers_apart: bool) -> bool:
    left, right = text[gap.start() - 1], text[gap.end()]
    chinese = [bool(_RUN.match(sign)) or sign in _MARKS + _OPENING for sign in (left, right)]
    if all(chinese):
        return True
    return any(chinese) and (left.isdecimal() or right.isdecimal()) and not numbers_apart


def _spaced_out(gap: re.Match[str]) -> Finding:
    evidence = ("the line is spaced out sign by sign",)
    return Finding(Span(*gap.span()), "", Certainty.PROBABLE, evidence)


def _before_mark(match: re.Match[str]) -> Finding:
    evidence = ("no space stands before such a mark",)
    return Finding(Span(*match.span()), "", Certainty.CERTAIN, evidence)


RULE = Rule("han-spaces", 1, "false spaces between Chinese signs are taken out", find)
