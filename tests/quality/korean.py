"""How often the space between two Korean pieces is right, with kiwipiepy and without.

News sentences are cut where a line may end: at any syllable, so about half the cuts are at a space.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version

from publisher.repairs.evidence.korean import by_particles, glue
from tests.quality.corpora import FOLDER
from tests.quality.table import Table

CUTS = 3


def cuts() -> Iterator[tuple[str, str, bool]]:
    """The two pieces of each cut, and whether a space stood between them."""
    chance = random.Random(5)
    for line in (FOLDER / "news-ko.jsonl").read_text("utf-8").splitlines():
        for sentence in json.loads(line)["sentences"]:
            for at_space in [True, False] * CUTS:
                places = [
                    place
                    for place in range(8, len(sentence) - 8)
                    if (sentence[place] == " ") == at_space
                    and (at_space or "\uac00" <= sentence[place - 1] <= "\ud7a3")
                    and "\uac00" <= sentence[place + at_space] <= "\ud7a3"
                ]
                if places:
                    place = chance.choice(places)
                    yield sentence[:place], sentence[place + at_space :], at_space


def accuracy(decide: Callable[[str, str], str]) -> tuple[float, int]:
    """The share of right decisions, and of how many."""
    told = [(decide(left, right) == " ") == spaced for left, right, spaced in cuts()]
    return sum(told) / len(told), len(told)


def table() -> Table:
    """A row without the extra, and one with it where it is installed."""
    rows = [("particles and endings", *accuracy(lambda _, right: by_particles(right)))]
    try:
        rows.append((f"kiwipiepy {version('kiwipiepy')}", *accuracy(glue)))
    except PackageNotFoundError:
        note = "kiwipiepy (the extra `korean`) isn't installed here."
    else:
        note = ""
    return Table("Spaces between Korean pieces", ("by", "right", "of"), tuple(rows), note)
