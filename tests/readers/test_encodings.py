"""Encodings are told from their bytes; what was decoded encodes to the same bytes."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest

from publisher.errors import InputError
from publisher.readers.encodings import decode

SIMPLIFIED = "近日，市总工会在职工之家办起夜校，三百多名职工报名学习摄影、书法和急救。"
TRADITIONAL = "近日，市總工會在職工之家辦起夜校，三百多名職工報名學習攝影、書法和急救。"
CANTONESE = "佢哋喺街市買咗啲嘢，啱啱食完飯就返工。"
JAPANESE = "市立図書館は一日、夜間の開館を始めた。仕事帰りの市民が本を手にしていた。"
KOREAN = "시립 도서관이 어제부터 밤에도 문을 열었다. 퇴근한 시민들이 책을 빌렸다."
GERMAN = "Die Bürger der Stadt dürfen die Bücherei nun auch am späten Abend besuchen."
FRENCH = "La bibliothèque municipale reste désormais ouverte le soir, a annoncé le maire."
PRICES = "Admission is £5, or £3 for children; the café opens at nine."
RUSSIAN = "Городская библиотека теперь открыта и вечером, сообщил мэр города."

SAMPLES = [
    ("gb18030", SIMPLIFIED),
    ("gb18030", SIMPLIFIED[:20]),
    ("gb18030", "# 工会办起夜校\n\n本报讯 近日，夜校开课。\n"),
    ("gb18030", "龘靐齉，这三个字很少见，近日却上了报纸。𠮷野家也开业了。"),
    ("cp950", TRADITIONAL),
    ("cp950", TRADITIONAL[:20]),
    ("big5hkscs", CANTONESE),
    ("cp932", JAPANESE),
    ("cp932", JAPANESE[:12]),
    ("euc_jp", JAPANESE),
    ("cp949", KOREAN),
    ("cp949", KOREAN[:20]),
    ("cp1252", GERMAN),
    ("cp1252", FRENCH),
    ("cp1252", "“The café”, she said – it’s ours."),
    ("cp1252", PRICES),
    ("cp1251", RUSSIAN),
    ("koi8_r", RUSSIAN),
]


@pytest.mark.parametrize(("codec", "text"), SAMPLES)
def test_a_text_is_told_by_its_bytes(codec: str, text: str) -> None:
    data = text.encode(codec)
    read, encoding = decode("a.txt", data)
    assert read == text
    assert encoding.encode(read) == data


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_decides_and_comes_back(mark: bytes, codec: str) -> None:
    data = mark + SIMPLIFIED.encode(codec)
    text, encoding = decode("a.txt", data)
    assert (text, encoding.codec, encoding.mark) == (SIMPLIFIED, codec, mark)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Harbour News\n", f"{SIMPLIFIED}\n2025 年", "报纸\n一二三"])
def test_utf_16_without_a_mark_is_told_by_its_zero_bytes(codec: str, text: str) -> None:
    assert decode("a.txt", text.encode(codec))[0] == text


def test_utf_8_is_never_second_guessed() -> None:
    text = "é 报 뉴스 ニュース новость ½ £"
    assert decode("a.txt", text.encode())[1].codec == "utf-8"


def test_latin_1_bytes_that_windows_lacks_are_read() -> None:
    data = GERMAN.encode("latin_1") + b"\x81"
    text, encoding = decode("a.txt", data)
    assert encoding.codec == "latin_1"
    assert encoding.encode(text) == data


def test_damaged_utf_8_is_told_with_its_line() -> None:
    data = f"{SIMPLIFIED}\n{SIMPLIFIED[:5]}".encode() + b"\xe5\xb7" + SIMPLIFIED.encode()
    with pytest.raises(InputError, match=r"a\.txt:2: broken UTF-8 at byte \d+"):
        decode("a.txt", data)


def test_half_a_character_of_utf_16_is_refused() -> None:
    with pytest.raises(InputError):
        decode("a.txt", codecs.BOM_UTF16_LE + "报".encode("utf-16-le") + b"a")


CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
NEWS = [
    (language, codec)
    for language, codec in [
        ("zh-Hans", "gb18030"),
        ("ja", "cp932"),
        ("ja", "euc_jp"),
        ("ko", "cp949"),
        ("ru", "cp1251"),
        ("de", "cp1252"),
        ("fr", "cp1252"),
        ("es", "cp1252"),
        ("en", "cp1252"),
    ]
    if (CORPORA / f"news-{language}.jsonl").exists()
]


def test_cuts_of_news_are_told() -> None:
    for language, codec in NEWS:
        lines = (CORPORA / f"news-{language}.jsonl").read_text("utf-8").splitlines()
        cuts = [json.loads(line)["sentences"] for line in lines]
        for data in (" ".join(cut)[:200].encode(codec, "ignore") for cut in cuts):
            assert decode("a.txt", data)[0] == data.decode(codec), (language, data)
