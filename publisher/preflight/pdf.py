"""The checks of a PDF: what veraPDF finds, and what this project promises beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.diagnostics import CODES, Diagnostic
from publisher.errors import InputError, ToolMissing
from publisher.preflight.verapdf import check_flavours

if TYPE_CHECKING:
    from pikepdf import Pdf


def check_pdf(path: Path) -> tuple[Diagnostic, ...]:
    """The faults of a PDF for reading and keeping: PDF/A-3a, PDF/UA-1, fonts, tags, language.

    Raises InputError for a file that is no PDF, ToolMissing where a validator isn't there.
    """
    try:
        import pikepdf
    except ImportError as fault:
        raise ToolMissing(
            "pikepdf is needed to check a PDF",
            remedy='Install the extra: pip install "publisher[check]".',
        ) from fault
    try:
        with pikepdf.open(path) as pdf:
            own = (*_fonts(pdf, path), *_structure(pdf, path))
    except pikepdf.PdfError as fault:
        raise InputError(
            f"{path}: is no PDF that can be read ({fault})", remedy="Build it again."
        ) from fault
    return (*own, *check_flavours(path))


def _fonts(pdf: Pdf, path: Path) -> Iterator[Diagnostic]:
    """Fonts that the file names but doesn't hold."""
    seen: set[str] = set()
    for font in _dictionaries(pdf, "/FontDescriptor"):
        name = str(font.get("/FontName", "?")).lstrip("/")
        if not any(key in font for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            seen.add(name)
    for name in sorted(seen):
        yield CODES["PUB031"].at(str(path), f"the font {name} isn't embedded")


def _dictionaries(pdf: Pdf, kind: str) -> Iterator[Any]:
    import pikepdf

    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == kind:
            yield item


def _structure(pdf: Pdf, path: Path) -> Iterator[Diagnostic]:
    root: Any = pdf.Root
    faults = {
        "it isn't tagged": "/StructTreeRoot" not in root,
        "it names no language": not str(root.get("/Lang", "")),
        "it hides its title": not bool(
            root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)
        ),
    }
    for message, holds in faults.items():
        if holds:
            yield CODES["PUB032"].at(str(path), message)
