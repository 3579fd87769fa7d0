"""The visible table, and what every reader owes: the text as it stands, the bytes again."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import InputError
from publisher.readers import MAX_BYTES, READERS, read


@pytest.mark.parametrize("name", ["seed", "a.txt", "A.TXT", "b.text", "c.md", "d.markdown"])
def test_every_suffix_has_its_reader(name: str) -> None:
    assert read(name, "工会办起夜校".encode()).text == "工会办起夜校"


def test_an_unknown_suffix_is_told_with_the_known_ones() -> None:
    with pytest.raises(InputError, match=r"a\.docx: no reader for \.docx") as told:
        read("a.docx", b"text")
    assert all(suffix in told.value.remedy for suffix in READERS if suffix)


def test_nothing_is_tidied() -> None:
    text = "一\r\n二\r三\u2028四\f五\x85六\u3000七 \t\n\n\n八\x1a"
    assert read("a.txt", text.encode()).text == text


def test_the_digest_is_of_the_bytes() -> None:
    data = "报".encode("utf-8-sig")
    assert read("a.txt", data).source_digest == sha256(data).hexdigest()


def test_the_extractor_says_which_reader() -> None:
    assert read("a.txt", b"a").extractor == "text"
    assert read("a.md", b"a").extractor == "markdown"


def test_too_large_says_size_and_limit() -> None:
    with pytest.raises(InputError, match="64,000,001 bytes, more than the limit of 64,000,000"):
        read("a.txt", b"a" * (MAX_BYTES + 1))


@given(st.binary(max_size=300))
def test_any_bytes_come_back_or_are_refused(data: bytes) -> None:
    try:
        transcript = read("a.txt", data)
    except InputError as told:
        assert str(told).startswith("a.txt")
        assert told.remedy
    else:
        assert transcript.encoding.encode(transcript.text) == data


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1))
def test_utf_8_is_read_as_utf_8_or_refused_as_binary(text: str) -> None:
    data = text.encode()
    try:
        assert read("a.txt", data).text == text
    except InputError as told:
        assert "binary" in str(told) or not text.strip()
