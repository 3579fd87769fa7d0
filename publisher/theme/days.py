"""The day of an issue as a paper prints it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date


def printed_day(day: str, words: Mapping[str, str]) -> str:
    """A day (ISO 8601) in the fixed words of a language; as it is where it's no whole day.

    >>> from publisher.theme.words import words
    >>> printed_day("2025-05-20", words("zh-Hans")), printed_day("2025-05-20", words("en"))
    ('2025年5月20日 星期二', 'Tuesday, May 20, 2025')
    >>> printed_day("", words("en"))
    ''
    """
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return words["day"].format(
        y=found.year,
        d=found.day,
        month=words["months"].split()[found.month - 1],
        weekday=words["weekdays"].split()[found.weekday()],
    )
