"""Calibrated colours: allowed in PDF/X-4, and converted by the printer, who may surprise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile


def check(file: PressFile) -> Iterator[Diagnostic]:
    """Nothing is painted in RGB or Lab with a profile, nor in a CMYK of another press."""
    for page in file.pages:
        count = Counter(
            f"{one.kind} in {one.colour.space}"
            for one in page.painted
            if not one.colour.device and one.colour.space in ("RGB", "Lab", "CMYK")
        )
        if count:
            told = ", ".join(f"{number} × {kind}" for kind, number in sorted(count.items()))
            yield file.at("PUB107", f"left for the printer to convert: {told}", page.number)
