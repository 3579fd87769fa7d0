"""Reads Markdown: text whose signs structure reads for its layout and does not trust further."""

from __future__ import annotations

from hashlib import sha256

from publisher.readers.encodings import decode
from publisher.readers.refusals import refuse
from publisher.text import Transcript


def read(name: str, data: bytes) -> Transcript:
    """The text as it stands, its signs (`#`, `**`, `>>`) included.

    Raises InputError where `data` is empty, too large, no text, or would not come back.

    >>> read("a.md", b"# Harbour News").extractor
    'markdown'
    """
    refuse(name, data)
    text, encoding = decode(name, data)
    return Transcript(text, encoding, sha256(data).hexdigest(), "markdown")
