"""Pages as views on the transcript: what lies between form feeds."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.text.span import Span


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the source: its place in the order (from 1) and its span, form feed left out."""

    sequence: int
    span: Span


def pages(text: str) -> tuple[Page, ...]:
    """The pages of a text, split at form feeds; always at least one.

    >>> [page.span for page in pages("一\\f二")]
    [Span(start=0, end=1), Span(start=2, end=3)]
    """
    found: list[Page] = []
    start = 0
    for sequence, part in enumerate(text.split("\f"), start=1):
        found.append(Page(sequence, Span(start, start + len(part))))
        start += len(part) + 1
    return tuple(found)
