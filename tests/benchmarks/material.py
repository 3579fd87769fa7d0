"""Texts to run on, of any size: made from the shared corpora, the same each time."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from itertools import chain, count

import pyphen

from tests.benchmarks.measure import MB
from tests.quality.corpora import FOLDER, archive, official
from tests.quality.hyphens import in_column

#: So many of a hundred Chinese paragraphs are cut in two.
CUT = 30
SENTENCES = 3


def chinese(size: float) -> str:
    """Clean paragraphs of news and official texts, of about `size` MB."""
    return "\n\n".join(_enough(_paragraphs(), size))


def cut_chinese(size: float) -> str:
    """The same with 30 of 100 paragraphs cut at any place, as columns and pages cut them."""
    chance = random.Random(11)

    def pieces() -> Iterator[str]:
        for text in _paragraphs():
            place = chance.randrange(4, len(text) - 4) if len(text) > 20 else 0
            if place and chance.randrange(100) < CUT:
                yield from (text[:place], text[place:])
            else:
                yield text

    return "\n\n".join(_enough(pieces(), size))


def english(size: float) -> str:
    """Paragraphs of three sentences of news, drawn anew each time."""
    chance = random.Random(12)
    sentences = _sentences()
    endless = (" ".join(chance.sample(sentences, SENTENCES)) for _ in count())
    return "\n\n".join(_enough(endless, size))


def english_articles() -> str:
    """Every sentence of the English news once, in order, three to a paragraph."""
    told = _sentences()
    groups = (told[place : place + SENTENCES] for place in range(0, len(told), SENTENCES))
    return "\n\n".join(" ".join(group) for group in groups)


def in_columns(text: str) -> str:
    """English paragraphs in the lines of a narrow column, words divided at their ends."""
    patterns = pyphen.Pyphen(lang="en_US")
    return "\n\n".join(in_column(one, patterns) for one in text.split("\n\n"))


def _sentences() -> list[str]:
    """The sentences of the English news, without the headlines among them."""
    rows = (FOLDER / "news-en.jsonl").read_text("utf-8").splitlines()
    told = (" ".join(one.split()) for row in rows for one in json.loads(row)["sentences"])
    return [one for one in told if one.endswith((".", "?", "!", '."', '?"', '!"'))]


def _paragraphs() -> Iterator[str]:
    return (text.strip() for text in chain(archive(), official()) if text.strip())


def _enough(paragraphs: Iterable[str], size: float) -> Iterator[str]:
    left = size * MB
    for text in paragraphs:
        if left <= 0:
            return
        left -= len(text.encode())
        yield text
