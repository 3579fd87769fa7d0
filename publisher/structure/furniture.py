"""Furniture of a page, word for word: what a masthead or a folio line says of issue and page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from publisher.model import Person
from publisher.structure.columns import is_section_name
from publisher.structure.dates import CHINESE, ENGLISH, MONTH, integer, iso_date
from publisher.structure.lines import trimmed
from publisher.structure.names import compact
from publisher.text import Span

#: The longest line of furniture, in characters.
_LONGEST = 200

_HAN = "\u3400-\u9fff"
_NUMERAL = "[一二三四五六七八九十]{1,3}"

_WHOLE = re.compile(
    r"(?i:总第|總第|总期号[：:]?|總期號[：:]?|whole no\.?)\s*(?P<value>\d[\d,]*)\s*[期号號]?"
)
_NUMBER = re.compile(
    r"第\s*(?P<value>\d[\d,]*)\s*[期号號]|(?i:issue\s+|no\.?\s*|number\s+)(?P<value2>\d[\d,]*)"
)
_VOLUME = re.compile(
    rf"第\s*(?P<value>\d+|{_NUMERAL})\s*卷|(?i:vol(?:ume)?\.?)\s*(?P<value2>[\divxlcm]+(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    "(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)|"
    "[(（][月火水木金土日][)）]"
)
_PAGE = re.compile(
    rf"第\s*(?P<value>[A-Z]?\d{{1,3}}|{_NUMERAL})\s*版|(?P<value2>[A-Z]?\d{{1,3}})\s*版"
    r"|(?i:page\s+)(?P<value3>[A-Z]?\d{1,3}[A-Z]?)\b|(?P<value4>[A-Z]\d{1,3}|\d{1,2}[A-Z])(?![\w-])"
)
#: A bare number is a page's only where the line says more.
_BARE = re.compile(r"(?<!\S)(?P<value>\d{1,3})(?=\s|$|[|｜•])")
_COUNT = re.compile(
    r"(?:今日|本期|本報今日|本报今日|共)\s*(?:出版)?\s*\d+\s*[大]?[版页頁](?:\s*[^\s社]{0,6}版)?"
    r"|(?i:\d+ pages(?:, \d+ sections)?|(?:two|three|four|five) sections)"
    r"|今日出[紙纸][\d一二兩两三四五六七八九十]{1,2}大?[張张叠疊]"
)
_CN = re.compile(
    r"(?:国内统一(?:连续出版物号|刊号)|國內統一(?:連續出版物號|刊號)|统一刊号|刊号)?\s*[：:]?\s*"
    r"(?P<value>CN\s?\d\d-\d{4}(?:[(（][A-Z][)）])?(?:/[A-Z\d]+)?)"
)
_ISSN = re.compile(r"ISSN\s*[：:]?\s*(?P<value>\d{4}-\d{3}[\dX])")
_POST = re.compile(
    r"(?:邮发代号|郵發代號|代号)\s*[：:]?\s*(?P<value>\d{1,2}-\d{1,4})(?:\s*[(（][^()（）]{1,8}[)）])?"
)
_BODY = re.compile(
    rf"(?P<kind>主管主办|主办主管|主管(?:单位)?|主办(?:单位)?|主辦(?:單位)?|出版(?:单位|者)?|编辑出版|承办|[发發]行(?:单位|人|所)?)\s*[：:]\s*"
    rf"(?P<value>[{_HAN}（）·]{{2,24}})"
    rf"|(?P<value2>(?!每)[{_HAN}]{{3,20}}?)(?P<kind2>主管主办|主办|主辦|主管|出版)(?=\s|$)"
)
_EDITOR = (
    "(?:本版|版面|执行|執行|值班|美术|美術|图片|圖片|视觉|視覺)?(?:责任?编辑?|責任?編輯?|责编|責編|美编|美編|图编|"
    "编辑(?!部)|編輯(?!部)|总编辑?|總編輯?|主编|主編|编审|编委|主任)|(?:文字)?(?:校对|校對|检校)|组版|組版|版式(?:[设設][计計])?|"
    "版面[设設][计計]|排版|美术[设設]计|制[图圖]|[设設][计計]"
)
_NAME = rf"(?:[{_HAN}][ \u3000]{{1,2}}[{_HAN}](?![{_HAN}])|(?!(?:{_EDITOR})[：:\s])[{_HAN}]{{2,4}})"
_NAMES = rf"{_NAME}(?:\s*[、，,]\s*{_NAME}|[ \u3000]+{_NAME}(?=\s|$|、))*"
_REPORTER = rf"(?:本[报報刊])?[{_HAN}]{{0,4}}?(?:[记記]者|通讯员)?"
#: Who wrote a whole page, or put it together.
_MAKERS = re.compile(
    rf"(?:本版)?(?P<role>[文图圖]|摄影|攝影)[/／：:]\s*{_REPORTER}\s*(?P<names>{_NAMES})"
    rf"|本版\S{{0,4}}[由：:]\s*{_REPORTER}\s*(?P<names2>{_NAME}(?:[、 \u3000]+{_NAME})*?)\s*"
    "(?P<role2>整理|[采採][写寫]|[编編][辑輯]|[撰][写寫]|提供)"
)
_EDITORS = re.compile(rf"(?P<role>{_EDITOR})\s*[：:／/]?\s*(?P<names>{_NAMES})")
_EDITOR_START = re.compile(rf"(?:{_EDITOR})(?:[：:\s]|$)")
_NAME_SPLIT = re.compile(rf"{_NAME}")
_MASTHEAD = re.compile(
    f"[{_HAN}]{{2,10}}(?:[日晚时時早周週商]?[报報]|周刊|週刊|[杂雜][志誌]|月刊|画报|畫報|導報|时报|時報)(?:社)?(?![{_HAN}])"
    "|(?i:the )?(?:[A-Z][\\w'’&-]+ ){1,4}"
    "(?i:Times|News|Post|Herald|Gazette|Journal|Chronicle|Tribune|Ledger|Record|Register|Bulletin|"
    "Daily|Mail|Star|Sun|Observer|Courier|Advertiser|Echo|Press|Standard|Examiner|Weekly|Globe|"
    "Clarion|Enterprise|Citizen|Advocate|Leader|Democrat|Republican|Transcript|Pioneer|Banner|"
    "Eagle|Messenger|Monitor|Express|Mirror|Guardian|Argus|Times-Union|Pilot|"
    "Inquirer|Telegraph|Dispatch|Sentinel|Argus|Mercury|Review|Reporter|Beacon|Independent|World)"
    r"(?![\w-])"
)
#: A label of a theme: kept only beside a page's number.
_SECTION = re.compile(
    rf"(?:[：:·\-—]\s*|(?<!\w))(?P<value>[{_HAN}][{_HAN}·・/／]{{1,9}})(?=\s|$|[|｜•])"
)
_COMPOUND = re.compile(
    rf"(?:[：:]\s*|(?<!\w))(?P<value>[{_HAN}]{{2,6}}[·・/／][{_HAN}]{{2,6}})(?=\s|$|[|｜•])"
)
_ENGLISH_SECTION = re.compile(
    r"(?P<value>[A-Z][A-Za-z’'&]*(?: (?:&|and|of|the|[A-Z][A-Za-z’']*)){0,3})"
    r"(?=\s*$|\s*[|｜•·]|\s{2,}|\t)"
    r"|(?<=[|｜•·] )(?P<value2>[A-Z][A-Za-z’'&]*(?: (?:&|and) [A-Z][A-Za-z’']*)?)(?=\s+\d{1,3}\s*$)"
)
_OTHER = re.compile(
    rf"(?:农历|農曆|阴历)[{_HAN}]{{2,16}}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[{_HAN}]{{2,8}}"
    rf"|[闰閏正一二三四五六七八九十冬腊臘]{{1,2}}月(?:初|十|廿|卅|三十|二十)[一二三四五六七八九十]?"
    r"|(?:零售|定价|定價|售价|售價)?[价價]?(?:每[份月])?\s*[：:]?\s*(?:港[幣币])?[\d.]+\s*元|[$£€¥₹]\s?\d[\d.,]*|\d+\s?(?:cents|¢|p)\b"
    r"|(?i:(?:one|two|three|five|ten|fifty|seventy-five) (?:dollars?|pounds?|euros?|cents))\b"
    r"|(?:电话|電話|热线|邮箱|信箱|网址|网站|客户端|微信|微博|新闻热线|E-?mail)\s*[：:]?\s*[\w@.:/()（）-]{4,60}"
    r"|(?:https?://|www\.)[\w./-]+|[a-z][\w-]*(?:\.[a-z][\w-]+)+|(?:今[日天])?(?:白天|夜间)?(?:晴|多云|阴|小雨|中雨|大雨|雪)(?:转\S{1,2})?\s*-?\d+\s*[～~—-]\s*-?\d+\s*(?:℃|度)"
    r"|每周[一二三四五六日、至]{1,8}出版|\S{2,6}报业集团|(?i:established|est\.|founded|since)\s+(?:in\s+)?\d{4}"
    r"|\((?i:incl(?:\.|uding)? \w+)\)|(?i:(?:final|late|early|morning|city|home|weekend) edition)"
    r"|[|｜·•/—–\-★☆○●◎]+"
)
_BAR = re.compile(r"\s+[|｜•·—–]\s+")

#: Between a page's number and the day: News & Views.
_LABEL = re.compile(r"[A-Z][\w’']*(?: (?:&|and|[A-Z][\w’']*)){0,3}")

#: A monthly names its month and no day.
_MONTH = re.compile(rf"(?i:{MONTH})\s+(?:19|20)\d\d(?!\d)")
_BLANK = re.compile(r"[\s,，。*_]*")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What furniture says; a field is empty where it says nothing of it."""

    date: str = ""
    whole: str = ""
    number: str = ""
    volume: str = ""
    page: str = ""
    section: str = ""
    name: str = ""
    cn: str = ""
    issn: str = ""
    postal_code: str = ""
    sponsor: str = ""
    publisher: str = ""
    place: str = ""
    editors: tuple[Person, ...] = ()

    def __or__(self, other: Furniture) -> Furniture:
        """This with what only the other says; editors are added up.

        >>> (Furniture(page="3") | Furniture(page="4", section="要闻")).section
        '要闻'
        """
        # Most lines say nothing, and all lines of an issue come by here.
        if other == _NOTHING:
            return self
        if self == _NOTHING:
            return other
        names = [field.name for field in fields(self)]
        told: dict[str, Any] = {name: getattr(self, name) or getattr(other, name) for name in names}
        more = (one for one in other.editors if one not in self.editors)
        return replace(Furniture(**told), editors=(*self.editors, *more))

    @property
    def dated(self) -> bool:
        """Whether it tells the issue's day, number or page: more than a name or a label."""
        told = (self.date, self.whole, self.number, self.page, self.cn, self.postal_code)
        return any(told)


