"""What a report shows of a file: its findings, and of a PDF its pages with their ink."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from publisher.diagnostics import Diagnostic, place_of
from publisher.preflight.pdf import purpose_of
from publisher.preflight.press.file import PressPage, bare_file
from publisher.preflight.press.plates import Plates, plates
from publisher.preflight.thumbnails import thumbnails

_MM_A_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a PDF: its number from 1, its trimmed size in mm, a JPEG, its ink.

    `inks` are the parts of the page that cyan, magenta, yellow and black cover, in percent; `most`
    is the most ink in one place, all four together, in percent.
    """

    number: int
    width: float
    height: float
    picture: bytes
    inks: tuple[float, ...]
    most: int
    found: tuple[Diagnostic, ...]

    @property
    def address(self) -> str:
        """The picture as a data URL."""
        return f"data:image/jpeg;base64,{b64encode(self.picture).decode('ascii')}"


@dataclass(frozen=True, slots=True)
class Subject:
    """A file that was checked; `purpose` is the profile of a PDF, `sheets` are its pages.

    `digest` is the SHA-256 of a file, "" of a folder.
    """

    name: str
    digest: str
    purpose: str
    found: tuple[Diagnostic, ...]
    sheets: tuple[Sheet, ...] = ()


def subject(path: Path, found: Sequence[Diagnostic], profile: str = "") -> Subject:
    """A checked file with what was found in it; a PDF is painted once more for its pages.

    Raises ToolMissing where Poppler or Ghostscript isn't there, InputError where they can't paint.
    """
    digest = sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    if path.suffix.lower() != ".pdf":
        return Subject(str(path), digest, "", tuple(found))
    import pikepdf

    with pikepdf.open(path) as pdf:
        file = bare_file(path, pdf)
        pictures = thumbnails(path, len(file.pages))
        parts = zip(file.pages, pictures, plates(file), strict=True)
        sheets = tuple(_sheet(page, picture, inks, found) for page, picture, inks in parts)
        return Subject(str(path), digest, profile or purpose_of(pdf), tuple(found), sheets)


def _sheet(page: PressPage, picture: bytes, inks: Plates, found: Sequence[Diagnostic]) -> Sheet:
    left, bottom, right, top = page.box("/TrimBox") or page.bleed
    return Sheet(
        number=page.number,
        width=(right - left) * _MM_A_POINT,
        height=(top - bottom) * _MM_A_POINT,
        picture=picture,
        inks=tuple(100 * one for one in inks.coverage),
        most=inks.most,
        found=tuple(one for one in found if place_of(one.where).page == page.number),
    )
