"""The best way through the words at a seam: both sides as one text, apart, and as fragments."""

from __future__ import annotations

from collections.abc import Callable

from publisher.repairs.evidence.word_pairs import LONGEST, WordPairs

#: Costs of ways that end at a place, by the last word; `None` before the first word.
_Ends = dict[int | None, float]

#: What stands for the gain of a word across the seam where there is none.
_NO_WORD = -9.0


def seam_path(left: str, right: str, pairs: WordPairs) -> list[float]:
    """What the words say of a seam between two runs of Han, in decimal logarithms.

    Both sides read as one against apart, the same with a word's boundary at the seam, a word across
    it against that, each side by the character, and how much of each side's cost its last or first
    characters make up (a fragment of a word costs more than it is long).

    >>> table = WordPairs.of({"产业": (3, 0), "产": (5, 0), "业": (5, 0)}, {})
    >>> joined, across, *_ = seam_path("产", "业", table)
    >>> round(joined, 1), across
    (7.0, 1.0)
    """
    ends = _ways(left, pairs)
    onward = _onward(right, pairs)
    a, b = min(ends[-1].values()), onward(0, None)
    bound = min(cost + onward(0, last) for last, cost in ends[-1].items())
    word = _across(left, right, pairs, ends, onward)
    joined = bound if word is None else min(word, bound)
    cut = [min(way.values()) for way in ends]
    return [
        a + b - joined,
        float(word is not None and word < bound),
        a + b - bound,
        _NO_WORD if word is None else bound - word,
        a / max(1, len(left)),
        b / max(1, len(right)),
        joined / max(1, len(left) + len(right)),
        len(left) + len(right),
        *(b - onward(less, None) if len(right) > less else 0.0 for less in (1, 2, 3)),
        *(a - cut[-1 - less] if len(left) > less else 0.0 for less in (1, 2)),
    ]


def _ways(text: str, pairs: WordPairs) -> list[_Ends]:
    """For each place of a text the cheapest ways that end there."""
    ends: list[_Ends] = [{None: 0.0}, *({} for _ in text)]
    for place, ways in enumerate(ends[:-1]):
        for end, number in pairs.words_at(text, place):
            ends[end][number] = min(cost + pairs.cost(last, number) for last, cost in ways.items())
    return ends


def _onward(text: str, pairs: WordPairs) -> Callable[[int, int | None], float]:
    """The cost of a text from a place on, behind a word or by itself."""
    known: dict[tuple[int, int | None], float] = {}

    def cost(place: int, last: int | None) -> float:
        if place == len(text):
            return 0.0
        found = known.get((place, last))
        if found is None:
            found = known[place, last] = min(
                pairs.cost(last, number) + cost(end, number)
                for end, number in pairs.words_at(text, place)
            )
        return found

    return cost


def _across(
    left: str,
    right: str,
    pairs: WordPairs,
    ends: list[_Ends],
    onward: Callable[[int, int | None], float],
) -> float | None:
    """The cost of the cheapest way with a word that begins on the left and ends on the right."""
    best: float | None = None
    for place in range(max(0, len(left) - LONGEST + 1), len(left)):
        head = left[place:]
        for taken in range(1, min(LONGEST - len(head), len(right)) + 1):
            number = pairs.numbers.get(head + right[:taken])
            if number is None:
                continue
            before = min(cost + pairs.cost(last, number) for last, cost in ends[place].items())
            whole = before + onward(taken, number)
            best = whole if best is None else min(best, whole)
    return best
