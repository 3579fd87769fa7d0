"""The page (版): the physical side of an issue."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.model.statement import Person
from publisher.text import Span


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its place in the order (from 1) and its span in the text.

    `printed` is the number as printed (A04, 03), `section` the label of its theme (要闻), `file`
    and `digest` (SHA-256, hexadecimal) are its source's; each is "" where it isn't known.
    """

    sequence: int
    span: Span
    printed: str = ""
    section: str = ""
    editors: tuple[Person, ...] = ()
    file: str = ""
    digest: str = ""
    id: str = ""

    @property
    def label(self) -> str:
        """The number that readers know the page by: the printed one, or its place.

        >>> Page(4, Span(0, 0), printed="A04").label, Page(4, Span(0, 0)).label
        ('A04', '4')
        """
        return self.printed or str(self.sequence)
