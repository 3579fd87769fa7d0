"""How a line's missing width is shared out among the slots of Chinese and Japanese text.

First it goes between an ideograph and a Western letter or digit, which a tenth of an em keeps
apart in every line that has room for it; then evenly between two characters of which one is
ideographic, and (double) into spaces. Sources: CSS Text 3, clause 6.4 (text-justify:
inter-character); CSS Text 4, clause 8.4 (text-autospace); CLREQ, clauses 3.1.6 and 3.2.2; JLREQ,
clause 3.8.4 (what is stretched first).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

#: No slot grows by more than this part of an em: a line still short then has too few of them.
CAP = 0.4

#: What keeps an ideograph and a Western letter or digit apart, in ems: just under the tenth at
#: which Poppler takes a slot for a space.
BETWEEN_SCRIPTS = 0.095

_SPACES = " \u00a0"
#: Signs without a width, of which no slot takes notice.
ZERO_WIDTH = "\u200b\u2060"
#: No slot stands inside a run of these: a dash and an ellipsis are one sign in two characters.
_RUNS = "—…⸺"


def is_ideographic(character: str) -> bool:
    """Whether a character sits in an em square: Han, kana, their marks, full-width forms.

    >>> [is_ideographic(sign) for sign in "工、ア！“A1"]
    [True, True, True, True, False, False, False]
    """
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\uff00" <= character <= "\uff60"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def is_slot(before: str, after: str) -> bool:
    """Whether a line may be stretched between two characters.

    >>> is_slot("工", "会"), is_slot("I", "P"), is_slot("P", "解"), is_slot("—", "—")
    (True, False, True, False)
    """
    if before == after and before in _RUNS:
        return False
    if before in _SPACES or after in _SPACES:
        return False
    return is_ideographic(before) or is_ideographic(after)


def is_gap(before: str, after: str) -> bool:
    """Whether a slot lies between an ideograph and a Western letter or digit.

    >>> is_gap("年", "5"), is_gap("P", "解"), is_gap("，", "5"), is_gap("年", "“")
    (True, True, False, False)
    """
    return (is_letter(before) and _is_western(after)) or (_is_western(before) and is_letter(after))


def is_letter(character: str) -> bool:
    """Whether a character is an ideograph or kana, not a mark.

    >>> [is_letter(sign) for sign in "工ア，５A"]
    [True, True, False, False, False]
    """
    return character < "\uff00" and character.isalpha() and is_ideographic(character)


def _is_western(character: str) -> bool:
    return character < "\u2e80" and character.isalnum()


@dataclass(frozen=True, slots=True)
class Slots:
    """Where a text may be stretched, as the indexes of the characters before the slots.

    `gaps` are those between scripts, `plain` all others, `spaces` the spaces themselves.
    """

    plain: tuple[int, ...] = ()
    gaps: tuple[int, ...] = ()
    spaces: tuple[int, ...] = ()


# The same few thousand pairs make up most of a text.
@lru_cache(maxsize=16384)
def _kinds(before: str, after: str) -> tuple[bool, bool]:
    return is_slot(before, after), is_gap(before, after)


def slots(text: str, following: str = "") -> Slots:
    """The slots of a text; `following` is what comes after it on the same line, or "".

    >>> slots("IP解码，", "会")
    Slots(plain=(2, 3, 4), gaps=(1,), spaces=())
    """
    visible = [(index, sign) for index, sign in enumerate(text) if sign not in ZERO_WIDTH]
    if following:
        visible.append((len(text), following))
    found = [(index, _kinds(before, after)) for (index, before), (_, after) in pairwise(visible)]
    return Slots(
        plain=tuple(index for index, (slot, gap) in found if slot and not gap),
        gaps=tuple(index for index, (slot, gap) in found if slot and gap),
        spaces=tuple(index for index, sign in enumerate(text) if sign in _SPACES),
    )


def shares(missing: float, gaps: int, others: int, full: bool) -> tuple[float, float]:
    """How a line's missing width (ems) is shared out: what each gap grows by, and each other slot.

    A space counts as two of the `others`. A line that isn't `full`, such as a paragraph's last,
    has only its scripts kept apart. No slot grows beyond `CAP`: a line with too few stays short.

    >>> shares(0.5, gaps=2, others=10, full=True)
    (0.095, 0.031)
    >>> shares(0.5, gaps=2, others=10, full=False)
    (0.095, 0.0)
    >>> shares(1.75, gaps=2, others=8, full=True), shares(9, gaps=2, others=8, full=True)
    ((0.175, 0.175), (0.4, 0.4))
    """
    gap = min(BETWEEN_SCRIPTS, missing / gaps) if gaps else 0.0
    if not full or not gaps + others:
        return gap, 0.0
    # The gaps may have taken everything, and by a rounding more.
    other = max(0.0, missing - gaps * gap) / others if others else CAP
    if other > gap:
        gap = other = min(CAP, missing / (gaps + others))
    return gap, other
