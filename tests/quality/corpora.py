"""The shared corpora, which stand beside the project and are never copied into it.

Where they stand elsewhere, the variable PUBLISHER_CORPORA names their folder.
"""

from __future__ import annotations

import json
import lzma
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BESIDE = Path(__file__).parents[3] / "shared" / "corpora"
FOLDER = Path(os.environ.get("PUBLISHER_CORPORA") or _BESIDE)
BREAK_SETS = ("news", "official", "translated")


@dataclass(frozen=True, slots=True)
class Sample:
    """A break with the truth: join, paragraph or gap; `group` is the day or document it is from."""

    corpus: str
    group: str
    truth: str
    left: str
    right: str


def samples(corpus: str) -> list[Sample]:
    """The breaks of one set; an unmarked heading counts as a paragraph of its own."""
    found = []
    for line in (FOLDER / f"zh-{corpus}.breaks.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        truth = "paragraph" if row["label"] == "heading" else row["label"]
        group = row["id"].split("-")[0] if corpus == "news" else row["id"]
        found.append(Sample(corpus, f"{corpus} {group}", truth, row["left"], row["right"]))
    return found


def official() -> Iterator[str]:
    """The paragraphs of government work reports before 2015."""
    with lzma.open(FOLDER / "zh-official.jsonl.xz", "rt", encoding="utf-8") as file:
        for line in file:
            yield from json.loads(line)["paragraphs"]


def laws() -> Iterator[str]:
    """The lines of statutes."""
    with lzma.open(FOLDER / "zh-laws.txt.xz", "rt", encoding="utf-8") as file:
        yield from (line.strip() for line in file if line.strip())


def archive() -> Iterator[str]:
    """A newsroom's own archive: for measuring only."""
    with lzma.open(FOLDER / "zh-news-archive.jsonl.xz", "rt", encoding="utf-8") as file:
        for line in file:
            yield from json.loads(line)["paragraphs"]


_ENDS = "。！？；…"
_WRONG = {"“": ("”", '"', ""), "”": ("“", '"', ""), "‘": ("’", "'", ""), "’": ("‘", "'", "")}


def damaged(text: str, chance: random.Random) -> str:
    """Text as a bad extraction leaves it.

    30 % of end punctuation lost, 25 % of quotation marks wrong, 2 % of characters wrong.
    """
    signs = []
    for sign in text:
        if sign in _WRONG and chance.random() < 0.25:
            signs.append(chance.choice(_WRONG[sign]))
        elif sign in _ENDS and chance.random() < 0.30:
            continue
        elif "\u4e00" <= sign <= "\u9fff" and chance.random() < 0.02:
            signs.append(chr(chance.randrange(0x4E00, 0x9000)))
        else:
            signs.append(sign)
    return "".join(signs)
