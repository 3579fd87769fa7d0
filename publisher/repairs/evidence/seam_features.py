"""What a break between two pieces of Chinese looks like, as numbers for the seam model."""

from __future__ import annotations

from functools import lru_cache
from math import log, log1p

from publisher.repairs.evidence.balance import PAIRS, QUOTES, balance
from publisher.repairs.evidence.clauses import clauses
from publisher.repairs.evidence.lexicon import Lexicon
from publisher.repairs.evidence.ngrams import END, START, Counts, folded
from publisher.repairs.evidence.segmentation import costs, costs_to_end
from publisher.repairs.evidence.word_pairs import WordPairs
from publisher.repairs.evidence.word_path import seam_path

#: How much of each side is looked at: no feature sees farther, so a break costs the same anywhere.
REACH = 400

_TERMINAL = "。！？!?…"
_CLOSING = frozenset(PAIRS.values())
STOPS = "。！？；，：、"
_SENTENCE = "。！？"
_MEASURE = frozenset(
    "个名人次件项条位家辆套台座亩吨公斤里米元万亿千百多余年月日号时分秒岁届期批种层级点度倍成%％℃"
)
_MARKS = "“”‘’「」『』《》〈〉（）()【】"
_PREPOSITIONS = ("在", "当", "从", "自", "于")
LOCALIZERS = ("上", "中", "下", "里", "内", "时", "后", "前", "间", "期间", "方面", "以来", "之")
#: What a paragraph of news likes to begin with.
_OPENERS = tuple(
    (
        "近日 日前 昨日 昨天 今天 今日 当天 当日 据悉 据了解 据介绍 据统计 记者 本报 目前 同时 "
        "此外 另外 随后 截至 今年 去年 近年来 下一步 接下来 为了 对此 会上 会议 活动 其间 期间 而 "
        "与此同时 针对 作为 随着"
    ).split()
)
#: How much the shorter context counts beside one of so many characters.
_SMOOTH = (0.0, 150.0, 40.0)


def features(
    left: str, right: str, counts: Counts, lexicon: Lexicon, pairs: WordPairs
) -> list[float]:
    """The features of a break, in the order that the model was fitted with."""
    left, right = left[-REACH:], right[:REACH]
    before, behind = folded(left[-20:]), folded(right[:20])
    return [
        *_shape(left, right),
        *_balance(left, right),
        *_continuity(before, behind, counts),
        *_edges(before, behind, counts),
        *_relative(before, behind, counts),
        *_words(left, right, lexicon),
        *_segments(left, right, lexicon),
        *_through_marks(before, behind, counts),
        *_frame(left, right),
        right.startswith(_OPENERS),
        counts.own,
        *seam_path(_run_at_end(left[-8:]), _run_at_start(right[:8]), pairs),
        *clauses(left, right),
    ]


def sort_of(character: str) -> int:
    """The class of a character beside a break."""
    if not character:
        return 0
    if character.isdigit():
        return 1
    if character.isascii() and character.isalpha():
        return 2
    for number, marks in enumerate((_TERMINAL, "；;：:", "，,、", _CLOSING, PAIRS), start=3):
        if character in marks:
            return number
    return 8 if "\u4e00" <= character <= "\u9fff" else 9


def _shape(left: str, right: str) -> list[float]:
    last, before, first, second = left[-1:], left[-2:-1], right[:1], right[1:2]
    since = len(left) - 1 - max(left.rfind(mark) for mark in "。！？；")
    until = min((place for mark in STOPS if (place := right.find(mark)) >= 0), default=len(right))
    sentence = min(
        (place for mark in _SENTENCE if (place := right.find(mark)) >= 0), default=len(right)
    )
    terminal = last in _TERMINAL or (last in "”’）" and before in _TERMINAL)
    return [
        sort_of(last),
        sort_of(before),
        sort_of(first),
        sort_of(second),
        bool(last) and terminal,
        min(len(left), 200),
        min(len(right), 200),
        since,
        until,
        sentence,
        any(mark in left for mark in STOPS),
        any(mark in right for mark in STOPS),
        min(left.count("，"), 9),
        first in _MEASURE and bool(first),
        right[-1:] in "。！？”",
        left[:1] == "\u3000",
        " " in left,
    ]


def _balance(left: str, right: str) -> list[float]:
    found = balance(left, right)
    quotes = sum(mark in QUOTES for mark in found.open)
    return [
        quotes,
        len(found.open) - quotes,
        found.matches,
        bool(found.closed),
        bool(found.closed) and not found.open,
        bool(found.open) and not found.closed,
    ]


@lru_cache(maxsize=1 << 13)
def _follows(context: str, character: str, counts: Counts) -> float:
    """P(character | up to two characters before it), backing off to fewer."""
    if not context:
        return (counts.count(character) + 0.5) / (counts.total + 2500)
    smooth, seen = _SMOOTH[len(context)], counts.count(context)
    both = counts.count(context + character)
    return (both + smooth * _follows(context[1:], character, counts)) / (max(seen, both) + smooth)


@lru_cache(maxsize=1 << 13)
def _precedes(character: str, context: str, counts: Counts) -> float:
    """P(character | up to two characters after it), backing off to fewer."""
    if not context:
        return (counts.count(character) + 0.5) / (counts.total + 2500)
    smooth, seen = _SMOOTH[len(context)], counts.count(context)
    both = counts.count(character + context)
    return (both + smooth * _precedes(character, context[:-1], counts)) / (max(seen, both) + smooth)


def _forward(context: str, character: str, counts: Counts) -> float:
    return log(_follows(context, character, counts))


