"""Two texts word by word: what stands in both, in the old one only, in the new one only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

#: A run of letters or figures of a script with spaces is a word; any other character is one alone.
_WORD = re.compile(r"[^\W\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+|.", re.DOTALL)


class Where(StrEnum):
    """In which of two texts a stretch stands."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters, and where they stand."""

    text: str
    where: Where


def differences(old: str, new: str) -> tuple[Stretch, ...]:
    """The stretches of two texts in order; those of BOTH and OLD are the old text, whole.

    >>> [(one.text, str(one.where)) for one in differences("IP解\\n码会展", "IP解码会展")]
    [('IP解', 'both'), ('\\n', 'old'), ('码会展', 'both')]
    """
    return tuple(_merged(_paragraph_by_paragraph(old.split("\n"), new.split("\n"))))


def _paragraph_by_paragraph(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """Whole paragraphs first: only what differs is compared by words, which costs more."""
    ends = len(old), len(new)
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        mine, other = _lines(old, i, j, ends[0]), _lines(new, k, m, ends[1])
        if kind == "equal" and mine == other:
            yield Stretch(mine, Where.BOTH)
        else:
            yield from _by_words(_WORD.findall(mine), _WORD.findall(other))


def _lines(lines: Sequence[str], start: int, end: int, count: int) -> str:
    """Lines with the ends they have in the text: all but its last have one."""
    return "".join(
        line + ("\n" if number < count - 1 else "")
        for number, line in enumerate(lines[start:end], start=start)
    )


def _by_words(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Stretch("".join(old[i:j]), Where.BOTH)
        else:
            yield Stretch("".join(old[i:j]), Where.OLD)
            yield Stretch("".join(new[k:m]), Where.NEW)


def _merged(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    for where, run in groupby((one for one in stretches if one.text), lambda one: one.where):
        yield Stretch("".join(one.text for one in run), where)
