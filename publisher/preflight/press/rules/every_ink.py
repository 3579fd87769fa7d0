"""The colour All, for marks alone: on a page it's every ink at once."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile


def check(file: PressFile) -> Iterator[Diagnostic]:
    """Nothing inside the bleed is painted in Separation All."""
    for page in file.pages:
        count = sum(one.colour.space == "All" for one in page.painted)
        if count:
            yield file.at("PUB109", f"{count} thing(s) painted in every ink", page.number)
