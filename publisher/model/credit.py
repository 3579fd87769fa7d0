"""The credit: who made a picture, a drawing or a page."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.text import Span


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit for a picture or its like; `text` is the line as printed, `role` 摄, 制图, photo."""

    name: str
    role: str
    text: str
    origin: Span
    organisation: str = ""
