"""Reads plain text in any of the encodings that newspapers have used."""

from __future__ import annotations

from hashlib import sha256

from publisher.readers.encodings import decode
from publisher.readers.refusals import refuse
from publisher.text import Transcript


def read(name: str, data: bytes) -> Transcript:
    """The text as it stands: line ends, form feeds and blanks are kept.

    Raises InputError where `data` is empty, too large, no text, or would not come back.

    >>> read("a.txt", b"one\\r\\ntwo").text
    'one\\r\\ntwo'
    """
    refuse(name, data)
    text, encoding = decode(name, data)
    return Transcript(text, encoding, sha256(data).hexdigest(), "text")
