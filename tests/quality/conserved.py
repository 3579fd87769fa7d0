"""Nothing vanishes and nothing appears outside the ledger: bytes, replay, second run."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

from publisher import ledger
from publisher.pipeline import normalize
from tests.quality import clean, column_joins
from tests.quality.corpora import BREAK_SETS, FOLDER, damaged, samples
from tests.quality.table import Table

#: So many breaks make a text of page-split material.
BREAKS = 20


def texts() -> Iterator[tuple[str, str]]:
    """Texts of every kind that the corpora hold, split and damaged ones too, with the kind."""
    for line in (FOLDER / "cases.jsonl").read_text("utf-8").splitlines():
        yield "cases", json.loads(line)["input"]
    for name in BREAK_SETS:
        cuts = [f"{one.left}\n\n{one.right}" for one in samples(name)]
        for place in range(0, len(cuts), BREAKS):
            text = "\n\n".join(cuts[place : place + BREAKS])
            yield name, text
            yield f"{name}, damaged", damaged(text, random.Random(place))
    yield from (("Reichsanzeiger", column_joins.text_of(page)) for page in column_joins.pages())
    for language in clean.LANGUAGES:
        yield from ((language, text) for text in clean.articles(language))


def table() -> Table:
    """Of each kind: texts, characters, edits, and how many texts break one of the promises."""
    counts: dict[str, list[int]] = {}
    for name, text in texts():
        result = normalize(text)
        restored = ledger.restore(result.ledger, result.text) == text.encode()
        replayed = text
        for one in result.ledger.passes:
            replayed = ledger.apply(replayed, one.edits)
        edits = [edit for one in result.ledger.passes for edit in one.edits]
        gain = sum(len(edit.after) - len(edit.before) for edit in edits)
        facts = (
            1,
            len(text),
            len(edits),
            not restored,
            replayed != result.text,
            len(result.text) != len(text) + gain,
            normalize(result.text).text != result.text,
        )
        count = counts.setdefault(name, [0] * len(facts))
        counts[name] = [a + b for a, b in zip(count, facts, strict=True)]
    columns = (
        "text",
        "texts",
        "characters",
        "edits",
        "bytes not restored",
        "replay differs",
        "characters unaccounted",
        "second run changes",
    )
    return Table("Conservation", columns, tuple((name, *row) for name, row in counts.items()))
