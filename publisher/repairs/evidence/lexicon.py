"""The lexicon: how common Chinese words are, as a compact table of logarithms."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from itertools import accumulate, pairwise
from math import log1p

#: Steps of a frequency's logarithm; 255 is the most common word.
_SCALE = 16


def _key(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=5).digest())


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words by a digest of five bytes, sorted, with the logarithm of their frequency."""

    keys: array[int]
    levels: bytes

    def frequency(self, word: str) -> float:
        """log(1 + frequency) of a word; 0 where it isn't known."""
        return _frequency(self, word)

    def to_bytes(self) -> bytes:
        """The lexicon as a file."""
        deltas = array("Q", (b - a for a, b in pairwise([0, *self.keys])))
        return f"lexicon 1 {len(self.keys)}\n".encode() + zlib.compress(
            deltas.tobytes() + self.levels, 9
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Lexicon:
        """The lexicon of a file; ValueError where it isn't one."""
        head, _, body = data.partition(b"\n")
        name, version, size = head.split()
        if (name, version) != (b"lexicon", b"1"):
            raise ValueError("not a lexicon")
        whole = zlib.decompress(body)
        deltas = array("Q")
        deltas.frombytes(whole[: 8 * int(size)])
        return cls(array("Q", accumulate(deltas)), whole[8 * int(size) :])

    @classmethod
    def of(cls, frequencies: Mapping[str, int]) -> Lexicon:
        """A lexicon of words with their frequencies.

        >>> lexicon = Lexicon.of({"产业链": 12})
        >>> round(lexicon.frequency("产业链"), 1), lexicon.frequency("业链")
        (2.6, 0.0)
        """
        levels = {
            _key(word): min(255, round(log1p(count) * _SCALE))
            for word, count in frequencies.items()
        }
        keys = sorted(levels)
        return cls(array("Q", keys), bytes(levels[one] for one in keys))


# The same few words are asked about at every break.
@lru_cache(maxsize=1 << 14)
def _frequency(lexicon: Lexicon, word: str) -> float:
    wanted = _key(word)
    place = bisect_left(lexicon.keys, wanted)
    if place < len(lexicon.keys) and lexicon.keys[place] == wanted:
        return lexicon.levels[place] / _SCALE
    return 0.0


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """The lexicon that ships."""
    return Lexicon.from_bytes((files(__package__) / "zh-words.bin").read_bytes())
