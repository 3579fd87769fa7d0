"""A PDF as the rules for a press see it: its pages with what is painted on each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.broken import BROKEN
from publisher.preflight.press.painted import Painted, painted_on

if TYPE_CHECKING:
    from pikepdf import Pdf

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PressPage:
    """A page: its number from 1, its dictionary, and what is painted inside the bleed.

    `unreadable` says why what it paints couldn't be read.
    """

    number: int
    dictionary: Any
    painted: tuple[Painted, ...]
    unreadable: str = ""

    def box(self, name: str) -> Box | None:
        """A box of the page in points, its own or one it inherits; None where it has none."""
        return _box(self.dictionary, name)

    @property
    def bleed(self) -> Box:
        """What is printed and trimmed: the bleed, else the trim, else the whole page."""
        return _printed(self.dictionary)


@dataclass(frozen=True, slots=True)
class PressFile:
    """A file, its pages, and the names of its printing condition and profile."""

    path: Path
    pdf: Pdf
    pages: tuple[PressPage, ...]

    def at(self, code: str, message: str, page: int = 0) -> Diagnostic:
        """A fault of the file, or of a page by its number."""
        where = f"{self.path}: page {page}" if page else str(self.path)
        return CODES[code].at(where, message)

    @property
    def intents(self) -> list[Any]:
        """The output intents for PDF/X."""
        return intents(self.pdf)


def intents(pdf: Pdf) -> list[Any]:
    """The output intents of a document that are for PDF/X."""
    import pikepdf

    found = pdf.Root.get("/OutputIntents")
    every = list(found) if isinstance(found, pikepdf.Array) else []
    held = (one for one in every if isinstance(one, pikepdf.Dictionary))
    return [one for one in held if one.get("/S") == "/GTS_PDFX"]


def press_file(path: Path, pdf: Pdf) -> PressFile:
    """A file that is open, with what is painted on its pages."""
    pages = (_page(number, page.obj) for number, page in enumerate(pdf.pages, start=1))
    return PressFile(path, pdf, tuple(pages))


def _page(number: int, dictionary: Any) -> PressPage:
    try:
        return PressPage(number, dictionary, tuple(_inside(dictionary)))
    except BROKEN as fault:
        return PressPage(number, dictionary, (), str(fault) or type(fault).__name__)


def bare_file(path: Path, pdf: Pdf) -> PressFile:
    """A file that is open with its pages and their boxes; what is painted on them isn't read."""
    pages = (PressPage(number, page.obj, ()) for number, page in enumerate(pdf.pages, start=1))
    return PressFile(path, pdf, tuple(pages))


def _inside(page: Any) -> list[Painted]:
    left, bottom, right, top = _printed(page)
    return [
        one
        for one in painted_on(page)
        if one.left < right and one.right > left and one.bottom < top and one.top > bottom
    ]


def _printed(page: Any) -> Box:
    boxes = (_box(page, name) for name in ("/BleedBox", "/TrimBox", "/CropBox", "/MediaBox"))
    # ISO 32000-2, 7.7.3.3: the MediaBox is required; US Letter is what viewers fall back on.
    return next(filter(None, boxes), (0.0, 0.0, 612.0, 792.0))


def _box(page: Any, name: str) -> Box | None:
    holder = page
    while name not in holder and name in ("/MediaBox", "/CropBox") and "/Parent" in holder:
        holder = holder.Parent
    try:
        left, bottom, right, top = map(float, holder[name])
    except BROKEN:
        return None
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
