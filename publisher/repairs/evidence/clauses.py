"""The two clauses that meet at a break: their words by kind, their marks, what both of them say."""

from __future__ import annotations

from publisher.repairs.evidence.words import tagged

#: A clause is looked at so far, what both sides repeat so far.
_REACH = 30
_NEAR = 40

_ENDS = "。！？；，："
_STOPS = _ENDS + "、"
_MARKS = {mark: number for number, mark in enumerate("，、。；：！？", start=1)}
_NONE = 8
#: Kinds of words that are often one character long: auxiliaries, conjunctions, adverbs, and so on.
_SHORT = "ucdpxmqfr"


def clauses(left: str, right: str) -> list[float]:
    """What the clauses before and behind a break look like together.

    A clause of two verbs too many or of none, a word that both sides say, an enumeration on one
    side only: text is missing between them.
    """
    a, before = _last(left[-2 * _REACH :])
    b, behind = _first(right[: 2 * _REACH])
    first, second = tagged(a), tagged(b)
    verbs, more_verbs = _count(first, "v"), _count(second, "v")
    return [
        len(_letter_pairs(a) & _letter_pairs(b)),
        len(_letter_pairs(left[-_NEAR:]) & _letter_pairs(right[:_NEAR])),
        max((n for n in range(1, 5) if left[-n:] == right[:n] and len(left) >= n), default=0),
        (len(right) > 1 and right[:2] in left[-12:])
        + 2 * (len(left) > 1 and left[-2:] in right[:12]),
        verbs,
        more_verbs,
        verbs + more_verbs,
        _count(first, "p"),
        "、" in a,
        "、" in b,
        a.count("的"),
        b.count("的"),
        before,
        behind,
        _MARKS.get(next((sign for sign in reversed(left[-60:]) if sign in _STOPS), ""), 0),
        _MARKS.get(next((sign for sign in right[:60] if sign in _STOPS), ""), 0),
        len(a) + len(b),
        len(first) + len(second),
        _fragments(first),
        _fragments(second),
        ord(first[-1][1][0]) if first else 0,
        ord(second[0][1][0]) if second else 0,
        len(first[-1][0]) if first else 0,
        len(second[0][0]) if second else 0,
    ]


def _last(left: str) -> tuple[str, int]:
    start = max(left.rfind(mark) for mark in _ENDS) + 1
    return left[start:][-_REACH:], _MARKS.get(left[start - 1], 0) if start else _NONE


def _first(right: str) -> tuple[str, int]:
    end = min((place for mark in _ENDS if (place := right.find(mark)) >= 0), default=len(right))
    return right[:end][:_REACH], _MARKS.get(right[end], 0) if end < len(right) else _NONE


def _letter_pairs(text: str) -> set[str]:
    pairs = (text[place : place + 2] for place in range(len(text) - 1))
    return {pair for pair in pairs if pair.isalpha()}


def _count(words: list[tuple[str, str]], kind: str) -> int:
    return sum(tag[0] == kind for _, tag in words)


def _fragments(words: list[tuple[str, str]]) -> float:
    """The share of single characters that are no word of a kind that is often so short."""
    lone = sum(len(word) == 1 and tag[0] not in _SHORT for word, tag in words)
    return lone / max(1, len(words))
