"""The script of a piece of text, and the language that its small words tell."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

#: Characters next to a break that are looked at.
REACH = 400


class Script(StrEnum):
    """How a piece of text is joined: by its script."""

    HAN = "han"
    KANA = "kana"
    HANGUL = "hangul"
    SPACED = "spaced"
    NONE = "none"


_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]+")
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7a3]+")
_HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
_LETTER = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def script_of(text: str) -> Script:
    """The script of a piece of text, by its first and last characters.

    A Han character or a kana says as much as several letters do.

    >>> [str(script_of(text)) for text in ("自主IP授权业务", "図書館サービス", "den Fluss", "1:0")]
    ['han', 'kana', 'spaced', 'none']
    """
    if len(text) > 2 * REACH:
        text = text[:REACH] + text[-REACH:]
    kana, hangul, han = (_number(one, text) for one in (_KANA, _HANGUL, _HAN))
    letters = _number(_LETTER, text) - kana - hangul - han
    if letters > 4 * (kana + hangul + han):
        return Script.SPACED
    if not kana + hangul + han:
        return Script.SPACED if letters else Script.NONE
    if hangul > han + kana:
        return Script.HANGUL
    return Script.KANA if 20 * kana > han else Script.HAN


def _number(sort: re.Pattern[str], text: str) -> int:
    """How many characters are of a sort: found by runs, which is far quicker than one by one."""
    return sum(map(len, sort.findall(text)))


def is_han(character: str) -> bool:
    """Whether a character is a Han character.

    >>> is_han("报"), is_han("の"), is_han("")
    (True, False, False)
    """
    return bool(_HAN.match(character))


def joins_tightly(character: str) -> bool:
    """Whether a character takes no space beside it: Han, kana, and East Asian punctuation.

    >>> joins_tightly("报"), joins_tightly("」"), joins_tightly("é"), joins_tightly("한")
    (True, True, False, False)
    """
    return bool(
        _HAN.match(character)
        or _KANA.match(character)
        or "\u3000" <= character <= "\u30ff"
        or "\uff00" <= character <= "\uff65"
    )
