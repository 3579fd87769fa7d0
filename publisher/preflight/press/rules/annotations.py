"""Annotations: none may lie on what is printed (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile


def check(file: PressFile) -> Iterator[Diagnostic]:
    """No annotation inside the bleed, links among them; a printer's mark or a trap net may be."""
    for page in file.pages:
        left, bottom, right, top = page.bleed
        count: dict[str, int] = {}
        for one in page.dictionary.get("/Annots", ()):
            kind = str(one.get("/Subtype", "/?")).lstrip("/")
            x, y, to_x, to_y = map(float, one.get("/Rect", (left, bottom, right, top)))
            inside = max(x, to_x) > left and min(x, to_x) < right
            if inside and max(y, to_y) > bottom and min(y, to_y) < top:
                count[kind] = count.get(kind, 0) + 1
        for kind, number in sorted(count.items()):
            if kind not in ("PrinterMark", "TrapNet"):
                yield file.at("PUB104", f"{number} annotation(s) of the kind {kind}", page.number)
