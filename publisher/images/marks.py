"""Marks: where the text of an issue names pictures, as Markdown and HTML do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from publisher.model import Issue, Omission
from publisher.text import Span

#: The reason that structure gives for leaving a line of marks out.
PICTURE = "picture"

_MARK = re.compile(
    r"""!\[(?P<alt>[^\]]*)\]\((?:\s*<(?P<quoted>[^>]*)>|(?P<file>(?:[^()]|\([^()]*\))*?))"""
    r"""(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)|<img\b(?P<attributes>[^>]*)>"""
)
_ATTRIBUTE = re.compile(r"""(src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A picture named in the text: its file, its text alternative ("" unsaid), its place."""

    file: str
    alternative: str
    origin: Span


def marks(issue: Issue) -> tuple[Mark, ...]:
    """The marks of an issue in order of place: those that stand in a line of their own."""
    lines = (one.origin for one in issue.omissions if one.reason == PICTURE)
    return tuple(mark for line in sorted(lines) for mark in read_marks(issue.text, line))


def without_marks(issue: Issue) -> tuple[Omission, ...]:
    """The issue's omissions but for the lines of its marks, which figures stand for."""
    return tuple(
        one
        for one in issue.omissions
        if one.reason != PICTURE or not any(read_marks(issue.text, one.origin))
    )


def read_marks(text: str, line: Span) -> Iterator[Mark]:
    """The marks in a line; one without a file names nothing.

    >>> [(one.file, one.alternative) for one in read_marks("![夜校](p3%201.jpg)", Span(0, 17))]
    [('p3 1.jpg', '夜校')]
    """
    for found in _MARK.finditer(text, line.start, line.end):
        if found["attributes"] is None:
            file = unquote(found["quoted"] or found["file"] or "")
            alternative = found["alt"]
        else:
            said = {
                name.lower(): unescape(double or single or bare)
                for name, double, single, bare in _ATTRIBUTE.findall(found["attributes"])
            }
            file, alternative = unquote(said.get("src", "")), said.get("alt", "")
        if file.strip():
            yield Mark(file.strip(), " ".join(alternative.split()), Span(*found.span()))
