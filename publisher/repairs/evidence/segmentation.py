"""How cheaply a run of Han is cut into words: the most likely cut by the lexicon's frequencies."""

from __future__ import annotations

from publisher.repairs.evidence.lexicon import Lexicon

#: The logarithm of all frequencies of the lexicon together.
_TOTAL = 17.9
_UNKNOWN = 19.0
_LONGEST = 5


def cost(run: str, lexicon: Lexicon) -> float:
    """The negative log probability of the best cut of a run into words; 0 for nothing.

    >>> lexicon = Lexicon.of({"产业链": 90, "产": 9, "业": 9, "链": 9})
    >>> cost("产业链", lexicon) < cost("业链产", lexicon)
    True
    """
    return costs(run, lexicon)[-1]


def costs(run: str, lexicon: Lexicon) -> list[float]:
    """The cost of each beginning of a run, from nothing to the whole."""
    best = [0.0]
    for end in range(1, len(run) + 1):
        choices = []
        for length in range(1, min(_LONGEST, end) + 1):
            level = lexicon.frequency(run[end - length : end])
            if level:
                choices.append(best[end - length] + _TOTAL - level)
            elif length == 1:
                choices.append(best[end - 1] + _UNKNOWN)
        best.append(min(choices))
    return best
