"""The fonts of a PDF: which ones it names but doesn't hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from publisher.preflight.objects import dictionaries

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf


def strange_fonts(pdf: Pdf) -> list[str]:
    """Fonts that the file names but doesn't hold, the fourteen of every viewer among them."""
    fonts = (font for font in _own_fonts(pdf) if not _holds(font))
    return sorted({str(font.get("/BaseFont", "/?")).lstrip("/") for font in fonts})


def _own_fonts(pdf: Pdf) -> Iterator[Dictionary]:
    """The fonts with glyphs of their own: a composite font's are its descendant's."""
    for item in dictionaries(pdf):
        if item.get("/Type") == "/Font" and item.get("/Subtype") not in ("/Type0", "/Type3"):
            yield item


def _holds(font: Dictionary) -> bool:
    descriptor: Any = font.get("/FontDescriptor", {})
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
