"""Datelines: where, when and by whom a story was filed, at the head of its first paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from publisher.model import Byline, Dateline
from publisher.structure.bylines import bylines_of
from publisher.structure.people import read_people
from publisher.text import Span

_HAN = "\u3400-\u9fff"
_AGENCY = (
    "本[报報刊网網台社]|[晚早晨日][报報]|新[华華]社|新[华華][网網]|中新[社网網]|中央社|中通社|人民[网網]|央[视視][网網]|央广网|法新社|"
    f"路透社|美[联聯]社|共同社|俄新社|塔斯社|[韩韓][联聯]社|[{_HAN}]{{2,6}}?(?:社|[报報]|[网網]|[电電][讯訊])"
)
_DAY = r"(?:(?:\d{4}年)?\d{1,2}月)?(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})日"

#: 本报讯, 新华社北京12月31日电, 据新华社电, 本报北京5月1日电, 人民网北京5月1日讯.
_CHINESE = re.compile(
    rf"(?:据|據|[综綜]合)?(?P<agency>{_AGENCY})"
    rf"(?:(?P<news>[综綜]合?[讯訊]|[讯訊])"
    rf"|(?P<place>[{_HAN}·／/]{{0,14}}?)(?P<date>{_DAY})?(?P<wire>[专專特综綜]?合?[电電]|消息|[讯訊]))"
)

#: Behind what may be a word of the sentence (`北京晚报讯`), one of these must follow.
_AFTER = re.compile(r"\*{2}|[（(\s\u3000：:，,—－-]|[记記]者|$")

#: （中央社記者張三台北5日電）, 〔記者張三／台北報導〕
_BRACKETED = re.compile(
    rf"[（(〔【\[](?P<raw>(?P<agency>{_AGENCY})?[记記]者"
    rf"(?P<names>(?:[{_HAN}]{{2,3}}、)*[{_HAN}]{{2,3}})[／/ ]?"
    rf"(?P<place>[{_HAN}]{{2,6}})?(?P<date>{_DAY})?(?:[电電]|[报報][導导道]))[）)〕】\]]"
)

#: 【本报讯】, 〔即時新聞／綜合報導〕
_ENCLOSED = re.compile(
    rf"[【〔\[](?P<agency>本[报報刊网網台])?(?:[综綜]合)?(?:[讯訊]|[{_HAN}]{{2,6}}[／/][{_HAN}]{{2,4}}[报報][道導]"
    rf"|[综綜]合[报報][道導])[】〕\]]"
    rf"|[【〔\[](?P<agency3>本[报報刊])(?P<place3>[{_HAN}]{{2,6}}?)(?P<date3>{_DAY})?[专專特]?[电電][】〕\]]"
    rf"|[（(](?P<agency2>{_AGENCY})(?P<place2>[{_HAN}]{{2,6}}?)(?P<date2>{_DAY})?"
    rf"[综綜]合[外]?[电電](?:[报報][道導])?[）)]"
)

_MONTH = "(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\\.?"
_ENGLISH = re.compile(
    rf"(?P<place>(?=[A-Z]{{4}}|[A-Z][A-Z.]*[ ][A-Z])[A-Z][A-Z.'’-]+(?:[ ][A-Z][A-Z.'’-]+){{0,4}}"
    rf"(?:,\s+(?!{_MONTH}\s\d)[A-Z][\w.]*(?:\s[A-Z][\w.]*){{0,2}})?)"
    rf"(?:,\s+(?P<date>{_MONTH}\s+\d{{1,2}}))?(?:\s+\((?P<agency>[A-Z][\w ./]{{1,30}})\))?"
    r"(?:\*\*)?"
    r"\s*(?:[—–]|--|\s-(?=\s)|\s\|(?=\s))"
    rf"|(?P<place2>[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}),\s+(?P<date2>{_MONTH}\s+\d{{1,2}})"
    r"\s*(?:[—–]|--)"
)
_KOREAN = re.compile(r"[\[(](?P<place>[가-힣]{2,6})[=·](?P<agency>[가-힣\w]{2,10})[\])]")
_JAPANESE = re.compile(r"【(?P<place>[^【】\s＝=]{2,8})[＝=](?P<agency>[^【】\s]{2,10})】")

_BOLD = re.compile(r"\*{2}")
_BLANK = re.compile(r"[ \t\u3000]*[：:]?[ \t\u3000]*")
_BRACKET = re.compile(r"[ \t\u3000]*[（(](?P<inside>[^（）()]{2,80})[）)]")
_REPORTS = re.compile(
    rf"[ \t\u3000]*(?P<inside>[记記]者[ \t\u3000]?[{_HAN}]{{2,3}}(?:、[{_HAN}]{{2,3}})*?"
    rf"(?:、?通[讯訊][员員][ \t\u3000]?[{_HAN}]{{2,3}}(?:、[{_HAN}]{{2,3}})*?)?)"
    rf"(?:[报報][道導](?:[:：]|(?=[ \t\u3000]))|[ \t\u3000]+(?=[{_HAN}]))"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a story opens: its dateline and bylines, and where its text goes on."""

    dateline: Dateline | None
    bylines: tuple[Byline, ...]
    end: int


