"""Train the tables that ship: `python -m tests.quality.train_evidence JIEBA_DICT`.

zh-ngrams.bin counts character runs of official texts and statutes, which stand outside copyright.
zh-words.bin holds word frequencies of jieba's dictionary (MIT), the file dict.txt of that package.
The same inputs give the same bytes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import publisher.repairs.evidence as evidence
from publisher.repairs.evidence.lexicon import Lexicon
from publisher.repairs.evidence.ngrams import count_ngrams
from tests.quality.corpora import laws, official

#: Official reports are closer to a newspaper than statutes, and far fewer.
OFFICIAL_WEIGHT = 5
#: Rarer runs are left out, which halves the table and costs a thousandth of accuracy.
LEAST = {1: 2, 2: 2, 3: 4}
LEAST_WORD = 3
LEAST_PAIR = 10


def paragraphs() -> Iterator[tuple[str, int]]:
    """The training texts with their weights."""
    yield from ((text, 1) for text in laws())
    yield from ((text, OFFICIAL_WEIGHT) for text in official())


def frequencies(dictionary: Path) -> dict[str, int]:
    """Words, and characters by their place in words: `+ab` inside, `$a` last, `^a` first."""
    words: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for line in dictionary.read_text("utf-8").splitlines():
        word, count, *_ = line.split(" ")
        frequency = int(count)
        if len(word) <= 8 and frequency >= LEAST_WORD:
            words[word] = frequency
        for first, second in pairwise(word):
            places[f"+{first}{second}"] += frequency
            places[f">{first}"] += frequency
            places[f"<{second}"] += frequency
        places[f"${word[-1]}"] += frequency
        places[f"^{word[0]}"] += frequency
    kept = {key: count for key, count in places.items() if key[0] != "+" or count >= LEAST_PAIR}
    return dict(words) | kept


def main() -> None:
    """Write both tables into the package."""
    folder = Path(evidence.__path__[0])
    (folder / "zh-ngrams.bin").write_bytes(count_ngrams(paragraphs(), LEAST).to_bytes())
    (folder / "zh-words.bin").write_bytes(Lexicon.of(frequencies(Path(sys.argv[1]))).to_bytes())


if __name__ == "__main__":
    main()
