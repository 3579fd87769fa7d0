"""The balance of brackets and quotation marks on both sides of a break."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Marks that open, each with the one that closes it.
PAIRS = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": ")",
    "【": "】",
    "〔": "〕",
    "［": "］",
    "[": "]",
    "«": "»",
    "„": "“",
}
_CLOSING = frozenset(PAIRS.values())
_MARK = re.compile(f"[{re.escape(''.join([*PAIRS, *PAIRS.values()]))}]")
QUOTES = frozenset("“‘「『«„")

#: How far from the break a mark is looked for, in characters.
REACH = 400


@dataclass(frozen=True, slots=True)
class Balance:
    """What the left leaves open, innermost last, and what the right closes first; "" is nothing."""

    open: str
    closed: str

    @property
    def matches(self) -> bool:
        """Whether the right closes what the left left open."""
        return bool(self.open and self.closed) and PAIRS[self.open[-1]] == self.closed


def balance(left: str, right: str) -> Balance:
    """The balance of a break.

    >>> balance("在接下来的“开学第一", "课”上").matches
    True
    >>> balance("（记者", "张晶").matches
    False
    """
    return Balance(_left_open(left[-REACH:]), _right_closed(right[:REACH]))


def _left_open(text: str) -> str:
    stack: list[str] = []
    marks: list[str] = _MARK.findall(text)
    for sign in marks:
        if stack and sign == PAIRS[stack[-1]]:
            stack.pop()
        elif sign in PAIRS:
            stack.append(sign)
    return "".join(stack)


def _right_closed(text: str) -> str:
    stack: list[str] = []
    marks: list[str] = _MARK.findall(text)
    for sign in marks:
        if stack and sign == PAIRS[stack[-1]]:
            stack.pop()
        elif sign in PAIRS:
            stack.append(sign)
        elif sign in _CLOSING:
            return sign
    return ""
