"""Pages as views on the transcript: what lies between form feeds."""

from __future__ import annotations

from publisher.text.span import Span


def pages(text: str) -> tuple[Span, ...]:
    """The spans of a text's pages, form feeds left out; always at least one.

    >>> pages("一\\f二")
    (Span(start=0, end=1), Span(start=2, end=3))
    """
    found: list[Span] = []
    start = 0
    for part in text.split("\f"):
        found.append(Span(start, start + len(part)))
        start += len(part) + 1
    return tuple(found)
