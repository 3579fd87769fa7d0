"""The reproducible ZIP."""

from __future__ import annotations

import pytest

from publisher.writers.container import pack


def test_the_order_is_the_given_one_and_the_bytes_are_the_same() -> None:
    files = [("b", b"1"), ("a", b"2")]
    assert pack(files) == pack(files)
    assert pack(files) != pack(files[::-1])


def test_a_name_may_stand_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        pack([("a", b""), ("a", b"")])