_NOTHING = Furniture()


def read_furniture(text: str, span: Span) -> Furniture | None:
    """What a line says of its issue and page; None where it holds anything else.

    Words that tell nothing of them, such as a price or the weather, are furniture too.

    >>> told = read_furniture("2025年5月20日 星期二 第01版：要闻 责编 张三", Span(0, 31))
    >>> told.date, told.page, told.section, told.editors[0].name
    ('2025-05-20', '01', '要闻', '张三')
    >>> read_furniture("2025年5月20日，夜校开课。", Span(0, 16))
    """
    line = trimmed(text, span)
    if not line or len(line) > _LONGEST:
        return None
    told = Furniture()
    begins = _BLANK.match(text, line.start, line.end)
    place = begins.end() if begins else line.start
    words = (("editors", _MAKERS), *_WORDS) if text.startswith("本版", line.start) else _WORDS
    while place < line.end:
        step = _step(text, place, line.end, words)
        if step is None:
            return _between_bars(text, line)
        fact, end = step
        told |= fact
        blank = _BLANK.match(text, end, line.end)
        place = blank.end() if blank else end
    dated = told.date and is_section_name(told.section)
    label = told.section and not told.page and not dated
    if label:
        return _between_bars(text, line)
    return None if _is_bare(line.of(text), told) else told


