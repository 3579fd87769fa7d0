"""The rule line-end-hyphens: words divided at line, column and page ends are put together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from publisher.ledger import Certainty
from publisher.repairs.evidence import hyphenation
from publisher.repairs.evidence.barriers import ALONE, OPENING, kind_of
from publisher.repairs.evidence.hyphenation import Hyphen, Kind
from publisher.repairs.evidence.vocabulary import LANGUAGES, language_of, zipf
from publisher.repairs.rule import GAP_MARK, Finding, Material, Rule, Verdict
from publisher.text import Span

_LETTER = "0-9A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿḀ-ỿ\u0300-\u036f"
_END = re.compile(
    rf"(?<=[{_LETTER}])(?P<sign>[-‐‑⸗¬=\xad])"
    rf"(?P<white>[ \t]*[\n\f][\s\f]*)(?P<again>-?)(?=[{_LETTER}])"
)
_LEFT = re.compile(rf"[{_LETTER}]+(?:[-‐‑⸗'’][{_LETTER}]+)*\Z")
_RIGHT = re.compile(rf"[{_LETTER}]+(?:[-‐‑⸗'’][{_LETTER}]+)*")

#: No word that is looked at is longer.
_LONGEST = 60
#: From this (zipf) on a word or a beginning is known, and from the other on it is a small word.
_KNOWN, _SMALL = 3.0, 6.0


@dataclass(slots=True)
class _Document:
    """What is known of the whole text; found out when the first hyphen asks."""

    material: Material
    words: Counter[str]
    default: str
    block: Span = field(default_factory=lambda: Span(0, 0))
    language: str = ""

    @classmethod
    def of(cls, material: Material) -> _Document:
        given = material.language.split("-")[0]
        default = given if given in LANGUAGES else ""
        return cls(material, hyphenation.counted(material.text), default)

    def language_at(self, place: int) -> str:
        """The language given, or that of the paragraph at a place."""
        if self.default:
            return self.default
        if not self.block.start <= place < self.block.end:
            text = self.material.text
            start = text.rfind("\n\n", max(0, place - 400), place) + 2
            start = start if start > 1 else max(0, place - 400)
            end = text.find("\n\n", place + 2, place + 400)
            self.block = Span(start, end if end > 0 else min(len(text), place + 400))
            self.language = language_of(self.block.of(text), self.language)
        return self.language


def find(material: Material) -> Iterator[Finding]:
    """A finding for every word divided at a line's end, with a verdict where a block ends too."""
    document: _Document | None = None
    for match in _END.finditer(material.text):
        document = document or _Document.of(material)
        yield from _findings(match, document)


def _findings(match: re.Match[str], document: _Document) -> Iterator[Finding]:
    text = match.string
    left = _LEFT.search(text[max(0, match.start() - _LONGEST) : match.start()])
    right = _RIGHT.match(text, match.end(), match.end() + _LONGEST)
    if left is None or right is None:
        return
    far = match["white"].count("\n") > 1 or "\f" in match["white"]
    if far and _begins_something(text, match.end()):
        return
    hyphen = _judged(match, left[0], right[0], document)
    if hyphen is None:
        return
    if far and _is_lost(hyphen, left[0], right[0], document.language_at(match.start())):
        place = match.end("sign")
        evidence = (f"{right[0]} can't complete {left[0]}-",)
        yield Finding(Span(place, place), GAP_MARK, Certainty.PROBABLE, evidence)
        return
    start = match.start() - (1 if hyphen.kind is Kind.KK else 0)
    after = _replacement(match, hyphen.kind)
    verdict = Verdict.JOIN if far else None
    yield Finding(Span(start, match.end()), after, hyphen.certainty, (hyphen.reason,), verdict)


def _begins_something(text: str, place: int) -> bool:
    end = text.find("\n", place, place + 200)
    kind = kind_of(text[place : end if end > 0 else place + 200])
    return kind in ALONE or kind in OPENING


def _judged(match: re.Match[str], left: str, right: str, document: _Document) -> Hyphen | None:
    language = document.language_at(match.start())
    if match["again"]:
        return Hyphen(Kind.KEEP, Certainty.CERTAIN, "the hyphen is repeated on the next line")
    if match["sign"] in "\xad¬" and right not in {"und", "oder"}:
        return Hyphen(Kind.REMOVE, Certainty.CERTAIN, "a soft hyphen divides a word")
    hyphen = hyphenation.judge(left, right, language, document.words)
    if match["sign"] == "=" and (hyphen.kind is not Kind.REMOVE or language != "de"):
        return None
    return hyphen


def _is_lost(hyphen: Hyphen, left: str, right: str, language: str) -> bool:
    """Whether what follows in the next block can't be the rest of the word."""
    if hyphen.certainty is Certainty.CERTAIN and hyphen.kind is not Kind.KEEP:
        return False
    if zipf(left + right, language) or zipf(left, language) >= _KNOWN or not left.islower():
        return False
    return right[0].isupper() or zipf(right, language) >= _SMALL


def _replacement(match: re.Match[str], kind: Kind) -> str:
    sign = "-" if match["sign"] in "\xad¬" else match["sign"]
    return {Kind.REMOVE: "", Kind.KK: "c", Kind.SUSPENDED: f"{sign} ", Kind.KEEP: sign}[kind]


RULE = Rule(
    "line-end-hyphens", 1, "words divided at line, column and page ends are put together", find
)
