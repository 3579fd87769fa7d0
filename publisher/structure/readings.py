"""Readings and emphasis marks where a transcript writes them as Aozora Bunko does.

漢字《かんじ》 and ｜重慶《chóngqìng》 are readings, 夜校［＃「夜校」に傍点］ is emphasis. 《》 are
marks of titles too, and a reading in plain brackets is part of its sentence: they stay as they are.

Source: Aozora Bunko, notation of ruby and of emphasis marks (注記一覧).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.model import Emphasis, Inline, Omission, Ruby, Text, with_inlines
from publisher.structure.articles import Reading
from publisher.structure.inlines import replaced
from publisher.text import Span

#: What signs of emphasis are left out for.
SIGN = "sign of emphasis"

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af々〆〇ヶ"
_KANA = "ぁ-ゖァ-ヺー・ゝゞヽヾ\u3000"
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
#: Kana, bopomofo, hangul, or pinyin with its tones.
_READING = (
    rf"[{_KANA}]{{1,40}}|[ㄅ-ㄯㆠ-ㆿˊˇˋ˙\s]{{1,60}}|[가-힣\s]{{1,40}}"
    rf"|(?=[a-zü'’\s]*[{_TONES}])[a-zü'’\s{_TONES}]{{1,80}}"
)
_TOLD = re.compile(rf"｜(?P<base>[^｜《》\s]{{1,20}})《(?P<reading>{_READING})》")
_BARE = re.compile(rf"{_TOLD.pattern}|(?P<han>[{_HAN}]{{1,12}})《(?P<kana>[{_KANA}]{{1,24}})》")
_DOTTED = re.compile("［＃「(?P<base>[^「」\n]{1,40})」に[白黒二重三角丸ゴマ×]{0,4}傍点］")

#: So many readings without a ｜, and no 《》 that is anything else, show the notation.
_ENOUGH = 3


def writes_readings(text: str) -> bool:
    """Whether a Japanese text writes readings behind Han characters, without a sign before them.

    >>> writes_readings("｜東京《とうきょう》の漢字《かんじ》")
    True
    >>> writes_readings("小説《こころ》を読む")
    False
    """
    found = list(_BARE.finditer(text))
    told = any(one["base"] for one in found)
    return len(found) == text.count("《") and (told or len(found) >= _ENOUGH)


def with_readings(reading: Reading, *, bare: bool) -> Reading:
    """The reading with the readings of characters and the emphasis that its text notes.

    `bare` says whether readings stand behind Han characters without a sign before them.
    """
    left_out: list[Omission] = []

    def find(text: Text) -> Iterator[Inline]:
        found: list[Ruby | Emphasis] = [*_rubies(text, bare), *_dotted(text)]
        for one in sorted(found, key=lambda one: one.origin):
            if isinstance(one, Emphasis):
                sign = Span(one.children[0].origin.end, one.origin.end)
                left_out.append(Omission(sign, SIGN))
            yield one

    article = reading.article
    body = tuple(with_inlines(block, lambda run: replaced(run, find)) for block in article.body)
    return replace(
        reading,
        article=replace(article, body=body),
        omissions=(*reading.omissions, *left_out),
    )


def _rubies(text: Text, bare: bool) -> Iterator[Ruby]:
    start = text.origin.start
    if "《" in text.text:
        for one in (_BARE if bare else _TOLD).finditer(text.text):
            base, reading = filter(None, one.groups())
            yield Ruby(base, reading, Span(start + one.start(), start + one.end()))


def _dotted(text: Text) -> Iterator[Emphasis]:
    """What a sign repeats that stands right behind it."""
    start = text.origin.start
    if "［＃" in text.text:
        for one in _DOTTED.finditer(text.text):
            base = one["base"]
            if text.text.endswith(base, 0, one.start()):
                first, last = start + one.start() - len(base), start + one.start()
                inside = Text(base, Span(first, last))
                yield Emphasis((inside,), Span(first, start + one.end()))
