"""Finds the encoding of a text: marks first, strict UTF-8, then what reads as plausible writing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.errors import InputError
from publisher.readers.plausibility import WRITINGS, plausibility, readable
from publisher.text import Encoding

#: Byte order marks; UTF-32's little end begins like UTF-16's, so it comes first.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

#: What texts in UTF-16 are made of: ASCII, Latin, Cyrillic, East Asian marks, kana, Han, hangul.
_FAMILIAR = re.compile(
    "[\\s -~\xa0-\u017f\u0400-\u04ff\u2010-\u2026\u3000-\u30ff\u4e00-\u9fff가-힣！-～]"
)

#: Bytes that the library looks at.
_SAMPLE = 20_000

#: What the library's opinion is worth: as much as this many nats of likelihood.
_OPINION = 3.0

#: Valid UTF-8 sequences for one fault from which a text counts as damaged UTF-8.
_DAMAGED = 4

#: Control characters that a text doesn't need; tab, line ends, form feed and ^Z it may have.
_CONTROLS = [chr(code) for code in (*range(9), *range(14, 26), *range(27, 32), *range(127, 160))]
_CONTROLS.remove("\x85")

#: The most of these that a text may hold, in a hundred characters; three may always stand.
_CONTROL_SHARE = 0.01


def decode(name: str, data: bytes) -> tuple[str, Encoding]:
    """The text of `data` and its encoding, which gives exactly `data` back.

    Raises InputError where no encoding does, or where the result is no text.

    >>> decode("a.txt", "工会办起夜校，职工下班后来上课。".encode("big5", "ignore"))[1].codec
    'cp950'
    """
    for encoding in _likely(name, data):
        text = _decoded(data, encoding)
        if text is not None:
            _check_text(name, text, encoding)
            return text, encoding
    raise _unknown(name)


def _unknown(name: str) -> InputError:
    return InputError(
        f"{name}: its encoding can't be told, or it is no text",
        remedy="Save it as UTF-8 and try again.",
    )


def _likely(name: str, data: bytes) -> Iterator[Encoding]:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            yield Encoding(codec, mark)
            return
    if 0 in data:
        yield from _utf_16(data)
        if data.count(0) < len(data) / 1000:
            yield Encoding("utf-8")
        return
    yield Encoding("utf-8")
    _refuse_damaged(name, data)
    opinion = _opinion(data)
    yield from sorted(
        map(Encoding, WRITINGS),
        key=lambda one: -plausibility(data, one.codec) - _OPINION * (one.codec == opinion),
    )


def _utf_16(data: bytes) -> list[Encoding]:
    """UTF-16 without a mark, the likelier byte order first; none where zero bytes mean binary."""
    found: list[tuple[int, str]] = []
    for codec in ("utf-16-le", "utf-16-be"):
        text = _decoded(data, Encoding(codec)) or "\0"
        familiar = len(_FAMILIAR.findall(text))
        if "\0" not in text and 2 * familiar > len(text):
            found.append((-familiar, codec))
    return [Encoding(codec) for _, codec in sorted(found)]


def _opinion(data: bytes) -> str:
    from charset_normalizer import from_bytes

    first = next((place for place, byte in enumerate(data) if byte > 127), 0)
    known = [codec for codec in WRITINGS if codec not in {"big5hkscs", "latin_1"}]
    found = from_bytes(data[first : first + _SAMPLE], cp_isolation=known).best()
    return found.encoding if found else ""


def _refuse_damaged(name: str, data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    faults = text.count("�")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    if beyond_ascii - faults < _DAMAGED * faults:
        return
    before = text[: text.index("�")]
    raise InputError(
        f"{name}:{before.count(chr(10)) + 1}: broken UTF-8 at byte {len(before.encode())}",
        remedy="Get the file again, or repair that character in an editor.",
    )


def _decoded(data: bytes, encoding: Encoding) -> str | None:
    try:
        text = data[len(encoding.mark) :].decode(encoding.codec)
        return text if encoding.encode(text) == data else None
    except UnicodeError:
        return None


def _check_text(name: str, text: str, encoding: Encoding) -> None:
    if not text.strip():
        raise InputError(f"{name}: holds only blanks", remedy="Put the issue's text into it.")
    controls = sum(text.count(control) for control in _CONTROLS)
    if controls > max(3, _CONTROL_SHARE * len(text)):
        raise InputError(
            f"{name}: is binary ({controls:,} control characters), not text",
            remedy="Extract its text first and save that as UTF-8 (.txt or .md).",
        )
    if encoding.codec in WRITINGS and not readable(text, encoding.codec):
        raise _unknown(name)