def _backward(character: str, context: str, counts: Counts) -> float:
    return log(_precedes(character, context, counts))


def _continuity(left: str, right: str, counts: Counts) -> list[float]:
    """How much better each side's characters fit with the other side than without it."""
    a, b = left[-2:], right[:2]
    first = second = last = before = 0.0
    if a and b:
        first = _forward(a, b[0], counts) - _forward("", b[0], counts)
        last = _backward(a[-1], b, counts) - _backward(a[-1], "", counts)
    if a and len(b) > 1:
        second = _forward(a[-1:] + b[0], b[1], counts) - _forward(b[0], b[1], counts)
    if len(a) > 1 and b:
        before = _backward(a[0], a[1] + b[0], counts) - _backward(a[0], a[1], counts)
    runs = (a[-1:] + b[:1], a + b[:1], a[-1:] + b)
    return [
        first,
        second,
        last,
        before,
        first + second,
        last + before,
        first + second + last + before,
        *(log1p(counts.count(run)) for run in runs),
    ]


def _edges(left: str, right: str, counts: Counts) -> list[float]:
    """How well the left ends and the right begins a clause, a sentence, a paragraph."""
    found: list[float] = []
    for run in (left[-1:], left[-2:]):
        base = counts.count(run) + 20
        found += [log((counts.count(run + mark) + 0.1) / base) for mark in ("，", "。", END, "的")]
    for run in (right[:1], right[:2]):
        base = counts.count(run) + 20
        found += [
            log((counts.count(mark + run) + 0.1) / base) for mark in ("，", "。", START, "的")
        ]
    return found


def _relative(left: str, right: str, counts: Counts) -> list[float]:
    """How well the seam runs, beside how well the text runs on either side of it."""
    before = _mean(left[-10:], counts)
    behind = _mean(right[:10], counts)
    seam = left[-2:] + right[:2]
    across = [_forward(seam[max(0, at - 2) : at], seam[at], counts) for at in range(2, len(seam))]
    mean = sum(across) / len(across) if across else 0.0
    return [before, behind, mean, mean - (before + behind) / 2]


def _mean(text: str, counts: Counts) -> float:
    chances = [_forward(text[at - 2 : at], text[at], counts) for at in range(2, len(text))]
    return sum(chances) / len(chances) if chances else 0.0


def _segments(left: str, right: str, lexicon: Lexicon) -> list[float]:
    """How much cheaper both sides are to cut into words together than apart, and as fragments."""
    a, b = _run_at_end(left[-7:]), _run_at_start(right[:7])
    # The beginnings of both together cost what those of the left cost.
    together = costs(a + b, lexicon)
    whole, apart_left = together[-1], together[len(a)]
    behind = costs_to_end(b, lexicon)
    apart_right = behind[0]
    return [
        whole - apart_left - apart_right,
        apart_left / max(1, len(a)),
        apart_right / max(1, len(b)),
        whole / max(1, len(a) + len(b)),
        behind[1] - apart_right if len(b) > 1 else 0.0,
        behind[2] - apart_right if len(b) > 2 else 0.0,
        together[len(a) - 1] - apart_left if len(a) > 1 else 0.0,
        together[len(a) - 2] - apart_left if len(a) > 2 else 0.0,
        len(a),
        len(b),
    ]


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def _run_at_end(text: str) -> str:
    start = len(text)
    while start and _is_han(text[start - 1]):
        start -= 1
    return text[start:]


def _run_at_start(text: str) -> str:
    end = 0
    while end < len(text) and _is_han(text[end]):
        end += 1
    return text[:end]


def _words(left: str, right: str, lexicon: Lexicon) -> list[float]:
    a, b = left[-4:], right[:4]
    cross = inside = longest = 0.0
    for i in range(1, len(a) + 1):
        for j in range(1, min(len(b), 6 - i) + 1):
            level = lexicon.frequency(a[-i:] + b[:j])
            if level:
                cross = max(cross, level + i + j)
                longest = max(longest, i + j)
                inside = max(inside, level)
    ends = max((lexicon.frequency(a[-i:]) for i in range(2, len(a) + 1)), default=0.0)
    starts = max((lexicon.frequency(b[:j]) for j in range(2, len(b) + 1)), default=0.0)
    last, first = a[-1:], b[:1]
    return [
        cross,
        longest,
        inside,
        ends,
        starts,
        lexicon.frequency(f"+{last}{first}"),
        lexicon.frequency(f"${last}"),
        lexicon.frequency(f">{last}"),
        lexicon.frequency(f"^{first}"),
        lexicon.frequency(f"<{first}"),
    ]


def _through_marks(left: str, right: str, counts: Counts) -> list[float]:
    """The continuity of the characters behind closing and opening marks: 课” / 上 is 课 / 上."""
    bare_left, bare_right = left.rstrip(_MARKS), right.lstrip(_MARKS)
    if bare_left == left and bare_right == right:
        return [0.0, 0.0, 0.0]
    found = _continuity(bare_left, bare_right, counts)
    return [1.0, found[6], found[7]]


def _frame(left: str, right: str) -> list[float]:
    """A frame of preposition and localizer that the break may cut: 在 … / 上，"""
    clause = left[max(left.rfind(mark) for mark in "，。；！？：") + 1 :]
    place = max(clause.rfind(word) for word in _PREPOSITIONS)
    opened = place >= 0 and not any(word in clause[place + 1 :] for word in LOCALIZERS)
    closes = right.startswith(LOCALIZERS)
    short = closes and right[1:2] in "，的、" and len(right) > 1
    return [opened, closes, short, opened and closes, opened and short, len(clause)]
