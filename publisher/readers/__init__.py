"""Readers: the bytes of a source become a transcript that gives the same bytes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from publisher.errors import InputError
from publisher.readers import markdown, plain_text
from publisher.readers.refusals import MAX_BYTES
from publisher.text import Transcript

__all__ = ["MAX_BYTES", "READERS", "read"]

Reader = Callable[[str, bytes], Transcript]

#: Which reader reads which file, by its suffix in lower case.
READERS: Mapping[str, Reader] = {
    "": plain_text.read,
    ".txt": plain_text.read,
    ".text": plain_text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}


def read(name: str, data: bytes) -> Transcript:
    """The transcript of a source; `name` is its file name, which also stands in messages.

    Raises InputError for a format that no reader knows, and for what its reader refuses: nothing
    in it, something other than text, more than MAX_BYTES, or bytes that would not come back.

    >>> read("seed.txt", "工会办起夜校".encode("gb18030")).encoding.codec
    'gb18030'
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in READERS:
        known = ", ".join(sorted(filter(None, READERS)))
        raise InputError(
            f"{name}: no reader for {suffix} files", remedy=f"Save its text as one of: {known}."
        )
    return READERS[suffix](name, data)
