"""The checks of a PDF for its purpose: for a press, for a screen, for an archive."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.diagnostics import CODES, Diagnostic
from publisher.errors import InputError, UsageError
from publisher.preflight.broken import judged
from publisher.preflight.fonts import strange_fonts
from publisher.preflight.press import check_press
from publisher.preflight.press.file import bare_file, intents, press_file
from publisher.preflight.press.rules import overprinted_glyphs
from publisher.preflight.tags import check_tags
from publisher.preflight.verapdf import FLAVOURS, check_flavours, is_there

if TYPE_CHECKING:
    from pikepdf import Pdf

#: What a PDF may be for, with the flavours that veraPDF holds it to.
PROFILES = {"print": (), "screen": ("ua1",), "archive": FLAVOURS}


def check_pdf(path: Path, profile: str = "") -> tuple[Diagnostic, ...]:
    """The faults of a PDF for a purpose: `print`, `screen` or `archive`.

    `print` is PDF/X-4 and what a printer asks beside it; `screen` PDF/UA-1, fonts, tags, language;
    `archive` PDF/A-3a as well. Without a profile, a file that says it's for a press is held to
    `print`, every other to `archive`. Where veraPDF isn't there, that is said (PUB125). Raises
    UsageError for an unknown profile, InputError for a file that is no PDF, ToolMissing without
    Poppler, or without Ghostscript for `print`.
    """
    import pikepdf

    if profile and profile not in PROFILES:
        raise UsageError(f"no profile {profile!r}", remedy=f"Profiles are: {', '.join(PROFILES)}.")
    try:
        with pikepdf.open(path) as pdf:
            purpose = profile or purpose_of(pdf)
            if purpose == "print":
                return tuple(check_press(press_file(path, pdf)))
            own = tuple(_own(pdf, path))
            glyphs = tuple(overprinted_glyphs.check(bare_file(path, pdf)))
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
    if not is_there():
        return (*own, *glyphs, CODES["PUB125"].at(str(path)))
    return (*own, *glyphs, *check_flavours(path, PROFILES[purpose]))


def purpose_of(pdf: Pdf) -> str:
    """The profile that a file is held to where none is named: by what it says of itself."""
    return "print" if intents(pdf) else "archive"


def _own(pdf: Pdf, path: Path) -> Iterator[Diagnostic]:
    """What is asked of a file for reading beside the standards."""
    checks = {"fonts": _fonts, "its catalogue": _structure, "tags": check_tags}
    for what, check in checks.items():
        yield from judged(partial(check, pdf, path), path, what)


def _fonts(pdf: Pdf, path: Path) -> Iterator[Diagnostic]:
    for name in strange_fonts(pdf):
        yield CODES["PUB031"].at(str(path), f"the font {name} isn't embedded")


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
