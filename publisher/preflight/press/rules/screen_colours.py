"""Colours of a screen: RGB of no known device (ISO 15930-7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile


def check(file: PressFile) -> Iterator[Diagnostic]:
    """Nothing is painted in DeviceRGB, for which a CMYK press has no ink."""
    for page in file.pages:
        count = Counter(
            one.kind
            for one in page.painted
            if one.colour.space in ("RGB", "unknown") and one.colour.device
        )
        if count:
            told = ", ".join(f"{number} × {kind}" for kind, number in sorted(count.items()))
            yield file.at("PUB106", f"painted in RGB: {told}", page.number)
