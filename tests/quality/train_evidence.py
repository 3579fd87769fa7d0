"""Train the tables that ship: `python -m tests.quality.train_evidence JIEBA_DICT LIBIME_MODEL`.

zh-ngrams.bin counts character runs of official texts and statutes, which stand outside copyright.
zh-words.bin holds word frequencies of jieba's dictionary (MIT), the file dict.txt of that package.
zh-word-pairs.bin is the part that tells most of libime's word model (LGPL-2.1+, © 2015-2022
CSSlayer), the file data/lm_sc.arpa-20220810.tar.xz of Debian's source package libime 1.0.16-1
(`apt-get source libime`).
The same inputs give the same bytes.
"""

from __future__ import annotations

import heapq
import io
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import publisher.repairs.evidence as evidence
from publisher.repairs.evidence.lexicon import Lexicon
from publisher.repairs.evidence.ngrams import count_ngrams
from publisher.repairs.evidence.word_pairs import LONGEST, WordPairs
from tests.quality.corpora import laws, official

#: Official reports are closer to a newspaper than statutes, and far fewer.
OFFICIAL_WEIGHT = 5
#: Rarer runs are left out, which halves the table and costs a thousandth of accuracy.
LEAST = {1: 2, 2: 2, 3: 4}
LEAST_WORD = 3
LEAST_PAIR = 10
#: Half of the model's pairs of words: of the other half each says hardly more than its two words.
WORD_PAIRS = 1_000_000


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


def word_pairs(lines: Iterable[str]) -> WordPairs:
    """The words of a model in ARPA format and the pairs that tell most beyond their two words."""
    words: dict[str, tuple[float, float]] = {}
    pairs: dict[tuple[str, str], float] = {}
    tells: dict[tuple[str, str], float] = {}
    for line in lines:
        chance, _, rest = line.rstrip("\n").partition("\t")
        run, _, backoff = rest.partition("\t")
        if line.startswith("\\3-grams"):
            break
        if not run or not all(_is_word(word) for word in run.split(" ")):
            continue
        match run.split(" "):
            case [word]:
                words[word] = (-float(chance), -float(backoff or 0))
            case [first, second] if first in words and second in words:
                pairs[first, second] = -float(chance)
                less = words[first][1] + words[second][0] + float(chance)
                tells[first, second] = less * 10 ** (float(chance) - words[first][0])
    kept = heapq.nlargest(WORD_PAIRS, tells, key=lambda pair: (tells[pair], pair))
    return WordPairs.of(words, {pair: pairs[pair] for pair in kept})


def _is_word(word: str) -> bool:
    return len(word) <= LONGEST and all("\u4e00" <= sign <= "\u9fff" for sign in word)


def arpa(archive: Path) -> Iterator[str]:
    """The lines of the model in libime's archive."""
    with tarfile.open(archive, "r:xz") as files:
        member = files.extractfile("lm_sc.arpa")
        assert member is not None
        yield from io.TextIOWrapper(member, "utf-8", "replace")


def main() -> None:
    """Write the tables into the package."""
    folder = Path(evidence.__path__[0])
    (folder / "zh-ngrams.bin").write_bytes(count_ngrams(paragraphs(), LEAST).to_bytes())
    (folder / "zh-words.bin").write_bytes(Lexicon.of(frequencies(Path(sys.argv[1]))).to_bytes())
    (folder / "zh-word-pairs.bin").write_bytes(word_pairs(arpa(Path(sys.argv[2]))).to_bytes())


if __name__ == "__main__":
    main()
