"""How common words are in the languages of papers that put spaces between words, by wordfreq."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log10

#: Languages that a block without a known language may be in, by script.
LATIN = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "nb", "fi")
CYRILLIC = ("ru", "uk")
LANGUAGES = frozenset(LATIN + CYRILLIC)

#: So much of a block tells its language, in words.
_ENOUGH = 80
#: A word that a language's list doesn't hold counts as this common in it.
_UNKNOWN = 1e-7

_WORD = re.compile(r"[^\W\d_]+")
_IS_CYRILLIC = re.compile("[\u0400-\u04ff]")


@lru_cache(maxsize=4)
def _all_words(language: str) -> Mapping[str, float]:
    import wordfreq

    words: Mapping[str, float] = wordfreq.get_frequency_dict(language, "best")
    return words


@lru_cache(maxsize=len(LANGUAGES))
def common_words(language: str) -> Mapping[str, float]:
    """The common words of a language, each with its share of all words."""
    import wordfreq

    words: Mapping[str, float] = wordfreq.get_frequency_dict(language, "small")
    return words


def zipf(word: str, language: str) -> float:
    """How common a word is: the logarithm of its count in a thousand million words; 0 is unknown.

    A long s counts as a round one. Of a language that is none of `LANGUAGES` no word is known.

    >>> zipf("the", "en") > 7, 2 < zipf("Abgeordneten", "de") < 6, zipf("flamo", "en") < 2
    (True, True, True)
    """
    if language not in LANGUAGES:
        return 0.0
    share = _all_words(language).get(word.lower().replace("ſ", "s"), 0.0)
    return log10(share) + 9 if share else 0.0


def language_of(text: str, default: str = "") -> str:
    """The language of a piece of text by its words, one of `LANGUAGES`; `default` without words.

    >>> language_of("O barco tornou-se famoso no porto."), language_of("Auch andere Länder")
    ('pt', 'de')
    """
    words = [word.lower() for word in _WORD.findall(text[: 20 * _ENOUGH])[:_ENOUGH]]
    if not words:
        return default
    cyrillic = sum(1 for word in words if _IS_CYRILLIC.match(word))
    languages = CYRILLIC if 2 * cyrillic > len(words) else LATIN
    return max(languages, key=lambda language: _likelihood(words, language, default))


def _likelihood(words: Iterable[str], language: str, default: str) -> float:
    common = common_words(language)
    told = sum(log10(common.get(word, _UNKNOWN)) for word in words)
    # A block of a few names is in the language of the text around it.
    return told + (4.0 if language == default else 0.0)
