"""Glyphs printed on glyphs: lines or columns that run into each other."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile
from publisher.preflight.words import overprinted


def check(file: PressFile) -> Iterator[Diagnostic]:
    """No word is printed on another, by Poppler's boxes of words."""
    for page, first, second in overprinted(file.path):
        yield file.at("PUB114", f"{first.text!r} and {second.text!r} lie on each other", page)
