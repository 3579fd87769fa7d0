"""Character n-grams: how often runs of one to three characters were printed."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import Protocol

from publisher.repairs.evidence.variants import simplified

#: A character's number takes so many bits of a key; three characters fit into 63.
_BITS = 21
_ORDER = 3

#: Stand before and behind each paragraph in the counts: how paragraphs begin and end.
START, END = "\x02", "\x03"

_FOLDED = str.maketrans(
    '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz”„«»「」『』"',
    "0" * 10 + "A" * 52 + "“" * 9,
)


def folded(text: str) -> str:
    """Text as it is counted: every digit is 0, every Latin letter A, every double quotation mark “.

    Which digit or letter stands at a break says nothing; that one stands there does.

    >>> folded("2024年IP")
    '0000年AA'
    """
    return text.translate(_FOLDED)


def key(run: str) -> int:
    """A run of up to three characters as a number; runs sort by their length first.

    >>> key("工会") == (ord("工") << 21 | ord("会"))
    True
    """
    number = 0
    for character in run:
        number = number << _BITS | ord(character)
    return number


class Counts(Protocol):
    """Counts of character runs: one table or several; `own` where the paper's own text is in."""

    @property
    def own(self) -> bool:
        """Whether what the paper itself has printed was counted."""

    @property
    def total(self) -> int:
        """How many characters were counted."""

    def count(self, run: str) -> int:
        """How often a run was seen."""

    def __hash__(self) -> int:
        """Judgements made with a table are kept by it; each table is itself alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Ngrams:
    """Counts of character runs: `keys` sorted, `counts` beside them, `total` characters in all."""

    keys: array[int]
    counts: array[int]
    total: int

    @property
    def own(self) -> bool:
        """False: the table that ships knows no paper."""
        return False

    def count(self, run: str) -> int:
        """How often a run of one to three characters was seen (0 where it was pruned)."""
        return _count(self, run)

    def to_bytes(self) -> bytes:
        """The table as a file: the same table gives the same bytes."""
        deltas = array("Q", (b - a for a, b in pairwise([0, *self.keys])))
        body = deltas.tobytes() + self.counts.tobytes()
        head = f"ngrams 1 {len(self.keys)} {self.total}\n".encode()
        return head + zlib.compress(body, 9)

    @classmethod
    def from_bytes(cls, data: bytes) -> Ngrams:
        """The table of a file; ValueError where it isn't one."""
        head, _, body = data.partition(b"\n")
        name, version, size, total = head.split()
        if (name, version) != (b"ngrams", b"1"):
            raise ValueError("not a table of n-grams")
        whole = zlib.decompress(body)
        deltas, counts = array("Q"), array("I")
        deltas.frombytes(whole[: 8 * int(size)])
        counts.frombytes(whole[8 * int(size) :])
        return cls(array("Q", accumulate(deltas)), counts, int(total))


# The same few runs are asked about at every break.
@lru_cache(maxsize=1 << 14)
def _count(table: Ngrams, run: str) -> int:
    wanted = key(run)
    place = bisect_left(table.keys, wanted)
    if place < len(table.keys) and table.keys[place] == wanted:
        return table.counts[place]
    return 0


def count_ngrams(texts: Iterable[tuple[str, int]], least: Mapping[int, int]) -> Ngrams:
    """Count the runs of paragraphs, each with a weight; leave out what is seen less than `least`.

    Texts are `folded`; runs don't cross paragraphs; a paragraph begins with START, ends with END.

    >>> table = count_ngrams([("工会工会", 1)], {1: 1, 2: 1, 3: 1})
    >>> table.count("工会"), table.count("会工"), table.count("会会"), table.total
    (2, 1, 0, 4)
    """
    runs: Counter[str] = Counter()
    total = 0
    by_weight: dict[int, Counter[str]] = {}
    for text, weight in texts:
        counter = by_weight.setdefault(weight, Counter())
        total += weight * len(text)
        text = START + folded(text) + END
        for length in range(1, _ORDER + 1):
            counter.update(text[place : place + length] for place in range(len(text) - length + 1))
    for weight, counter in sorted(by_weight.items()):
        for run, count in counter.items():
            runs[run] += weight * count
    kept = sorted((key(run), count) for run, count in runs.items() if count >= least[len(run)])
    return Ngrams(array("Q", (k for k, _ in kept)), array("I", (c for _, c in kept)), total)


@lru_cache(maxsize=1)
def shipped() -> Ngrams:
    """The table that ships, trained on official texts and statutes."""
    return Ngrams.from_bytes((files(__package__) / "zh-ngrams.bin").read_bytes())


@dataclass(frozen=True, slots=True, eq=False)
class Mixture:
    """Several tables as one: each count is multiplied by its table's weight."""

    tables: tuple[tuple[Ngrams, int], ...]

    @property
    def own(self) -> bool:
        """Whether there is more than the table that ships."""
        return len(self.tables) > 1

    @property
    def total(self) -> int:
        """The weighted number of characters counted."""
        return sum(weight * table.total for table, weight in self.tables)

    def count(self, run: str) -> int:
        """The weighted count of a run."""
        return sum(weight * table.count(run) for table, weight in self.tables)


def learned(texts: Iterable[str]) -> Ngrams:
    """The table of a paper's own texts: paragraphs are what line ends divide."""
    paragraphs = (line for text in texts for line in simplified(text).splitlines() if line.strip())
    return count_ngrams(((line, 1) for line in paragraphs), {1: 1, 2: 1, 3: 2})
