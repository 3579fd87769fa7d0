"""The reproducible ZIP."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.writers.container import pack


def test_the_order_is_the_given_one_and_the_bytes_are_the_same() -> None:
    files = [("b", b"1"), ("a", b"2")]
    assert pack(files) == pack(files)
    assert pack(files) != pack(files[::-1])


@given(st.dictionaries(st.text("ab/版.", min_size=1, max_size=6), st.binary(max_size=50)))
def test_what_goes_in_comes_out_in_its_order(files: dict[str, bytes]) -> None:
    with ZipFile(BytesIO(pack(files.items()))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files
        assert archive.namelist() == list(files)


def test_only_what_is_named_is_stored_and_no_entry_tells_of_its_machine() -> None:
    with ZipFile(BytesIO(pack([("a", b"x" * 99), ("b", b"x" * 99)], frozenset({"a"})))) as archive:
        first, second = archive.infolist()
    assert (first.compress_type, second.compress_type) == (ZIP_STORED, ZIP_DEFLATED)
    for entry in (first, second):
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert (entry.create_system, entry.external_attr) == (3, 0o100644 << 16)
        assert entry.extra == entry.comment == b""


def test_a_name_may_stand_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        pack([("a", b""), ("a", b"")])
