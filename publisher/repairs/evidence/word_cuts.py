"""Words that a break cuts without a hyphen, and words whose beginning is lost, by wordfreq."""

from __future__ import annotations

import re
from functools import lru_cache

from publisher.repairs.evidence.vocabulary import common_words, language_of, zipf

_LAST = re.compile(r"[^\W\d_]+\Z")
_FIRST = re.compile(r"[^\W\d_]+")

#: A cut word is at least this common, and more common than one of its halves by so much (Zipf).
_COMMON, _MORE = 3.0, 0.2

#: Two halves that are each as common as this are words of their own: per cent.
_OWN = 4.6

#: What is rarer than this is no word of the language (Zipf): the end of one, seen by itself.
_UNKNOWN = 1.5

#: A rest of so many letters, of a word that lost so many at most, tells which word it was.
_REST, _LOST = 5, 4


def divided_word(left: str, right: str) -> str:
    """The word that a break cuts without a hyphen; "" where it cuts none.

    >>> divided_word("He looked at the harbor mas", "ter's launch, which was going")
    'master'
    >>> divided_word("He looked for some", "thing to say"), divided_word("ten per", "cent of it")
    ('', '')
    """
    before, after = _halves(left, right)
    if len(before) < 2 or len(after) < 2:
        return ""
    language = language_of(left[-300:] + " " + right[:300], "en")
    whole = zipf(before + after, language)
    rarer = min(zipf(before, language), zipf(after, language))
    cut = whole >= _COMMON and whole > rarer + _MORE and rarer < _OWN
    return before + after if cut else ""


def lost_beginning(left: str, right: str) -> str:
    """The word whose end begins the right, where its beginning is lost; "" where none is.

    >>> lost_beginning("would come from the", "ssachusetts firm that runs the buses")
    'massachusetts'
    >>> lost_beginning("would come from the", "lumpen firm that runs the buses")
    ''
    """
    before, after = _halves(left, right)
    if len(after) < _REST:
        return ""
    language = language_of(left[-300:] + " " + right[:300], "en")
    if zipf(after, language) >= _UNKNOWN or zipf(before + after, language):
        return ""
    return _ending_with(after, language)


def _halves(left: str, right: str) -> tuple[str, str]:
    """The last word of the left and the first of the right, where that is in lower case."""
    before, after = _LAST.search(left[-40:]), _FIRST.match(right[:40].lstrip())
    if before is None or after is None or not after.group().islower():
        return "", ""
    return before.group(), after.group()


@lru_cache(maxsize=1024)
def _ending_with(rest: str, language: str) -> str:
    found = [
        word
        for word in common_words(language)
        if word.endswith(rest) and 0 < len(word) - len(rest) <= _LOST
    ]
    return max(found, key=lambda word: (zipf(word, language), word), default="")
