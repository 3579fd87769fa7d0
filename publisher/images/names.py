"""Names of image files: inside the issue's folder, and of a kind that is what the bytes are."""

from __future__ import annotations

import re
from posixpath import normpath, splitext

from publisher.errors import InputError

#: The largest image file, in bytes: an A3 page at 600 pixels an inch as a plain TIFF has some 200.
MAX_BYTES = 256_000_000

_FORMATS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WebP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".svg": "SVG",
}

_SIGNATURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),
    (b"MM\x00+", "TIFF"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"%PDF-", "PDF"),
    (b"%!PS", "PostScript"),
    (b"8BPS", "Photoshop"),
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "ZIP"),
)

_SCHEME = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})")
_NEVER = re.compile("[\x00-\x1f\x7f\\\\]")


def checked_name(name: str) -> str:
    """A file's name below the issue's folder, in its plainest form.

    Raises InputError for an address, an absolute path, or one that leads out of the folder. A
    symbolic link is for `files.read_inside` to refuse: only that sees the disk.

    >>> checked_name("./photos/p3-1.jpg")
    'photos/p3-1.jpg'
    >>> checked_name("https://example.org/a.jpg")
    Traceback (most recent call last):
    publisher.errors.InputError: https://example.org/a.jpg: is an address, no file of the issue
    """
    shown = name[:200]
    if _SCHEME.match(name):
        raise InputError(
            f"{shown}: is an address, no file of the issue",
            remedy="Put the picture into the issue's folder and name it without an address.",
        )
    parts = name.split("/")
    # No file system holds a longer name.
    long = any(len(part.encode("utf-8", "surrogatepass")) > 255 for part in parts)
    if (
        name.startswith("/")
        or ".." in parts
        or long
        or _NEVER.search(name)
        or not name.strip("./ ")
    ):
        raise InputError(
            f"{shown!r}: is no path inside the issue's folder",
            remedy="Put the picture into the issue's folder and name it from there, with /.",
        )
    return normpath(name)


def format_of(name: str, content: bytes) -> str:
    """The format of an image file: what its name says, which its bytes have to bear out.

    Raises InputError where there is nothing, too much, another format than the name says, or one
    that isn't read here.
    """
    if not content:
        raise InputError(f"{name}: is empty", remedy="Save the picture again.")
    if len(content) > MAX_BYTES:
        raise InputError(
            f"{name}: {len(content) / 1e6:.0f} MB is more than the {MAX_BYTES / 1e6:.0f} MB"
            " a picture may have",
            remedy="Save it smaller, or as JPEG.",
        )
    told = _FORMATS.get(splitext(name)[1].lower())
    found = _found(content)
    if told is None:
        raise InputError(
            f"{name}: isn't named as a picture that can be read ({', '.join(sorted(_FORMATS))})",
            remedy="Save it as JPEG, PNG or TIFF, a drawing as SVG.",
        )
    if found != told:
        raise InputError(
            f"{name}: is {found or 'no picture that is known here'}, not {told} as its name says",
            remedy="Rename it for what it is, or save it again in the format of its name.",
        )
    return told


def _found(content: bytes) -> str:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WebP"
    for sign, kind in _SIGNATURES:
        if content.startswith(sign):
            return kind
    # UTF-8 or UTF-16, with or without a byte order mark.
    head = content[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    return "SVG" if head.startswith(b"<") else ""
