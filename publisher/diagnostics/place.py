"""The place of a diagnostic, in its parts: a file, a line of it, a page of a PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: A place in a file, or in an entry of a container (`file!entry`), or a page of a PDF.
_PLACE = re.compile(r"(?P<file>.*?)(?:: page (?P<page>\d+)|:(?P<line>\d+)(?::\d+)?)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault was found; `line` and `page` count from 1, 0 is unsaid."""

    file: str
    line: int = 0
    page: int = 0


def place_of(where: str) -> Place:
    """The parts of what `Diagnostic.where` says.

    >>> place_of("a.pdf: page 3"), place_of("b.txt:7:2")
    (Place(file='a.pdf', line=0, page=3), Place(file='b.txt', line=7, page=0))
    """
    found = _PLACE.fullmatch(where)
    assert found, where
    return Place(found["file"], int(found["line"] or 0), int(found["page"] or 0))
