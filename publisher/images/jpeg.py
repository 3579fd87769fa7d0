"""JPEG without what it says of itself: pixels untouched, everything else taken out.

Source: ITU-T T.81, annex B.
"""

from __future__ import annotations

from collections.abc import Iterator

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_JFIF, _ADOBE = 0xE0, 0xEE
_APPLICATION = range(0xE0, 0xF0)
_COMMENT = 0xFE


def without_metadata(content: bytes) -> bytes:
    """A whole JPEG without EXIF, XMP, profiles, comments, previews and what stands behind its end.

    The segments that say how its samples are to be read (JFIF, Adobe) stay. Raises ValueError
    where the segments don't hang together.
    """
    if content[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    return b"\xff\xd8" + b"".join(_kept(content)) + b"\xff\xd9"


def _kept(content: bytes) -> Iterator[bytes]:
    place = 2
    while True:
        marker, place = _marker(content, place)
        if marker == _END:
            return
        length = int.from_bytes(content[place : place + 2], "big")
        end = place + length
        if length < 2 or end > len(content):
            raise ValueError("a segment of the JPEG leads beyond its end")
        if _belongs(marker, content[place + 2 : end]):
            yield bytes((0xFF, marker)) + content[place:end]
        if marker == _SCAN:
            start, end = end, _scan_end(content, end)
            yield content[start:end]
        place = end


def _marker(content: bytes, place: int) -> tuple[int, int]:
    """The next marker and the place behind it; FF may stand before it any number of times."""
    if content[place : place + 1] != b"\xff":
        raise ValueError("a segment of the JPEG doesn't begin with a marker")
    while content[place : place + 1] == b"\xff":
        place += 1
    if place >= len(content) or content[place] == _START:
        raise ValueError("the JPEG has no end")
    return content[place], place + 1


def _belongs(marker: int, body: bytes) -> bool:
    if marker == _JFIF:
        return body.startswith(b"JFIF\0")
    if marker == _ADOBE:
        return body.startswith(b"Adobe")
    return marker not in _APPLICATION and marker != _COMMENT


def _scan_end(content: bytes, place: int) -> int:
    """Where the coded samples end: at a marker that is neither stuffing nor a restart."""
    while (place := content.find(b"\xff", place)) >= 0 and place + 1 < len(content):
        sign = content[place + 1]
        if sign != 0 and not 0xD0 <= sign <= 0xD7 and sign != 0xFF:
            return place
        place += 1 if sign == 0xFF else 2
    raise ValueError("the JPEG has no end")
