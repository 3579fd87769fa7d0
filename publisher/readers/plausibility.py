"""How much decoded bytes look like writing: the better the reading, the higher its likelihood.

Each encoding is taken as a simple source of characters: mostly the everyday characters of its
language, seldom the rest. This tells short East Asian texts apart, where statistics of languages,
made for long texts, fail.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf, log

#: Characters that are looked at.
_SAMPLE = 4000

#: A letter of Latin beside one of Cyrillic: no word is spelt so.
_MIXED = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")

#: How many characters the rest, those that aren't everyday, is spread over.
_REST = 20_000

_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〈〉「」『』【】—…·・　〇％－～■●□◆▲△※①②③")

#: What alphabets are set with besides letters.
_SIGNS = frozenset("“”‘’„«»‹›–—…•·№¿¡£€¢¥§©®™†°ªº²½¼¾±×\xa0")


@dataclass(frozen=True, slots=True)
class Group:
    """Characters of one sort: which they are, how many, and their share of what isn't ASCII."""

    holds: Callable[[str], bool]
    size: int
    share: float


@dataclass(frozen=True, slots=True)
class Writing:
    """A kind of writing: the shares of ASCII letters and of other ASCII, its everyday groups."""

    letters: float
    others: float
    groups: tuple[Group, ...]

    def weight(self, char: str) -> float:
        """The logarithm of the chance of a character."""
        if char < "\x80":
            return log(self.letters / 52 if char.isalpha() else self.others / 44)
        rest = 1 - sum(group.share for group in self.groups)
        chance = rest / _REST
        for group in self.groups:
            if group.holds(char):
                chance = group.share / group.size
                break
        return log((1 - self.letters - self.others) * chance)

    def everyday(self, char: str) -> bool:
        """Whether a character belongs to one of the groups."""
        return any(group.holds(char) for group in self.groups)


def plausibility(data: bytes, codec: str) -> float:
    """The log-likelihood of bytes as text of a codec; minus infinity where they are none.

    Values of one `data` compare over codecs: the same bytes are explained.

    >>> data = "职工".encode("gb18030")
    >>> plausibility(data, "gb18030") > plausibility(data, "cp1252")
    True
    """
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return -inf
    writing = WRITINGS[codec]
    return sum(count * writing.weight(char) for char, count in _sample(text).items())


def readable(text: str, codec: str) -> bool:
    """Whether most of a text beyond ASCII is everyday writing of its codec, in words of one script.

    >>> readable("café".encode("cp1252").decode("cp1251"), "cp1251")
    False
    """
    sample = _sample(text)
    counts = {char: count for char, count in sample.items() if char > "\x7f"}
    everyday = sum(n for char, n in counts.items() if WRITINGS[codec].everyday(char))
    mixed = len(_MIXED.findall(text[: 10 * _SAMPLE]))
    return 2 * everyday > sum(counts.values()) and 5 * mixed < sum(counts.values())


def _sample(text: str) -> Counter[str]:
    first = next((place for place, char in enumerate(text) if char > "\x7f"), 0)
    start = max(0, first - _SAMPLE // 8)
    return Counter(text[start : start + _SAMPLE])


def _lead(char: str, codec: str) -> int:
    code = char.encode(codec, "ignore")
    return code[0] if len(code) == 2 else 0


def _simplified(char: str) -> bool:
    return 0xB0 <= _lead(char, "gb2312") <= 0xD7


def _traditional(char: str) -> bool:
    return 0xA4 <= _lead(char, "big5") <= 0xC6


def _kanji(char: str) -> bool:
    return 0x88 <= _lead(char, "cp932") <= 0x97


def _kana(char: str) -> bool:
    return "\u3041" <= char <= "\u30fe"


def _hangul(char: str) -> bool:
    return "가" <= char <= "힣" and _lead(char, "euc_kr") > 0


def _punctuation(char: str) -> bool:
    return char in _PUNCTUATION


def _lower_case(char: str) -> bool:
    return char in _SIGNS or unicodedata.category(char) == "Ll"


def _capital(char: str) -> bool:
    return unicodedata.category(char) == "Lu"


_MARKS = Group(_punctuation, 40, 0.1)
_ALPHABET = (Group(_lower_case, 40, 0.9), Group(_capital, 40, 0.08))


def _writings() -> Iterator[tuple[str, Writing]]:
    yield "gb18030", Writing(0.03, 0.07, (_MARKS, Group(_simplified, 3800, 0.86)))
    for codec in ("cp950", "big5hkscs"):
        yield codec, Writing(0.03, 0.07, (_MARKS, Group(_traditional, 5400, 0.86)))
    for codec in ("cp932", "euc_jp"):
        kana = Group(_kana, 170, 0.5)
        yield codec, Writing(0.03, 0.07, (_MARKS, kana, Group(_kanji, 3000, 0.36)))
    yield "cp949", Writing(0.03, 0.27, (Group(_punctuation, 40, 0.02), Group(_hangul, 2350, 0.93)))
    for codec in ("cp1251", "koi8_r"):
        yield codec, Writing(0.02, 0.23, _ALPHABET)
    for codec in ("cp1252", "latin_1"):
        yield codec, Writing(0.75, 0.2, _ALPHABET)


#: The codecs that are told apart, and how each one's language is written.
WRITINGS = dict(_writings())
