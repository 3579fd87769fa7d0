"""Hairlines: lines so thin that a plate doesn't hold them."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile

#: A quarter of a point, less what rounding takes.
_THIN = 0.245


def check(file: PressFile) -> Iterator[Diagnostic]:
    """No line and no filled rectangle is thinner than a quarter of a point."""
    for page in file.pages:
        thin = [
            one.size
            for one in page.painted
            if one.kind in ("stroke", "fill") and one.size < _THIN and one.colour.space != "pattern"
        ]
        if thin:
            message = f"{len(thin)} line(s), the thinnest of {min(thin):.2f} pt"
            yield file.at("PUB111", message, page.number)
