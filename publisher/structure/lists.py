"""Lists: items that follow each other, each with its mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publisher.structure.lines import width

#: The widest item, in ems; what is wider is a numbered paragraph.
_WIDEST = 60

#: The widest item with a mark that only lists have, in ems.
_WIDEST_MARKED = 150

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_KINDS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[-*+•·●○▪‣]\s+\S",
        r"[•·●○▪‣]\S",
        r"[◆◇★▶►▲]\s*\S",
        r"\d{1,3}[.)）．、]\s*\D",
        rf"{_NUMERAL}、\S",
        rf"[（(]{_NUMERAL}[）)]\S",
        r"[（(]\d{1,3}[）)]\s*\S",
        r"[①-⑳]\s*\S",
        # Q. and A. are who asks and who answers.
        r"(?![QA]\.)[a-zA-Z][.)]\s+\S",
    )
)

#: A refer: what is on another page, and the page at the end.
_REFER = re.compile(
    r"\S[\s\u3000…·.—]+(?:第?\s*[A-Z]?\d{1,2}\s*版|[A-Z]\d{1,2}(?:版)?)\Z"
    r"|\w,? (?:(?i:page) )?(?:[A-Z]\d{1,2}|\d{1,2}[A-Z])\)?\Z"
    r"|\A(?:0?\d{1,2}|[A-Z]\d{1,2})[版页頁]?[ \u3000]+[\u3400-\u9fff“‘《「\"].{1,40}\Z"
    r"|\w[:,.]? (?:[»›] ?)?(?:on )?(?i:pages?) \d{1,3}(?:[–-]\d{1,3})?\)?\Z"
)

#: Cutbank 6, Fort Hale 2
_SCORE = re.compile(r"[A-Z][\w.’' -]+ \d{1,3}, [A-Z][\w.’' -]+ \d{1,3}(?: \([^)]{1,12}\))?\Z")

#: What an entry is of: a day, a place, a dish.
_ENTRY = re.compile(r"(?P<label>[A-Z][\w.’' -]{1,24}): +\S.{0,80}\Z")
_ENTRIES = 3

#: Marks that a subhead may have too, so that one alone is no list.
_SUBHEAD = re.compile(rf"{_NUMERAL}、|[（(]{_NUMERAL}[）)]|\d{{1,2}}[.．、]\s*[^\d\s]")


def item_kind(line: str) -> int:
    """The kind of mark a list item begins with, counted from 1; 0 for any other line.

    >>> item_kind("1. 电焊") == item_kind("2. 叉车驾驶"), item_kind("1.2亿元")
    (True, 0)
    """
    if width(line[:300]) > (_WIDEST_MARKED if line[:1] in "•·●○▪‣◆◇" else _WIDEST):
        return 0
    found = (place for place, kind in enumerate(_KINDS, start=1) if kind.match(line))
    return next(found, 0)


def is_list(lines: Sequence[str]) -> bool:
    """Whether lines are the items of one list: one sort of mark, or a page at the end of each.

    >>> is_list(["1. 电焊", "2. 叉车驾驶"]), is_list(["高炉最后一夜　第2版", "老街　第7版"])
    (True, True)
    >>> is_list(["Monday: No school", "Tuesday: Chicken pie", "Wednesday: Pizza"])
    True
    >>> is_list(["风从江面上来", "带着稻花的香"])
    False
    """
    kinds = {item_kind(line) for line in lines}
    if len(kinds) == 1 and 0 not in kinds:
        return True
    return len(lines) > 1 and (
        all(is_refer(line) for line in lines) or _are_entries(lines) or _are_scores(lines)
    )


def _are_scores(lines: Sequence[str]) -> bool:
    """Whether most of two lines or more give the score of a game, and none is wide."""
    scores = sum(bool(_SCORE.match(line)) for line in lines)
    return scores > 1 and 2 * scores > len(lines) and all(width(line) < _WIDEST for line in lines)


def _are_entries(lines: Sequence[str]) -> bool:
    """Whether each of three lines or more says something of a label of its own."""
    labels = {entry_label(line) for line in lines} - {""}
    return len(lines) >= _ENTRIES and len(labels) == len(lines)


def entry_label(line: str) -> str:
    """What an entry says something of, such as a day; "" for any other line.

    >>> entry_label("Sept. 6: Pancake breakfast, 7 a.m."), entry_label("Monday is the day")
    ('Sept. 6', '')
    """
    found = _ENTRY.match(line)
    return found["label"] if found else ""


def is_refer(line: str) -> bool:
    """Whether a line points to a page at its end.

    >>> is_refer("高炉最后一夜　第2版"), is_refer("Mariners rally in the seventh, B1")
    (True, True)
    """
    return len(line) < 80 and bool(_REFER.search(line))


def is_numbered_subhead(line: str) -> bool:
    """Whether a line begins as numbered subheads do (一、 （一） 1.).

    >>> is_numbered_subhead("一、办好夜校"), is_numbered_subhead("一所夜校")
    (True, False)
    """
    return bool(_SUBHEAD.match(line))
