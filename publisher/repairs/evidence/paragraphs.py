"""Paragraphs as views on a text: runs of lines between blank lines and page ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.text import Span

_LINE = re.compile(r"[^\n\f]+")


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of a text, without the white space around them.

    >>> [span.of("一\\n二\\n\\n三\\f四") for span in paragraphs("一\\n二\\n\\n三\\f四")]
    ['一\\n二', '三', '四']
    """
    start = end = -1
    for match in _LINE.finditer(text):
        if match[0].isspace():
            continue
        apart = start < 0 or text[end : match.start()].strip(" \t\u3000") != "\n"
        if apart and start >= 0:
            yield Span(start, end)
        lead = len(match[0]) - len(match[0].lstrip())
        start = match.start() + lead if apart else start
        end = match.start() + len(match[0].rstrip())
    if start >= 0:
        yield Span(start, end)
