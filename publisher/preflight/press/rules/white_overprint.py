"""White that overprints: it leaves no hole in what lies below, and so isn't seen."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile


def check(file: PressFile) -> Iterator[Diagnostic]:
    """Nothing without ink is set to overprint."""
    for page in file.pages:
        count = sum(one.overprints and one.colour.inks == (0, 0, 0, 0) for one in page.painted)
        if count:
            yield file.at("PUB112", f"{count} thing(s) in white overprint", page.number)
