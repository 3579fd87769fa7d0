"""The cache: what is put comes back whole or not at all, and the limit holds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from publisher.cache import Cache, default_root

KEYS = [f"{number:02x}" * 32 for number in range(6)]


def test_what_is_damaged_counts_as_absent(tmp_path: Path) -> None:
    cache = Cache(tmp_path, 1000)
    cache.put(KEYS[1], b"an edition")
    path = next(tmp_path.glob("??/*"))
    path.write_bytes(path.read_bytes()[:-1])
    assert cache.get(KEYS[1]) is None
    cache.put(KEYS[1], b"an edition")
    assert cache.get(KEYS[1]) == b"an edition"


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, 500)
    for age, key in enumerate(KEYS):
        cache.put(key, b"x" * 36)
        os.utime(tmp_path / key[:2] / key[2:], (age, age))
    assert cache.get(KEYS[0])  # Used now: the oldest no more.
    assert cache.trim() == 400
    assert [cache.get(key) is not None for key in KEYS] == [True, False, False, True, True, True]


def test_below_the_limit_nothing_goes(tmp_path: Path) -> None:
    cache = Cache(tmp_path, 100)
    cache.put(KEYS[0], b"x" * 36)
    assert cache.trim() == 100
    assert cache.get(KEYS[0])


def test_a_folder_that_cant_be_made_keeps_nothing_and_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file", 1000)
    cache.put(KEYS[0], b"x")
    assert cache.get(KEYS[0]) is None
    assert cache.trim() == 0


def test_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLISHER_CACHE", "/elsewhere")
    assert default_root() == Path("/elsewhere")
    monkeypatch.delenv("PUBLISHER_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    assert default_root() == Path("/cache/publisher/results")
