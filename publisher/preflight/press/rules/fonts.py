"""Fonts: all embedded (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.preflight.fonts import strange_fonts
from publisher.preflight.press.file import PressFile


def check(file: PressFile) -> Iterator[Diagnostic]:
    """Every font that the file names lies in it."""
    for name in strange_fonts(file.pdf):
        yield file.at("PUB031", f"the font {name} isn't embedded")