def _between_bars(text: str, line: Span) -> Furniture | None:
    """What a line in parts says whose other parts tell day and number: a place, a motto.

    A folio's tell the page beside the day, and what a monthly's tell is the month.
    """
    bars = list(_BAR.finditer(text, line.start, line.end))
    if not bars:
        return None
    told = Furniture()
    place = line.start
    month = False
    for bar in (*bars, None):
        part = trimmed(text, Span(place, bar.start() if bar else line.end))
        whole = part.start > line.start or part.end < line.end
        if whole and not told.page and _BARE.fullmatch(text, part.start, part.end):
            told |= Furniture(page=part.of(text))
        told |= (read_furniture(text, part) if part and whole else None) or Furniture()
        if whole and (day := ENGLISH.search(text, part.start, part.end)):
            told |= Furniture(date=iso_date(day))
        elif whole and told.page and _LABEL.fullmatch(text, part.start, part.end):
            told |= Furniture(section=part.of(text))
        month = month or bool(whole and _MONTH.fullmatch(text, part.start, part.end))
        place = bar.end() if bar else line.end
    dated = bool(told.date or month)
    return told if dated and (told.number or told.whole or told.page) else None


def _is_bare(line: str, told: Furniture) -> bool:
    """Whether a line is a number, or words with numbers as a table has them, and no folio."""
    numbers = _BARE.findall(line)
    if not numbers or _PAGE.search(line) or told != Furniture(page=told.page, section=told.section):
        return False
    return bool(_BARE.fullmatch(line)) or not (len(numbers) == 1 and numbers[0].startswith("0"))


