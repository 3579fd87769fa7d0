"""How cheaply a run of Han is cut into words: the most likely cut by the lexicon's frequencies."""

from __future__ import annotations

from publisher.repairs.evidence.lexicon import Lexicon

#: The logarithm of all frequencies of the lexicon together.
_TOTAL = 17.9
_UNKNOWN = 19.0
_LONGEST = 5


def costs(run: str, lexicon: Lexicon) -> list[float]:
    """The cost of each beginning of a run, from nothing to the whole.

    It is the negative log probability of the best cut into words.

    >>> lexicon = Lexicon.of({"产业链": 90, "产": 9, "业": 9, "链": 9})
    >>> costs("产业链", lexicon)[-1] < costs("业链产", lexicon)[-1]
    True
    """
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


def costs_to_end(run: str, lexicon: Lexicon) -> list[float]:
    """The cost of each end of a run, from the whole to nothing.

    >>> lexicon = Lexicon.of({"产业链": 90})
    >>> costs_to_end("产业链", lexicon)[0] == costs("产业链", lexicon)[-1]
    True
    """
    best = [0.0]
    for start in range(len(run) - 1, -1, -1):
        choices = []
        for length in range(1, min(_LONGEST, len(run) - start) + 1):
            level = lexicon.frequency(run[start : start + length])
            if level:
                choices.append(best[-length] + _TOTAL - level)
            elif length == 1:
                choices.append(best[-1] + _UNKNOWN)
        best.append(min(choices))
    return best[::-1]
