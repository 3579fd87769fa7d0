"""Files that are no text are named, and the remedy says what to do."""

from __future__ import annotations

import pytest

from publisher.errors import ExitCode, InputError
from publisher.readers import read

BAD = {
    "is empty": b"",
    "is empty ": b" \r\n\t\n",
    "holds only blanks": "\u3000\u3000\n".encode(),
    "is a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "is a ZIP": b"PK\x03\x04\x14\x00",
    "is a JPEG": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "is a PNG": b"\x89PNG\r\n\x1a\n\x00",
    "is a TIFF": b"II*\x00\x08",
    "is an old Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00",
    "is an RTF": b"{\\rtf1\\ansi",
    "no text": bytes(range(256)) * 40,
    "is binary": b"\x01\x02\x03 some words \x04\x05",
    "encoding can't be told": "Zażółć gęślą jaźń".encode("cp1250"),
}


@pytest.mark.parametrize("message", BAD)
def test_it_is_refused_by_name(message: str) -> None:
    with pytest.raises(InputError, match=message.strip()) as told:
        read("page.txt", BAD[message])
    assert str(told.value).startswith("page.txt: ")
    assert told.value.remedy
    assert told.value.exit_code == ExitCode.INPUT


@pytest.mark.parametrize(
    "text", ["PK是加油站的牌子。", "%PDF 是一种格式。", "GIF89 picture formats", "BZh"]
)
def test_a_text_that_begins_like_a_signature_is_text(text: str) -> None:
    assert read("a.txt", text.encode()).text == text


def test_one_stray_control_character_is_still_text() -> None:
    text = "近日，夜校\x00开课。" + "职工下班后来上课。" * 300
    assert read("a.txt", text.encode()).text == text
