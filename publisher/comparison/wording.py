"""Two texts word by word: what stands in both, in the old one only, in the new one only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, takewhile

from publisher.comparison.order import in_order

#: A run of letters or figures of a script with spaces is a word; any other character is one alone.
_WORD = re.compile(r"[^\W\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+|.", re.DOTALL)

#: So many words on end part two texts where they stand once in each.
_RUN = 8
#: Rows whose lengths multiply to no more than this are compared each with each.
_SHORT = 40_000
#: So often a part is parted again.
_DEPTH = 8


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
    for i, j, k, m, same in _parts(old, new, 1):
        mine, other = _lines(old, i, j, ends[0]), _lines(new, k, m, ends[1])
        if same and mine == other:
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
    for i, j, k, m, same in _parts(old, new, _RUN):
        if same:
            yield Stretch("".join(old[i:j]), Where.BOTH)
        else:
            yield Stretch("".join(old[i:j]), Where.OLD)
            yield Stretch("".join(new[k:m]), Where.NEW)


def _parts(
    old: Sequence[str], new: Sequence[str], run: int
) -> Iterator[tuple[int, int, int, int, bool]]:
    """Both rows in parts: each from where to where in the old and in the new, and if it's same."""
    i = k = 0
    for mine, other, length in (*_common(old, new, run, _DEPTH), (len(old), len(new), 0)):
        if i < mine or k < other:
            yield i, mine, k, other, False
        if length:
            yield mine, mine + length, other, other + length, True
        i, k = mine + length, other + length


def _common(
    old: Sequence[str], new: Sequence[str], run: int, depth: int
) -> Iterator[tuple[int, int, int]]:
    """What both rows have in order: where it begins in each, and its length.

    The time is about linear: runs that stand once in each row part them, as in Bram Cohen's
    patience diff, and only what is short is compared each with each. Where nothing parts what is
    long, it has nothing in common but its ends.
    """
    head = _alike(zip(old, new, strict=False))
    if head:
        yield 0, 0, head
        old, new = old[head:], new[head:]
    tail = _alike(zip(reversed(old), reversed(new), strict=False))
    ends = len(old) - tail, len(new) - tail
    for i, k, length in _between(old[: ends[0]], new[: ends[1]], run, depth):
        yield head + i, head + k, length
    if tail:
        yield head + ends[0], head + ends[1], tail


def _between(
    old: Sequence[str], new: Sequence[str], run: int, depth: int
) -> Iterator[tuple[int, int, int]]:
    if len(old) * len(new) <= _SHORT:
        found = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        yield from (block for block in found if block.size)
    elif depth:
        i = k = 0
        for mine, other in (*_anchors(old, new, run), (len(old), len(new))):
            if mine >= i and other >= k:
                for a, b, length in _common(old[i:mine], new[k:other], run, depth - 1):
                    yield i + a, k + b, length
                i, k = mine, other


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs from the first on are of two that are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _anchors(old: Sequence[str], new: Sequence[str], run: int) -> Iterator[tuple[int, int]]:
    """Where runs that stand once in each row begin in both, the most that stand in order."""
    there = _once(new, run)
    found = {there[key]: at for key, at in _once(old, run).items() if key in there}
    kept = in_order(sorted(found, key=found.__getitem__))
    yield from ((found[at], at) for at in sorted(kept))


def _once(row: Sequence[str], run: int) -> dict[tuple[str, ...], int]:
    """The runs that stand once in a row, and where."""
    runs = [tuple(row[at : at + run]) for at in range(len(row) - run + 1)]
    counts = Counter(runs)
    return {key: at for at, key in enumerate(runs) if counts[key] == 1}


def _merged(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    for where, run in groupby((one for one in stretches if one.text), lambda one: one.where):
        yield Stretch("".join(one.text for one in run), where)
