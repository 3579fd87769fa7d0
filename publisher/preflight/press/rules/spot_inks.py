"""Spot inks: each wants a plate, a can and a unit of the press beside the four."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile

#: What every press has, and what leaves nothing (ISO 32000-2, 8.6.6.4 and 8.6.6.5).
_KNOWN = {"Cyan", "Magenta", "Yellow", "Black", "None", "All"}


def check(file: PressFile) -> Iterator[Diagnostic]:
    """Nothing on a page is painted in an ink that isn't one of the four."""
    for page in file.pages:
        names = {name for one in page.painted for name in one.colour.names} - _KNOWN
        if names:
            yield file.at("PUB126", f"painted in {', '.join(sorted(names))}", page.number)
