"""Whether a hyphen at a line's end belongs to the word or was set there to divide it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from publisher.ledger import Certainty
from publisher.repairs.evidence.vocabulary import zipf


class Kind(StrEnum):
    """What becomes of a hyphen at a line's end."""

    REMOVE = "remove"
    KEEP = "keep"
    SUSPENDED = "suspended"
    KK = "kk"


@dataclass(frozen=True, slots=True)
class Hyphen:
    """The judgement on a hyphen: what becomes of it, how sure that is, and why."""

    kind: Kind
    certainty: Certainty
    reason: str


#: Words after which the second half of a pair comes: Haupt- und Nebenstraßen.
_CONJUNCTIONS = {
    "de": frozenset("und oder bis sowie bzw beziehungsweise noch statt als u v".split()),
    "en": frozenset("and or to".split()),
    "nl": frozenset("en of tot".split()),
    "fr": frozenset("et ou".split()),
    "es": frozenset("y o e u".split()),
    "it": frozenset("e o".split()),
    "pt": frozenset("e ou".split()),
    "sv": frozenset("och eller".split()),
    "da": frozenset("og eller".split()),
    "nb": frozenset("og eller".split()),
    "fi": frozenset("ja tai sekä".split()),
    "pl": frozenset("i lub".split()),
    "cs": frozenset("a nebo".split()),
    "ru": frozenset("и или".split()),
    "uk": frozenset("і або та".split()),
}
#: Words that hang on the word before them with a hyphen.
_CLITICS = {
    "fr": frozenset(
        "je tu il elle on nous vous ils elles ce t moi toi le la les lui leur y en là ci même "
        "mêmes".split()
    ),
    "pt": frozenset("me te se lhe nos vos lhes o a os as lo la los las no na".split()),
    "ru": frozenset("то либо нибудь ка таки с".split()),
    "uk": frozenset("то небудь таки".split()),
    "it": frozenset(()),
}
#: Beginnings that keep their hyphen before a word of its own.
_OPENERS = {
    "en": frozenset("self ex vice mid non all half cross co anti pro post pre left right".split()),
    "fr": frozenset(
        "vice ex demi mi semi non sous après avant contre au ci là celui celle".split()
    ),
    "ru": frozenset("по кое вице экс пресс интернет онлайн".split()),
    "uk": frozenset("по віце екс прес".split()),
}

#: From this (zipf) on a joined word is a word of its own.
_WORD_ITSELF = 3.0

#: A hyphen between two words is kept where the joined word is rarer than the first (zipf), both
#: halves are at least as common as the second, and more common than the joined word by the third.
_DEFAULT = (2.0, 3.0, 2.0)
_THRESHOLDS = {
    "de": (1.0, 4.0, 2.0),
    "en": (2.8, 2.5, 2.0),
    "es": (1.5, 2.5, 2.5),
    "fr": (3.5, 3.25, 2.0),
    "ru": (3.5, 2.5, 2.5),
}

#: A pair is in doubt where its joined word is listed too, from the first (zipf) on, and the pair is
#: not more common by the second and not from the third on; an opener where the joined word is, from
#: the last on; and what may begin a name. On news, 9 of 42 such hyphens were the word's.
_LISTED, _CLEARLY, _COMMONEST, _OPENED = 1.5, 3.0, 5.0, 2.0
#: A German compound of small words (Play-off-Spiel) looks like a divided one; both are so common.
_SMALL_WORD = 4.0

_PART = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_INVERSION = re.compile("-t-(?:il|elle|on|ils|elles)\\b")
_ELIDED_QUE = re.compile("(?:quel|lors|puis|jus|quoi|pres)-qu'")
_LOWER_COMPOUND = re.compile(r"[a-zäöüß]+-[A-ZÄÖÜ]")
_HYPHENS = re.compile("[‐‑⸗]")


def counted(text: str) -> Counter[str]:
    """The words of a text, in lower case, with how often each stands in it.

    Of words with hyphens, each two neighbours count as a word of one hyphen.

    >>> counted("A 29-year-old, a 30-year-old")["year-old"]
    2
    """
    return Counter(_words(text))


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(_HYPHENS.sub("-", text)):
        parts = word.lower().split("-")
        yield from map("-".join, pairwise(parts)) if len(parts) > 1 else parts


