"""Furniture of a page that tells about the issue: masthead, date, number, page label."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from publisher.structure.lines import trimmed
from publisher.text import Span

#: The longest line of furniture, in characters.
_LONGEST = 140

_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]

_CHINESE_DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2})\s*[年./-]\s*"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s*[月./-]\s*"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?"
)
_ENGLISH_DATE = re.compile(
    r"(?i:(?P<month>january|february|march|april|may|june|july|august|september|october|november|"
    r"december)\s+(?P<day>\d{1,2}),?\s+(?P<year>(?:19|20)\d\d))"
    r"|(?i:(?P<day2>\d{1,2})\s+(?P<month2>january|february|march|april|may|june|july|august|"
    r"september|october|november|december),?\s+(?P<year2>(?:19|20)\d\d))"
)
_NUMBER = re.compile(
    r"(?i:总第|總第|第|issue\s+|no\.?\s*|number\s+)\s*(?P<number>\d[\d,]*)\s*[期号號]?"
)
_WEEKDAY = re.compile(
    "(?:星期|周|週|礼拜)[一二三四五六日天]|(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)|"
    "[(（][月火水木金土日][)）]"
)
_PAGE = re.compile(
    r"(?:第\s*)?[A-Z]?\d{1,3}\s*版(?:\s*[：:]\s*\S{1,12})?|第[一二三四五六七八九十]{1,3}版"
    r"(?:\s*[：:]\s*\S{1,12})?"
    r"|[A-Z]\d{1,2}|(?i:page\s+[A-Z]?\d{1,3})|(?:今日|本期)\s*\d+\s*版"
)
_OTHER = re.compile(
    r"(?:农历|農曆|阴历)\S{2,16}|\S{2,3}年\S{1,3}月\S{2,3}"
    r"|(?:国内统一(?:连续出版物号|刊号)[：:]?)?CN\s?\d\d-\d{4}(?:/\S+)?"
    r"|(?:邮发代号|代号)[：:]?\s*[\d-]+|ISSN\s?[\dX-]+|第\s*\d+\s*卷|(?i:vol(?:ume)?\.?\s*\w+,?)"
    r"|[|｜·•/—–-]+|(?:零售|每份)\S{0,3}\d\S{0,4}元|[$£€¥]\d[\d.]*|(?:编辑|責編|责编|美编|校对|电话)(?:[：:]|\s+)\S{2,20}"
    r"|(?:工会|综合|国内|国际|社会|地方)?新闻|要[闻聞]|[综綜]合|[国國][内內际際]|社[会會]|[经經][济濟]|文[体體化]"
    r"|[体體]育|副刊|[专專][题題版]|[广廣]告|教育|健康|时政|[评評][论論]|视点|[关關]注|特刊"
)
_NAME = re.compile(
    "[\u3400-\u9fff]{2,10}(?:[日晚时早周商]?[报報]|周刊|[杂雜][志誌]|月刊)"
    "|(?i:the )?(?:[A-Z][\\w'’-]+ ){1,3}"
    "(?:Times|News|Post|Herald|Gazette|Journal|Chronicle|Tribune|"
    "Daily|Mail|Star|Sun|Observer|Courier|Advertiser|Echo|Press|Standard|Examiner|Weekly)"
)
_BLANK = re.compile(r"[\s,，]*")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a line of furniture says; a field is "" where it says nothing of it."""

    date: str = ""
    number: str = ""
    page: str = ""
    name: str = ""


def read_furniture(text: str, span: Span) -> Furniture | None:
    """What a line says of its issue; None where it holds anything else.

    >>> read_furniture("2025年5月20日 星期二 第01版：要闻", Span(0, 22)).date
    '2025-05-20'
    >>> read_furniture("2025年5月20日，夜校开课。", Span(0, 16))
    """
    line = trimmed(text, span)
    if not line or len(line) > _LONGEST:
        return None
    told: dict[str, str] = {}
    place = line.start
    while place < line.end:
        step = _step(text, place, line.end)
        if step is None:
            return None
        kind, value, place = step
        told.setdefault(kind, value)
    found = {kind: told.get(kind, "") for kind in ("date", "number", "page", "name")}
    return Furniture(**found) if any(found.values()) else None


def _step(text: str, place: int, end: int) -> tuple[str, str, int] | None:
    """One word of furniture: what it is, its value, and where the next begins."""
    for kind, pattern in _WORDS:
        found = pattern.match(text, place, end)
        value = _value(kind, found) if found else ""
        if found and value:
            after = _BLANK.match(text, found.end(), end)
            return kind, value, after.end() if after else found.end()
    return None


def _value(kind: str, found: re.Match[str]) -> str:
    if kind == "date":
        return _iso(found)
    return str(found["number"] if kind == "number" else found.group())


def _iso(found: re.Match[str]) -> str:
    told = {key.rstrip("2"): value for key, value in found.groupdict().items() if value}
    name = told["month"].lower()
    month = _MONTHS.index(name) + 1 if name in _MONTHS else _integer(name)
    year, day = int(told["year"].translate(_DIGITS)), _integer(told["day"])
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return ""
    return f"{year:04}-{month:02}-{day:02}"


def _integer(numeral: str) -> int:
    """A number up to 99 in digits or Chinese numerals: 二十三 is 23."""
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return int(ones.translate(_DIGITS))
    return 10 * int(tens.translate(_DIGITS) or 1) + int(ones.translate(_DIGITS) or 0)


_WORDS = (
    ("date", _CHINESE_DATE),
    ("date", _ENGLISH_DATE),
    ("page", _PAGE),
    ("weekday", _WEEKDAY),
    ("number", _NUMBER),
    ("other", _OTHER),
    ("name", _NAME),
)
