"""Headlines of more than one line: broken between words, in lines of about the same length."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from math import ceil

from markupsafe import Markup

from publisher.theme.rendering import printable
from publisher.writers.pdf_text import keep_words, set_text

_OPENING = "“‘（《「『【〈〔(["
_CLOSING = "”’）》」』】〉〕)]"
_NEVER_FIRST = _CLOSING + "，。、；：？！…—·,.;:?!%"
#: Words that lean on what stands before them.
_LEANING = frozenset("的了着过得地们")

#: What a line and a break cost, in squared ems of unevenness.
_PER_LINE = 100.0
_IN_BRACKETS = 60.0
_BEFORE_LEANING = 40.0
_BESIDE_LONE = 6.0
#: A headline of two clauses is best broken between them.
_AT_PAUSE = {" ": -80.0, "\u3000": -80.0, "、": -15.0} | dict.fromkeys("，。；：？！", -60.0)


def line_setter(language: str, measures: Mapping[str, float]) -> Callable[[str, str], Markup]:
    """What sets a headline's part ("headline", "deck") for lines of its measure in ems.

    A Chinese one that needs several lines is broken between words, a Korean one at its spaces
    only; others are left to the rules of their lines.

    >>> set_line = line_setter("zh-Hans", {"headline": 10})
    >>> set_line("headline", "海淀区总工会举办职工歌咏比赛")
    Markup('海淀区总工会<br/>举办职工歌咏比赛')
    >>> set_line("deck", "海淀区总工会举办职工歌咏比赛")
    Markup('海淀区总工会举办职工歌咏比赛')
    """

    def set_line(part: str, text: str) -> Markup:
        primary = language.split("-")[0] if part in measures else ""
        if primary == "ko":
            return set_text(keep_words(text))
        if primary != "zh":
            return set_text(text)
        return Markup("<br/>").join(map(set_text, lines(text, measures[part])))

    return set_line


def lines(text: str, measure: float) -> tuple[str, ...]:
    """A Chinese headline in as few lines of at most `measure` ems as it needs, evenly filled.

    >>> lines("北京市总工会召开产业工人队伍建设改革推进会", 14)
    ('北京市总工会召开产业工人', '队伍建设改革推进会')
    """
    if width(text) <= measure:
        return (text,)
    words = _words(text)
    ends = list(accumulate(map(width, words), initial=0.0))
    goal = ends[-1] / ceil(ends[-1] / measure)
    costs = [_cost(words, place) for place in range(len(words) + 1)]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        best.append(
            min(
                (best[start][0] + _unevenness(ends[end] - ends[start], goal, measure), start)
                for start in _starts(ends, end, measure)
            )
        )
        best[end] = (best[end][0] + costs[end], best[end][1])
    return tuple(_cut(words, best))


def width(text: str) -> float:
    """The width of a text in ems: a Han character is one, a Western letter about half.

    >>> width("IP解码")
    3.2
    """
    return sum(0.6 if sign < "\u2000" else 1.0 for sign in text)


def _words(text: str) -> list[str]:
    """The words of a text; marks that can't begin or end a line are part of their neighbour."""
    import rjieba

    found: list[str] = []
    for word in rjieba.cut(printable(text), False):
        glued = found and (
            word[0] in _NEVER_FIRST
            or found[-1][-1] in _OPENING
            or (word[0].isascii() and word[0].isalnum() and found[-1][-1].isdecimal())
        )
        if glued:
            found[-1] += word
        else:
            found.append(str(word))
    return found


def _starts(ends: list[float], end: int, measure: float) -> Iterator[int]:
    """Where a line that ends at a word may begin; a word wider than the measure has its own."""
    yield end - 1
    for start in range(end - 2, -1, -1):
        if ends[end] - ends[start] > measure:
            return
        yield start


def _unevenness(length: float, goal: float, measure: float) -> float:
    return _PER_LINE + (length - goal) ** 2 + (1000.0 if length > measure else 0.0)


def _cost(words: list[str], place: int) -> float:
    """What it costs to break before a word."""
    if place in (0, len(words)):
        return 0.0
    before, after = words[place - 1], words[place]
    cost = 0.0
    text = "".join(words[:place])
    if sum(map(text.count, _OPENING)) > sum(map(text.count, _CLOSING)):
        cost += _IN_BRACKETS
    if after in _LEANING:
        cost += _BEFORE_LEANING
    if len(before) == 1 or len(after) == 1:
        cost += _BESIDE_LONE
    return cost + _AT_PAUSE.get(before[-1], 0.0)


def _cut(words: list[str], best: list[tuple[float, int]]) -> list[str]:
    """The lines that the cheapest breaks make."""
    found: list[str] = []
    end = len(words)
    while end:
        start = best[end][1]
        found.append("".join(words[start:end]))
        end = start
    return found[::-1]
