"""Days as papers print them, in Chinese and English, as ISO 8601."""

from __future__ import annotations

import re
from calendar import monthrange

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_NAMES = (
    "january february march april may june july august september october november december"
).split()
#: The name of a month.
MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)

CHINESE = re.compile(
    r"(?P<year>(?:19|20)\d\d|[一二][〇零○九][〇零○一二三四五六七八九]{2}"
    r"|(?:中[华華])?民[国國]\s*(?:\d{2,3}|[〇零○一二三四五六七八九]{2,3}))\s*[年./-]\s*"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s*[月./-]\s*"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?"
)
ENGLISH = re.compile(
    rf"(?i:(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d))"
    rf"|(?i:(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH}),?\s+(?P<year2>(?:19|20)\d\d))"
)


def iso_date(found: re.Match[str]) -> str:
    """The day that CHINESE or ENGLISH found, "" where there is no such day.

    >>> iso_date(CHINESE.match("二〇二五年五月二十日")), iso_date(ENGLISH.match("May 20, 2025"))
    ('2025-05-20', '2025-05-20')
    >>> iso_date(CHINESE.match("2025年2月30日"))
    ''
    """
    told = {key.rstrip("2"): value for key, value in found.groupdict().items() if value}
    name = told["month"].lower()[:3]
    named = [place for place, month in enumerate(_NAMES, start=1) if month.startswith(name)]
    month = named[0] if named and name.isalpha() and name.isascii() else integer(told["month"])
    year, day = _year(told["year"]), integer(told["day"])
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return ""
    return f"{year:04}-{month:02}-{day:02}"


def _year(printed: str) -> int:
    """A year in digits or numerals, of the common era or of the Republic (民國1年 is 1912)."""
    number = int(re.sub(r"\D", "", printed.translate(_DIGITS)))
    return number + 1911 if re.search("民[国國]", printed) else number


def integer(numeral: str) -> int:
    """A number up to 99 in digits or Chinese numerals.

    >>> integer("二十三"), integer("04"), integer("十")
    (23, 4, 10)
    """
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return int(ones.translate(_DIGITS))
    return 10 * int(tens.translate(_DIGITS) or 1) + int(ones.translate(_DIGITS) or 0)
