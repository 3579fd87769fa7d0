"""Korean: whether a space stands where two pieces of a sentence meet.

A line may end anywhere in Korean, in a word or behind it. The optional package kiwipiepy (the extra
`korean`) knows the language and decides; without it particles and endings do, and else a space.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

#: How much of each side is looked at, in characters.
_REACH = 40

#: What a word goes on with: particles and endings that never begin one.
_BEGINS_INSIDE = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에게|으로|로|와|과|도|만|까지|부터|보다|처럼|들이|들은|들을|들의|했다|한다|"
    r"하는|하고|하며|했|됐다|된다|되는|입니다|습니다|었다|았다|였다|이다|라고|다고|면서|지만|는데)(?:[\s.,]|$)"
)

#: Where kiwipiepy errs: behind a sentence's end stands a space, and 했다 makes a noun a verb.
_SENTENCE_END = re.compile(r"[.!?]['\"”’]?\Z")
_MAKES_A_VERB = re.compile("했[다습고으던지는]")
_NO_NOUN_ENDS = "을를은는이가도만에로의서게과와고려야록 "


@lru_cache(maxsize=1)
def _kiwi() -> Any:
    try:
        from kiwipiepy import Kiwi
    except ImportError:
        return None
    return Kiwi(num_workers=1)


def glue(left: str, right: str) -> str:
    """A space, or nothing where the break cuts a word.

    >>> glue("회의가", "열렸다.") in (" ", ""), glue("찬성합니다.", "하지만 우리는")
    (True, ' ')
    """
    if _SENTENCE_END.search(left[-2:]):
        return " "
    kiwi = _kiwi()
    if kiwi is None:
        return by_particles(right)
    if _MAKES_A_VERB.match(right) and "가" <= left[-1:] <= "힣" and left[-1] not in _NO_NOUN_ENDS:
        return ""
    before = left[-_REACH:].encode("utf-8", "replace").decode("utf-8")
    behind = right[:_REACH].encode("utf-8", "replace").decode("utf-8")
    _, spaces = kiwi.glue([before, behind], return_space_insertions=True)
    return " " if spaces[0] else ""


def by_particles(right: str) -> str:
    """What stands before a piece as far as its first signs tell, for want of kiwipiepy.

    >>> by_particles("를 열었다"), by_particles("열었다")
    ('', ' ')
    """
    return "" if _BEGINS_INSIDE.match(right[:8]) else " "
