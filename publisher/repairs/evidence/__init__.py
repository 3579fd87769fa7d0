"""Evidence: what texts of a kind look like, and what a break between two pieces may be. Pure."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

SHIPPED = (
    "zh-ngrams.bin",
    "zh-words.bin",
    "zh-word-pairs.bin",
    "zh-seam.json",
    "han-variants.txt",
)


@lru_cache(maxsize=1)
def shipped_digests() -> tuple[tuple[str, str], ...]:
    """The evidence that ships, each table with its SHA-256, for the ledger."""
    folder = files(__package__)
    return tuple((name, sha256((folder / name).read_bytes()).hexdigest()) for name in SHIPPED)
