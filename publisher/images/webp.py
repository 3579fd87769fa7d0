"""The size of a WebP picture from its header (RFC 9649, 2.5–2.7), before anything is decoded."""

from __future__ import annotations


def webp_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None where the header isn't one.

    >>> webp_size(b"RIFF....WEBPVP8X\\n\\0\\0\\0" + bytes((0, 0, 0, 0, 1, 0, 0, 2, 0, 0)))
    (2, 3)
    """
    kind, body = content[12:16], content[20:30]
    if len(body) < 10:
        return None
    if kind == b"VP8X":
        return _number(body[4:7]) + 1, _number(body[7:10]) + 1
    if kind == b"VP8L" and body[0] == 0x2F:
        bits = _number(body[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        return _number(body[6:8]) & 0x3FFF, _number(body[8:10]) & 0x3FFF
    return None


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")