def _step(
    text: str, place: int, end: int, words: Iterable[tuple[str, re.Pattern[str]]]
) -> tuple[Furniture, int] | None:
    """One word of furniture: what it says, and where it ends."""
    for kind, pattern in words:
        found = pattern.match(text, place, end)
        fact = _fact(kind, found) if found else None
        if found and fact is not None:
            return fact, found.end()
    return None


def _fact(kind: str, found: re.Match[str]) -> Furniture | None:
    """What a word says; None where it isn't one after all."""
    if kind == "date":
        day = iso_date(found)
        return Furniture(date=day) if day else None
    if kind == "body":
        role = found["kind"] or found["kind2"]
        name = found["value"] or found["value2"]
        return (
            Furniture(publisher=name)
            if role[:2] in ("出版", "编辑", "发行", "發行")
            else Furniture(sponsor=name)
        )
    if kind == "editors":
        told = {key.rstrip("2"): value for key, value in found.groupdict().items() if value}
        names = [compact(name.group()) for name in _NAME_SPLIT.finditer(told["names"])]
        role = told["role"].removeprefix("本版")
        return Furniture(editors=tuple(Person(name, role) for name in names))
    if kind == "other":
        return Furniture()
    facts = {key.rstrip("234"): value for key, value in found.groupdict().items() if value}
    value = facts.get("value", found.group()).strip()
    if kind == "page":
        return Furniture(page=_page(value))
    if kind == "section":
        return None if _EDITOR_START.match(value + " ") else Furniture(section=value)
    fact: dict[str, Any] = {kind: value}
    return Furniture(**fact)


def _page(value: str) -> str:
    return value if any(sign.isdecimal() for sign in value) else str(integer(value))


_WORDS = (
    ("date", CHINESE),
    ("date", ENGLISH),
    ("other", _COUNT),
    ("page", _PAGE),
    ("other", _WEEKDAY),
    ("whole", _WHOLE),
    ("number", _NUMBER),
    ("volume", _VOLUME),
    ("cn", _CN),
    ("issn", _ISSN),
    ("postal_code", _POST),
    ("body", _BODY),
    ("editors", _EDITORS),
    ("other", _OTHER),
    ("section", _COMPOUND),
    ("name", _MASTHEAD),
    ("section", _SECTION),
    ("section", _ENGLISH_SECTION),
    ("page", _BARE),
)
