"""The rule drop-caps: a large first letter goes back to its word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.ledger import Certainty
from publisher.repairs.evidence.vocabulary import LANGUAGES, language_of, zipf
from publisher.repairs.rule import Finding, Material, Rule
from publisher.text import Span

_CAPITAL = "A-ZÀ-ÖØ-ÞА-ЯЁ"
_SMALL = "a-zß-öø-ÿœа-яё"
_CAP = re.compile(
    rf"(?:\A|(?<=\n\n)|(?<=\f))(?P<cap>[{_CAPITAL}])(?P<white>[ \t]*\n{{1,3}}[ \t]*|[ ])"
    rf"(?P<rest>[{_SMALL}]+|[{_CAPITAL}]{{2,8}}\b)"
)
_BEHEADED = re.compile(rf"(?:\A|(?<=\n\n)|(?<=\f))(?P<rest>[{_CAPITAL}]{{2,8}}) [{_SMALL}]")
_STRAY = re.compile(rf"(?<=[{_SMALL},;])(?P<white>[ \n])(?P<cap>[{_CAPITAL}])(?=[ \n][{_SMALL}])")

#: Letters that are words of their own, by language.
_WORDS = {
    "en": "AIO", "fr": "AÀYOÔ", "es": "AEOUY", "it": "AEIOÈ", "pt": "AEOÀÉ", "de": "O",
    "ru": "АВИКОСУЯ", "uk": "АВІЗОУЯЄЇ", "pl": "AIOUWZ", "cs": "AIKOSUVZ", "sv": "ÅÖI",
}  # fmt: skip
#: Before a space they are words in so many languages that none needs to be known.
_USUAL_WORDS = "AIOÀÉÈ"
#: From this (zipf) on a word is common, and from the other on it is very common.
_COMMON, _VERY_COMMON = 3.5, 5.0
#: A stray drop cap lands in the first lines of its paragraph, in characters.
_LINES = 200


def find(material: Material) -> Iterator[Finding]:
    """First letters that stand apart from their words, at the start of a block."""
    text = material.text
    given = material.language.split("-")[0]
    for match in _CAP.finditer(text):
        if match["white"] == " " and match["cap"] in _USUAL_WORDS:
            continue
        yield from _apart(match, _language(text, match.end(), given))
    for match in _BEHEADED.finditer(text):
        yield from _landed(match, _language(text, match.end(), given))


def _language(text: str, place: int, given: str) -> str:
    return given if given in LANGUAGES else language_of(text[place : place + 300], "en")


def _apart(match: re.Match[str], language: str) -> Iterator[Finding]:
    cap, rest = match["cap"], match["rest"]
    joined = cap + rest
    known, alone = zipf(joined, language), zipf(rest, language) if len(rest) > 1 else 0.0
    own_line = "\n" in match["white"]
    span = Span(match.start("white"), match.end("white"))
    if cap not in _WORDS.get(language, "") and known >= _COMMON:
        sure = Certainty.CERTAIN if own_line else Certainty.PROBABLE
        yield Finding(span, "", sure, (f"{joined} is a word, and {cap} is none",))
    elif own_line and cap in _WORDS.get(language, ""):
        if known >= _COMMON and alone < _COMMON:
            yield Finding(span, "", Certainty.PROBABLE, (f"{joined} is a word, {rest} is none",))
        elif known < _COMMON <= alone and rest.islower():
            yield Finding(span, " ", Certainty.PROBABLE, (f"{cap} and {rest} are words",))
        elif rest.islower():
            yield Finding(span, "", Certainty.DOUBTFUL, (f"{joined}, or {cap} {rest}",))


def _landed(match: re.Match[str], language: str) -> Iterator[Finding]:
    """A drop cap that landed between two words of a later line."""
    text, rest = match.string, match["rest"]
    end = text.find("\n\n", match.end(), match.end() + _LINES)
    strays = list(_STRAY.finditer(text, match.end(), end if end > 0 else match.end() + _LINES))
    if len(strays) != 1 or strays[0]["cap"] in _WORDS.get(language, ""):
        return
    stray = strays[0]
    joined = stray["cap"] + rest
    if zipf(joined, language) < _VERY_COMMON:
        return
    evidence = (f"{stray['cap']} stands alone in a later line, and {joined} is a word",)
    start = match.start("rest")
    yield Finding(Span(start, start), stray["cap"], Certainty.PROBABLE, evidence)
    yield Finding(Span(stray.start(), stray.end()), "", Certainty.PROBABLE, evidence)


RULE = Rule("drop-caps", 1, "a large first letter goes back to its word", find)