def read_opening(text: str, paragraph: Span) -> Opening | None:
    """The dateline and bylines at the head of a paragraph; None where it opens plainly.

    >>> opening = read_opening("本报讯（记者 张晶）近日，夜校开课。", Span(0, 18))
    >>> str(opening.dateline), [one.name for one in opening.bylines], opening.end
    ('本报讯', ['张晶'], 10)
    >>> read_opening("本报记者了解到，夜校开课。", Span(0, 13))
    """
    bold = _BOLD.match(text, paragraph.start, paragraph.end)
    start = bold.end() if bold else paragraph.start
    head = Span(start, min(paragraph.end, start + 200))
    if found := _BRACKETED.match(text, head.start, head.end):
        return _bracketed(text, found, paragraph.end)
    dateline = _dateline(text, head)
    place = dateline.origin.end if dateline else start
    bylines, place = _bylines(text, Span(place, head.end), told=dateline is not None)
    if dateline is None and not bylines:
        return None
    return Opening(dateline, bylines, _after(text, place, paragraph.end, bold=bool(bold)))


def _after(text: str, place: int, end: int, *, bold: bool) -> int:
    if bold and (closing := _BOLD.match(text, place, end)):
        place = closing.end()
    blank = _BLANK.match(text, place, end)
    return blank.end() if blank else place


def _dateline(text: str, head: Span) -> Dateline | None:
    for pattern in (_ENCLOSED, _CHINESE, _ENGLISH, _KOREAN, _JAPANESE):
        found = pattern.match(text, head.start, head.end)
        if found and _is_dateline(text, found, head.end):
            said = {key.rstrip("23"): told for key, told in found.groupdict().items() if told}
            parts = {"agency": "", "place": "", "date": ""} | said
            raw = found.group().replace("**", "")
            # The brackets around a dateline are dress, as those around a label are.
            raw = raw[1:-1] if pattern is _ENCLOSED else raw
            return Dateline(
                raw, Span(*found.span()), parts["agency"], parts["place"], parts["date"]
            )
    return None


def _is_dateline(text: str, found: re.Match[str], end: int) -> bool:
    if found.re is not _CHINESE:
        return True
    if found["agency"][0] == "本" and found["news"]:
        return True
    if not _AFTER.match(text, found.end(), end):
        return False
    return bool(found["news"] or found["date"] or not found["place"])


def _bylines(text: str, rest: Span, *, told: bool) -> tuple[tuple[Byline, ...], int]:
    """Bylines in brackets, bold marks between; without a dateline they must name their role."""
    place = rest.start
    found: list[Byline] = []
    while True:
        bold = _BOLD.match(text, place, rest.end)
        here = bold.end() if bold else place
        bracket = _BRACKET.match(text, here, rest.end) or (
            _REPORTS.match(text, here, rest.end) if told else None
        )
        people = bracket and _writers(text, Span(*bracket.span("inside")))
        if not bracket or not people:
            return tuple(found), here if bold and told else place
        found += people
        place = bracket.end()
        if bracket.re is _REPORTS:
            found[-1] = replace(found[-1], origin=Span(found[-1].origin.start, place))


def _writers(text: str, inside: Span) -> tuple[Byline, ...]:
    """The bylines in brackets; who wrote may have made the pictures too (摄影报道)."""
    groups = read_people(text, inside)
    if not all(group.role or not group.craft for group in groups):
        return ()
    return tuple(byline for group in groups for byline in bylines_of(group))


def _bracketed(text: str, found: re.Match[str], end: int) -> Opening:
    raw = Span(*found.span())
    role = "記者" if "記" in found["raw"] else "记者"
    said = found.groupdict("")
    agency, place = said["agency"], said["place"]
    bylines = tuple(
        Byline(name.group(), role, Span(*name.span()), agency, "" if agency else place)
        for name in re.compile("[^、]+").finditer(text, *found.span("names"))
    )
    printed = agency + text[found.start("place") : found.end("raw")]
    # 【記者鄭朗報道】 says who, and not from where.
    bare = not (agency or place or said["date"])
    dateline = None if bare else Dateline(printed, raw, agency, place, said["date"])
    if dateline is None:
        ends = (*(one.origin.start for one in bylines[1:]), raw.end)
        starts = (raw.start, *ends[:-1])
        bylines = tuple(
            replace(one, origin=Span(start, stop))
            for one, start, stop in zip(bylines, starts, ends, strict=True)
        )
    return Opening(dateline, bylines, _after(text, raw.end, end, bold=False))
