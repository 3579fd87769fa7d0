"""The rule line-end-hyphens: words divided at line, column and page ends are put together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from publisher.ledger import Certainty
from publisher.repairs.evidence import hyphenation
from publisher.repairs.evidence.barriers import ALONE, OPENING, TRANSPARENT, kind_of
from publisher.repairs.evidence.barriers import Kind as BlockKind
from publisher.repairs.evidence.hyphenation import Hyphen, Kind
from publisher.repairs.evidence.vocabulary import LANGUAGES, language_of, zipf
from publisher.repairs.rule import GAP_MARK, Finding, Material, Rule, Verdict
from publisher.text import Span

_LETTER = "0-9A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿḀ-ỿ\u0300-\u036f"
_SIGNS = "-‐‑⸗¬=\xad"
_END = re.compile(
    rf"(?<=[{_LETTER}])(?P<sign>[{_SIGNS}])"
    rf"(?P<white>[ \t]*[\n\f][\s\f]*)(?P<again>-?)(?=\S)"
)
_LEFT = re.compile(rf"[{_LETTER}]+(?:[-‐‑⸗'’][{_LETTER}]+)*\Z")
_RIGHT = re.compile(rf"[{_LETTER}]+(?:[-‐‑⸗'’][{_LETTER}]+)*")

#: A word with the marks that stick to it, and the space behind it.
_REST = re.compile(r"(?P<word>\S{1,60})[ \t]*\n?")
_CERTAIN = Certainty.CERTAIN

#: So many blocks may stand inside a word, and so much of a line tells its kind.
_BETWEEN, _LINE = 4, 160
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
    done = 0
    for match in _END.finditer(material.text):
        document = document or _Document.of(material)
        found = tuple(_findings(match, document)) if match.start() >= done else ()
        yield from found
        done = found[-1].span.end if found else done


def _findings(match: re.Match[str], document: _Document) -> Iterator[Finding]:
    text = match.string
    left = _LEFT.search(text[max(0, match.start() - _LONGEST) : match.start()])
    if left is None:
        return
    far = match["white"].count("\n") > 1 or "\f" in match["white"]
    kind = kind_of(text[match.end() : _line_end(text, match.end())]) if far else BlockKind.PROSE
    if kind in TRANSPARENT:
        yield from _brought_up(match, left[0], document)
    elif kind not in ALONE and kind not in OPENING:
        yield from _put_together(match, left[0], document, far=far)


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place, place + _LINE)
    return end if end >= 0 else place + _LINE


def _put_together(
    match: re.Match[str], left: str, document: _Document, *, far: bool
) -> Iterator[Finding]:
    right = _RIGHT.match(match.string, match.end(), match.end() + _LONGEST)
    hyphen = _judged(match, left, right[0], document) if right else None
    if right is None or hyphen is None:
        return
    if far and _is_lost(hyphen, left, right[0], document.language_at(match.start())):
        place = match.end("sign")
        evidence = (f"{right[0]} can't complete {left}-",)
        yield Finding(Span(place, place), GAP_MARK, Certainty.PROBABLE, evidence)
        return
    start = match.start() - (1 if hyphen.kind is Kind.KK else 0)
    after = _replacement(match, hyphen.kind)
    verdict = Verdict.JOIN if far else None
    # That both halves belong together is sure; between blocks only the hyphen would be left to ask.
    doubtful = hyphen.certainty is Certainty.DOUBTFUL
    certainty = Certainty.PROBABLE if far and doubtful else hyphen.certainty
    yield Finding(Span(start, match.end()), after, certainty, (hyphen.reason,), verdict)


def _brought_up(match: re.Match[str], left: str, document: _Document) -> Iterator[Finding]:
    """The rest of a word from behind a picture, a caption or a note: both halves or nothing."""
    text = match.string
    place = _behind(text, match.end())
    rest = _REST.match(text, place) if place else None
    right = _RIGHT.match(text, place, place + _LONGEST) if place else None
    if rest is None or right is None or not right[0].islower() or rest["word"][-1] in _SIGNS:
        return
    hyphen = _judged(match, left, right[0], document)
    if hyphen is None or hyphen.kind is not Kind.REMOVE or hyphen.certainty is not _CERTAIN:
        return
    evidence = (hyphen.reason, "its other half stands behind what interrupts it")
    yield Finding(Span(*match.span("sign")), rest["word"], _CERTAIN, evidence)
    yield Finding(Span(*rest.span()), "", _CERTAIN, evidence)


def _behind(text: str, place: int) -> int:
    """Where the first block begins that no paragraph runs on behind; 0 is too far away."""
    for _ in range(_BETWEEN):
        end = text.find("\n\n", place, place + 10 * _LINE)
        if end < 0:
            return 0
        place = end + len(text[end : end + _LINE]) - len(text[end : end + _LINE].lstrip())
        if kind_of(text[place : _line_end(text, place)]) not in TRANSPARENT:
            return place
    return 0


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
    "line-end-hyphens", 2, "words divided at line, column and page ends are put together", find
)
