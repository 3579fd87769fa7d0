"""How often the space between two Korean pieces is right: `python -m tests.quality.korean`.

News sentences are cut where a line may end: at any syllable, so about half the cuts are at a space.
"""

from __future__ import annotations

import json
import random
import sys

from publisher.repairs.evidence.korean import glue
from tests.quality.corpora import FOLDER

CUTS = 3


def accuracy() -> tuple[float, int]:
    """The part of right decisions, and of how many."""
    chance = random.Random(5)
    right = number = 0
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
                if not places:
                    continue
                place = chance.choice(places)
                pieces = sentence[:place], sentence[place + at_space :]
                right += (glue(*pieces) == " ") == at_space
                number += 1
    return right / number, number


def main() -> None:
    """Print the figure; which package decided is what is installed."""
    part, number = accuracy()
    sys.stdout.write(f"{part:.4f} of {number}\n")


if __name__ == "__main__":
    main()
