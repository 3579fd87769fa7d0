"""Terms: a text as the index has it, each Chinese character a term and each Western word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from opencc import OpenCC

#: Terms that aren't letters beyond ASCII are moved here: the index takes ASCII signs for space.
_PRIVATE = 0xE000
_SPACES = re.compile(r"[^\S\n]+")


class Term(NamedTuple):
    """A term and its place in the text it was taken from, in code points."""

    text: str
    start: int
    end: int


class _Folding(dict[int, str]):
    """What each character counts as, worked out when it's first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


def _folded(sign: str) -> str:
    """A character's form in the index; one for one, so that places stay places."""
    if "\ud800" <= sign <= "\udfff":
        return "�"
    form = unicodedata.normalize("NFKC", sign).casefold()
    form = form if len(form) == 1 else sign
    if form < "\u2000":
        parts = unicodedata.normalize("NFKD", form)
        if all(unicodedata.combining(one) for one in parts[1:]):
            form = parts[0]
    if form >= "\u2e80":
        simple = _simplified().convert(form)
        form = simple if len(simple) == 1 else form
    return form


@lru_cache(maxsize=1)
def _simplified() -> OpenCC:
    return OpenCC("t2s")


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text with its variants made one: width, case, accents, traditional characters.

    As long as the text, so that places in one are places in the other.

    >>> fold("工會ＡＢ Café")
    '工会ab cafe'
    """
    return text.translate(_FOLDING)


def terms(text: str) -> list[Term]:
    """The terms of a text in order; a space is none, the end of a line is one.

    Words are of the scripts that part words by spaces. A digit is a term of its own, so that 5月
    is found in 2025年5月; a mark is one too, so that a phrase doesn't run across it.

    >>> [term.text for term in terms("工會 ASEAN 25")]
    ['工', '会', 'asean', '2', '5']
    """
    found: list[Term] = []
    folded = fold(text)
    for match in _TERM.finditer(folded):
        word = match[0]
        if word[0] < "\x80" and not (word[0].isalpha()):
            word = chr(_PRIVATE + ord(word[0])) if not word[0].isdecimal() else word
        found.append(Term(word, match.start(), match.end()))
    return found


def _letters() -> str:
    """The letters of scripts that part words by spaces, as a character class."""
    codes = [
        code
        for code in (*range(0x41, 0xE00), *range(0x10A0, 0x1100), *range(0x1E00, 0x2000))
        if chr(code).isalpha()
    ]
    starts = [codes[0], *(after for before, after in pairwise(codes) if after != before + 1)]
    ends = [*(before for before, after in pairwise(codes) if after != before + 1), codes[-1]]
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(starts, ends, strict=True))


_TERM = re.compile(rf"[{_letters()}]+|\n|\S")


def indexed(text: str) -> str:
    """A text as the index takes it: its terms, a space between.

    >>> indexed("工会")
    '工 会'
    """
    return " ".join(term.text for term in terms(text))


def phrases(query: str) -> list[list[str]]:
    """The phrases of a query: what stands between spaces, or in quotation marks.

    >>> phrases('工會 "labour union"')
    [['工', '会'], ['labour', 'union']]
    """
    parts = re.findall(r'"([^"]*)"|(\S+)', _SPACES.sub(" ", query.replace("\n", " ")))
    found = [[term.text for term in terms(quoted or bare)] for quoted, bare in parts]
    return [phrase for phrase in found if phrase]


def matching(found: Sequence[Sequence[str]]) -> str:
    """Phrases as an FTS5 expression: all of them.

    >>> matching([["工", "会"]])
    '"工 会"'
    """
    return " AND ".join('"' + " ".join(phrase) + '"' for phrase in found)


def occurrences(text: str, wanted: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Where any of the phrases stands in a text: `(start, end)` in code points, in order.

    >>> occurrences("总工會办起夜校", [["工", "会"]])
    [(1, 3)]
    """
    found: list[tuple[int, int]] = []
    here = terms(text)
    words = [term.text for term in here]
    for phrase in wanted:
        size = len(phrase)
        start = 0
        while phrase[0] in words[start:]:
            start = words.index(phrase[0], start)
            if words[start : start + size] == list(phrase):
                found.append((here[start].start, here[start + size - 1].end))
                start += size
            else:
                start += 1
    return sorted(found)