def judge(left: str, right: str, language: str, words: Mapping[str, int]) -> Hyphen:
    """What becomes of the hyphen between `left`, which ends a line, and `right`, which begins one.

    Both are words, with the hyphens and apostrophes inside them. `words` are those of the document
    (see `counted`); the language is one of `vocabulary.LANGUAGES`.

    >>> [str(judge(left, right, "de", {}).kind) for left, right in
    ...  (("Abgeord", "neten"), ("EU", "Länder"), ("Haupt", "und"), ("Zuk", "ker"))]
    ['remove', 'keep', 'suspended', 'kk']
    """
    before, after = _PART.findall(left)[-1], _PART.findall(right)[0]
    joined = before + after
    if right.lower() in _CONJUNCTIONS.get(language, ()) and zipf(joined, language) < 3.0:
        return Hyphen(Kind.SUSPENDED, Certainty.CERTAIN, f"{left}- waits for what follows {right}")
    french = _in_french(left, right) if language == "fr" else None
    if french is not None:
        return french
    seen = _in_document(before, after, words)
    if seen is not None:
        return seen
    if not before[-1].isalpha() or not after[0].isalpha():
        return Hyphen(Kind.KEEP, Certainty.CERTAIN, "a number stands beside the hyphen")
    if before == "Mc":
        return Hyphen(Kind.REMOVE, Certainty.CERTAIN, f"{joined} is a name")
    if after[0].isupper() and not _divided_capitals(joined, language):
        return Hyphen(Kind.KEEP, Certainty.CERTAIN, f"{after} begins with a capital")
    if language == "de" and before[0].isupper() and after[0].islower():
        rarer = min(zipf(before, language), zipf(after, language))
        if _LOWER_COMPOUND.match(right) and rarer >= _SMALL_WORD:
            return Hyphen(Kind.KEEP, Certainty.DOUBTFUL, f"{left}-{right} or {left}{right}?")
        kind = Kind.KK if _divided_ck(before, after) else Kind.REMOVE
        return Hyphen(
            kind, Certainty.CERTAIN, f"-{after} would have a capital as a word of its own"
        )
    if language == "de" and _divided_ck(before, after):
        return Hyphen(Kind.KK, Certainty.PROBABLE, "ck was divided k-k before 1996")
    return _by_words(before, after, language)


def _in_french(left: str, right: str) -> Hyphen | None:
    plain = f"{left}-{right}".lower().replace("’", "'")
    inversion = _INVERSION.search(plain, max(0, len(left) - 2))
    if inversion and inversion.start() <= len(left):
        return Hyphen(Kind.KEEP, Certainty.CERTAIN, "-t- stands between a verb and its pronoun")
    if _ELIDED_QUE.search(plain, max(0, len(left) - 5)):
        return Hyphen(Kind.REMOVE, Certainty.CERTAIN, f"{left}{right} is one word")
    return None


def _in_document(before: str, after: str, words: Mapping[str, int]) -> Hyphen | None:
    joined, hyphened = (f"{before}{sign}{after}".lower() for sign in ("", "-"))
    whole, parted = words.get(joined, 0), words.get(hyphened, 0)
    if whole > parted:
        return Hyphen(Kind.REMOVE, Certainty.CERTAIN, f"the text has {joined} elsewhere")
    if parted > whole:
        return Hyphen(Kind.KEEP, Certainty.CERTAIN, f"the text has {hyphened} elsewhere")
    return None


def _divided_capitals(joined: str, language: str) -> bool:
    """Whether a word in capitals was divided, as in a headline: INFRA-/STRUCTURE."""
    return joined.isupper() and zipf(joined, language) >= _WORD_ITSELF


def _divided_ck(before: str, after: str) -> bool:
    if not (before.endswith("k") and after.startswith("k")):
        return False
    restored = f"{before[:-1]}c{after}"
    return zipf(restored, "de") > zipf(before + after, "de")


def _by_words(before: str, after: str, language: str) -> Hyphen:
    joined = before + after
    known, first, second = (zipf(word, language) for word in (joined, before, after))
    if after.lower() in _CLITICS.get(language, ()) and first > known and known < _WORD_ITSELF:
        return Hyphen(Kind.KEEP, Certainty.PROBABLE, f"-{after} hangs on the word before it")
    if before.lower() in _OPENERS.get(language, ()) and known < min(second - 1, _WORD_ITSELF):
        sure = Certainty.PROBABLE if known < _OPENED else Certainty.DOUBTFUL
        return Hyphen(Kind.KEEP, sure, f"{before}- keeps its hyphen before a word")
    rare, common, distance = _THRESHOLDS.get(language, _DEFAULT)
    rarer = min(first, second)
    if known < rare and rarer >= common and rarer - known >= distance:
        reason = f"{before} and {after} are far more common than {joined}"
        if before.istitle() and language != "en":
            return Hyphen(Kind.KEEP, Certainty.DOUBTFUL, f"{reason}, which may be a name")
        if known >= _LISTED and rarer < min(known + _CLEARLY, _COMMONEST):
            return Hyphen(Kind.KEEP, Certainty.DOUBTFUL, f"{reason}, which is a word too")
        return Hyphen(Kind.KEEP, Certainty.PROBABLE, reason)
    if known >= _WORD_ITSELF:
        return Hyphen(Kind.REMOVE, Certainty.CERTAIN, f"{joined} is a word")
    return Hyphen(Kind.REMOVE, Certainty.PROBABLE, f"{before} and {after} are no pair of words")
