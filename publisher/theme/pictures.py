"""How a picture is shown: where its file lies, how large it is, and what is said in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from publisher.model import Figure


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture's address in the edition, and its measures as CSS ("" where the reader's hold)."""

    address: str
    style: str = ""


def alternative_of(figure: Figure, words: Mapping[str, str]) -> str:
    """The text alternative as someone wrote it; else the caption; else the language's "Picture".

    A decorative picture has none.

    >>> from publisher.text import Span
    >>> alternative_of(Figure("a.jpg", (), Span(0, 0)), {"picture": "Picture"})
    'Picture'
    """
    if figure.decorative:
        return ""
    return figure.alternative.strip() or figure.text.strip() or words["picture"]
