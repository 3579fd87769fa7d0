"""How many words divided at a column's end come back, on pages of the Deutscher Reichsanzeiger."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from publisher.pipeline import normalize
from tests.quality.corpora import FOLDER
from tests.quality.table import Table

#: A word that a hyphen ends, with the word before it, by which its place is known again.
_DIVIDED = re.compile(r"((?:\S+ )?\S*[^\W\d_])[⸗=\-¬]$")
_SUSPENDS = frozenset(("und", "oder", "bis", "sowie", "bzw."))

Region = tuple[str, list[str]]


def pages() -> Iterator[list[Region]]:
    """The pages, each the regions that were read in order: a kind and its lines."""
    with lzma.open(FOLDER / "de-reichsanzeiger.json.xz", "rt", encoding="utf-8") as file:
        for page in json.load(file):
            yield [(kind, lines) for kind, lines in page["regions"] if lines]


def divided(page: Sequence[Region]) -> Iterator[str]:
    """The words, put together, whose rest begins the next region of their kind in lower case."""
    for (kind, lines), (next_kind, next_lines) in pairwise(page):
        head = _DIVIDED.search(lines[-1].strip())
        rest = next_lines[0].split()[0] if next_lines[0].strip() else ""
        if head and kind == next_kind and rest[:1].islower():
            yield f"{head[0]} {rest}" if rest in _SUSPENDS else head[1] + rest


def text_of(page: Sequence[Region]) -> str:
    """A page as it is pulled out of a file: a blank line between two regions."""
    return "\n\n".join("\n".join(lines) for _, lines in page)


def score() -> tuple[int, int]:
    """How many words divided at a column's end came back, and how many there are."""
    found = number = 0
    for page in pages():
        words = list(divided(page))
        back = normalize(text_of(page), language="de").text if words else ""
        found += sum(1 for word in words if word in back)
        number += len(words)
    return found, number


def table() -> Table:
    """The one row of the measurement."""
    return Table("Words divided at column ends, Reichsanzeiger", ("found", "of"), (score(),))
