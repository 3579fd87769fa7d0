"""Text that the end of one piece and the start of the next both hold, to the letter or nearly."""

from __future__ import annotations

from publisher.repairs.evidence.line_blocks import width_of

#: What is repeated is at least so wide, in half-width columns: no refrain is.
WIDTH = 40
#: So many characters of the right are looked for in the left; for a near overlap in several places,
#: so that one of them is free of the differences.
_KEY, _NEAR_KEY = 12, 6
#: Two readings of the same words differ in so many characters at most.
DIFFERENCES = 2

_NUMERALS = frozenset("0123456789零〇一二三四五六七八九十百千万亿两")


def exact_overlap(left: str, right: str) -> int:
    """How many characters the end of the left and the start of the right share; 0 is too few.

    >>> exact_overlap("the boats came in with the tide that night, and nobody saw",
    ...               "with the tide that night, and nobody saw them go out again")
    40
    """
    place = left.find(right[:_KEY])
    while place >= 0:
        length = len(left) - place
        if right.startswith(left[place:]) and width_of(left[place:]) >= WIDTH:
            return length
        place = left.find(right[:_KEY], place + 1)
    return 0


def near_overlap(left: str, right: str) -> tuple[str, str] | None:
    """The end of the left and the start of the right that are two readings of the same, or None.

    They differ in one or two letters; where a number differs they are two statements.

    >>> near_overlap("the boats came in with the tide that night, and nobody saw",
    ...              "with the tide that nigbt, and nobody saw them go out again")
    ('with the tide that night, and nobody saw', 'with the tide that nigbt, and nobody saw')
    >>> near_overlap("in all, 12 of the boats of the northern fleet came home in",
    ...              "in all, 13 of the boats of the northern fleet came home in the")
    """
    for offset in range(0, (DIFFERENCES + 1) * _NEAR_KEY, _NEAR_KEY):
        key = right[offset : offset + _NEAR_KEY]
        place = left.rfind(key) if len(key) == _NEAR_KEY else -1
        if place < 0:
            continue
        for start in range(place - offset - DIFFERENCES, place - offset + DIFFERENCES + 1):
            if start >= 0 and left[start] == right[0]:
                found = _readings(left[start:], right)
                if found is not None:
                    return found
    return None


def _readings(end: str, right: str) -> tuple[str, str] | None:
    """The end, and the start of the right that is nearest to it in length and letters."""
    if width_of(end) < WIDTH:
        return None
    lengths = sorted(range(-DIFFERENCES, DIFFERENCES + 1), key=abs)
    starts = (right[: len(end) + more] for more in lengths)
    near = (start for start in starts if start[-1:] == end[-1:] and _is_near(end, start))
    found = next(near, None)
    return None if found is None else (end, found)


def _is_near(one: str, other: str) -> bool:
    """Whether two strings differ by one or two letters and no numeral.

    Where they are of one length, letters differ, wherever; else some are missing in one place.
    """
    places = [n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) == len(other):
        changed = {sign for place in places for sign in (one[place], other[place])}
        return 0 < len(places) <= DIFFERENCES and not changed & _NUMERALS
    short, long = sorted((one, other), key=len)
    more = len(long) - len(short)
    place = places[0] if places else len(short)
    missing = set(long[place : place + more])
    return short[place:] == long[place + more :] and not missing & _NUMERALS
