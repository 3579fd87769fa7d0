"""Transparency: blended in ink, not in the colours of a screen (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.colour import space_of
from publisher.preflight.press.file import PressFile

_DEPTH = 12


def check(file: PressFile) -> Iterator[Diagnostic]:
    """No page and no group of it is blended in RGB."""
    for page in file.pages:
        if any(_blends_in_rgb(one) for one in _groups(page.dictionary, 0)):
            yield file.at("PUB108", "transparency is blended in RGB", page.number)


def _groups(holder: Any, depth: int) -> Iterator[Any]:
    if "/Group" in holder:
        yield holder.Group
    if depth < _DEPTH:
        for one in _inside(holder.get("/Resources", {})):
            yield from _groups(one, depth + 1)


def _inside(resources: Any) -> Iterator[Any]:
    """The forms and the tiles of patterns that a page or one of them names."""
    for kind in ("/XObject", "/Pattern"):
        named = resources.get(kind, {})
        for name in named.keys():  # noqa: SIM118
            if named[name].get("/Subtype") == "/Form" or named[name].get("/PatternType") == 1:
                yield named[name]


def _blends_in_rgb(group: Any) -> bool:
    return "/CS" in group and space_of(group.CS, {}).space == "RGB"
