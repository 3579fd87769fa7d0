"""Datelines and the bylines behind them; what merely begins with the same words is text."""

from __future__ import annotations

import pytest

from publisher.structure.datelines import read_opening
from publisher.text import Span

OPENINGS = {
    "**本报讯**（记者 张晶）近日，夜校开课。": ("本报讯", ["张晶"], "近日，夜校开课。"),
    "**本报讯（记者 张三）**近日，夜校开课。": ("本报讯", ["张三"], "近日，夜校开课。"),
    "本报讯（记者 张三 通讯员 李四）近日": ("本报讯", ["张三", "李四"], "近日"),
    "本报讯（记者 张三 摄影报道）近日": ("本报讯", ["张三"], "近日"),
    "本报讯（记者 张三 文/摄）近日": ("本报讯", ["张三"], "近日"),
    "本报讯近日，夜校开课。": ("本报讯", [], "近日，夜校开课。"),
    "本报讯 记者 张三 近日从会上获悉": ("本报讯", ["张三"], "近日从会上获悉"),
    "本报訊（記者 陳大文）昨日": ("本报訊", ["陳大文"], "昨日"),
    "新华社北京12月31日电（记者张三、李四）会议": (
        "新华社北京12月31日电",
        ["张三", "李四"],
        "会议",
    ),
    "据新华社电 会议今天召开。": ("据新华社电", [], "会议今天召开。"),
    "本报北京5月1日电 （记者张三）会议": ("本报北京5月1日电", ["张三"], "会议"),
    "央视网消息：会议今天召开。": ("央视网消息", [], "会议今天召开。"),
    "（記者 張三）市府昨天宣布。": (None, ["張三"], "市府昨天宣布。"),
    "（中央社記者陳大文台北5日電）會議": ("中央社台北5日電", ["陳大文"], "會議"),
    "〔記者張三／台北報導〕市府": ("台北報導", ["張三"], "市府"),
    "BEIRUT, Lebanon, June 2 — The port": ("BEIRUT, Lebanon, June 2 —", [], "The port"),
    "LONDON (AP) — The port": ("LONDON (AP) —", [], "The port"),
    "BEIJING, May 1 (Xinhua) -- The port": ("BEIJING, May 1 (Xinhua) --", [], "The port"),
    "[서울=뉴시스] 시는": ("[서울=뉴시스]", [], "시는"),
}

PLAIN = [
    "本报记者了解到，夜校近日开课。",
    "新华社记者从有关部门获悉，夜校近日开课。",
    "北京日报社近日召开电视会议。",
    "近日，本报讯",
    "（张三 摄）近日，夜校开课。",
    "（见图）近日，夜校开课。",
    "据《人民日报》报道，夜校近日开课。",
    "The port — closed since May — reopened.",
    "IBM — the company — said",
    "A — B",
]


@pytest.mark.parametrize("text", OPENINGS)
def test_an_opening_is_taken_out(text: str) -> None:
    opening = read_opening(text, Span(0, len(text)))
    assert opening is not None
    raw = opening.dateline.raw if opening.dateline else None
    assert (raw, [one.name for one in opening.bylines], text[opening.end :]) == OPENINGS[text]


@pytest.mark.parametrize("text", PLAIN)
def test_this_opens_plainly(text: str) -> None:
    assert read_opening(text, Span(0, len(text))) is None


def test_place_date_and_agency_are_told() -> None:
    text = "新华社北京12月31日电 会议"
    opening = read_opening(text, Span(0, len(text)))
    assert opening is not None
    dateline = opening.dateline
    assert dateline is not None
    assert (dateline.agency, dateline.place, dateline.date) == ("新华社", "北京", "12月31日")
