"""An article's repairs beside its source: what stood there, what stands there now, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from publisher import ledger_json
from publisher.archive.changes import Change, changes
from publisher.errors import LedgerError
from publisher.ledger import Ledger, Origin, revert
from publisher.text import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the source; `number` counts the change that it was part of from 1, else 0."""

    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Beside:
    """An article's changes in their order, and its source with their places."""

    changes: tuple[Change, ...]
    source: tuple[Stretch, ...]


def beside(outline: Mapping[str, Any], article: Mapping[str, Any], ledger: str) -> Beside | None:
    """What became of an article's source; None where the ledger isn't of this text."""
    told = _read(ledger, outline["text"])
    if told is None:
        return None
    kept, source, all_changes = told
    back = Origin(kept.passes)
    spans = [back.of(Span(*one)) for one in (article["origin"], *article.get("continued", ()))]
    own = tuple(one for one in all_changes if any(_touches(one.span, span) for span in spans))
    return Beside(own, tuple(_stretches(source, spans, own)))


@lru_cache(maxsize=32)
def _read(ledger: str, text: str) -> tuple[Ledger, str, tuple[Change, ...]] | None:
    try:
        kept = ledger_json.from_lines(ledger)
        source = revert(kept, text)
    except LedgerError:
        return None
    return kept, source, changes(kept, source)


def _touches(one: Span, other: Span) -> bool:
    return (one.start < other.end and other.start < one.end) or other.covers(one)


def _stretches(
    source: str, spans: Iterable[Span], changes: tuple[Change, ...]
) -> Iterator[Stretch]:
    for span in spans:
        place = span.start
        for number, change in enumerate(changes, start=1):
            start, end = max(change.span.start, span.start), min(change.span.end, span.end)
            if start < place or end <= start:
                continue
            yield Stretch(source[place:start])
            yield Stretch(source[start:end], number)
            place = end
        yield Stretch(source[place : span.end])
