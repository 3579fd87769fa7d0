"""Word pairs: how likely one Chinese word is to follow another, in general prose."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise

#: A word's number takes so many bits of a pair's key, and five bytes hold the difference of two.
_BITS = 18
_PLANES = 5
#: Steps of a cost, which is a negative decimal logarithm.
_SCALE = 32
#: The cost of a character that is no word of the table, and its number.
_UNKNOWN_COST = 6.3
UNKNOWN = -1
LONGEST = 6


@dataclass(frozen=True, slots=True, eq=False)
class WordPairs:
    """Words by number, the commonest first, and the pairs of them that say more than each alone.

    `single` is the cost of each word and `backoff` what it adds where its pair isn't known; `keys`
    are sorted, the first word's number above the second's, and `levels` stands beside them.
    """

    numbers: Mapping[str, int]
    single: bytes
    backoff: bytes
    keys: array[int]
    levels: bytes

    def cost(self, before: int | None, word: int) -> float:
        """The negative decimal logarithm of a word's probability, behind another or by itself."""
        alone = _UNKNOWN_COST if word == UNKNOWN else self.single[word] / _SCALE
        if before is None or before == UNKNOWN:
            return alone
        if word != UNKNOWN:
            wanted = before << _BITS | word
            place = bisect_left(self.keys, wanted)
            if place < len(self.keys) and self.keys[place] == wanted:
                return self.levels[place] / _SCALE
        return alone + self.backoff[before] / _SCALE

    def words_at(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        """The words that begin at a place: where each ends, and its number.

        Every single character is a word, UNKNOWN if need be.
        """
        yield start + 1, self.numbers.get(text[start], UNKNOWN)
        for end in range(start + 2, min(start + LONGEST, len(text)) + 1):
            number = self.numbers.get(text[start:end])
            if number is not None:
                yield end, number

    def to_bytes(self) -> bytes:
        """The table as a file: the same table gives the same bytes."""
        words = "\n".join(self.numbers).encode()
        deltas = array("Q", (b - a for a, b in pairwise([0, *self.keys]))).tobytes()
        # Byte by byte of all differences, not difference by difference: a quarter smaller.
        planes = b"".join(deltas[plane::8] for plane in range(_PLANES))
        head = f"wordpairs 1 {len(words)} {len(self.single)} {len(self.keys)}\n".encode()
        body = words + self.single + self.backoff + planes + self.levels
        return head + zlib.compress(body, 9)

    @classmethod
    def from_bytes(cls, data: bytes) -> WordPairs:
        """The table of a file; ValueError where it isn't one."""
        head, _, body = data.partition(b"\n")
        name, version, *sizes = head.split()
        if (name, version) != (b"wordpairs", b"1"):
            raise ValueError("not a table of word pairs")
        text, words, pairs = (int(size) for size in sizes)
        whole = zlib.decompress(body)
        ends = list(accumulate((text, words, words, _PLANES * pairs, pairs)))
        parts = [whole[start:end] for start, end in pairwise([0, *ends])]
        wide = bytearray(8 * pairs)
        for plane in range(_PLANES):
            wide[plane::8] = parts[3][plane * pairs : (plane + 1) * pairs]
        deltas = array("Q")
        deltas.frombytes(wide)
        numbers = {word: place for place, word in enumerate(parts[0].decode().split("\n"))}
        return cls(numbers, parts[1], parts[2], array("Q", accumulate(deltas)), parts[4])

    @classmethod
    def of(
        cls,
        words: Mapping[str, tuple[float, float]],
        pairs: Mapping[tuple[str, str], float],
    ) -> WordPairs:
        """A table of words, each with its cost and its backoff, and of the costs of pairs.

        >>> table = WordPairs.of({"产业": (3, 0.5), "链": (4, 0.5)}, {("产业", "链"): 1})
        >>> first, second = table.numbers["产业"], table.numbers["链"]
        >>> table.cost(first, second), table.cost(second, first), table.cost(None, first)
        (1.0, 3.5, 3.0)
        >>> WordPairs.from_bytes(table.to_bytes()).cost(first, second)
        1.0
        """
        order = sorted(words, key=lambda word: (words[word][0], word))
        numbers = {word: number for number, word in enumerate(order)}
        costs = {
            numbers[first] << _BITS | numbers[second]: cost
            for (first, second), cost in pairs.items()
        }
        keys = sorted(costs)
        return cls(
            numbers,
            bytes(_level(words[word][0]) for word in order),
            bytes(_level(words[word][1]) for word in order),
            array("Q", keys),
            bytes(_level(costs[key]) for key in keys),
        )


def _level(cost: float) -> int:
    return max(0, min(255, round(cost * _SCALE)))


@lru_cache(maxsize=1)
def shipped() -> WordPairs:
    """The table that ships."""
    return WordPairs.from_bytes((files(__package__) / "zh-word-pairs.bin").read_bytes())
