"""What is no text to read: nothing, too much, or another kind of file."""

from __future__ import annotations

from publisher.errors import InputError

#: The largest source, in bytes: some hundred times the text of a Sunday paper.
MAX_BYTES = 64_000_000

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP container (EPUB, DOCX, …)"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)


def refuse(name: str, data: bytes) -> None:
    """Raise InputError where `data` can't be the text of an issue.

    >>> refuse("a.txt", b"%PDF-1.7")
    Traceback (most recent call last):
    publisher.errors.InputError: a.txt: is a PDF, not text
    """
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{name}: {len(data):,} bytes, more than the limit of {MAX_BYTES:,}",
            remedy="Split it into pages or issues.",
        )
    if not data.strip():
        raise InputError(f"{name}: is empty", remedy="Put the issue's text into it.")
    kind = next((kind for sign, kind in _SIGNATURES if data.startswith(sign)), "")
    if kind:
        raise InputError(
            f"{name}: is {kind}, not text",
            remedy="Extract its text first and save that as UTF-8 (.txt or .md).",
        )
