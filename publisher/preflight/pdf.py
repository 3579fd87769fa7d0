"""The checks of a PDF: what veraPDF finds, and what this project promises beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.diagnostics import CODES, Diagnostic
from publisher.errors import InputError, ToolMissing
from publisher.preflight.verapdf import check_flavours

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf


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
    except pikepdf.PasswordError as fault:
        raise InputError(
            f"{path}: is locked with a password",
            remedy="Remove it: an archive can't keep a file that it can't open.",
        ) from fault
    except pikepdf.PdfError as fault:
        reason = str(fault).removeprefix(f"{path}: ")
        raise InputError(
            f"{path}: is no PDF that can be read ({reason})", remedy="Build it again."
        ) from fault
    return (*own, *check_flavours(path))


def _fonts(pdf: Pdf, path: Path) -> Iterator[Diagnostic]:
    """Fonts that the file names but doesn't hold, the fourteen of every viewer among them."""
    names = {str(font.get("/BaseFont", "/?")) for font in _own_fonts(pdf) if not _holds(font)}
    for name in sorted(names):
        yield CODES["PUB031"].at(str(path), f"the font {name.lstrip('/')} isn't embedded")


def _own_fonts(pdf: Pdf) -> Iterator[Dictionary]:
    """The fonts with glyphs of their own: a composite font's are its descendant's."""
    import pikepdf

    for item in pdf.objects:
        if (
            isinstance(item, pikepdf.Dictionary)
            and item.get("/Type") == "/Font"
            and item.get("/Subtype") not in ("/Type0", "/Type3")
        ):
            yield item


def _holds(font: Dictionary) -> bool:
    descriptor: Any = font.get("/FontDescriptor", {})
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _structure(pdf: Pdf, path: Path) -> Iterator[Diagnostic]:
    root: Any = pdf.Root
    preferences: Any = root.get("/ViewerPreferences", {})
    faults = {
        "it isn't tagged": "/StructTreeRoot" not in root,
        "it names no language": not str(root.get("/Lang", "")),
        "it hides its title": not bool(preferences.get("/DisplayDocTitle", False)),
    }
    for message, holds in faults.items():
        if holds:
            yield CODES["PUB032"].at(str(path), message)
