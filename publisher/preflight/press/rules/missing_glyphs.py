"""Missing glyphs: a box or nothing, where a font hasn't the character."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile


def check(file: PressFile) -> Iterator[Diagnostic]:
    """No text that can be seen shows .notdef, in fonts whose text is of glyphs' numbers."""
    for page in file.pages:
        count = sum(one.missing for one in page.painted if one.kind == "text")
        if count:
            yield file.at("PUB127", f"{count} glyph(s) that the font hasn't", page.number)
