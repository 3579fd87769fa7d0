"""The frame of a page for the press: its boxes, its marks, and the line of information above it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any

from publisher.writers.pdf import set_page
from publisher.writers.pdf_glyphs import faces_for, show_unreadable
from publisher.writers.print_colours import InkOf, separate
from publisher.writers.print_marks import BLEED, MM, SLUG, Trim, every_ink, marks

if TYPE_CHECKING:
    from pikepdf import Pdf

#: The line of information, above the crop marks: its height and its distance from the trimmed edge.
_HEIGHT = 4 * MM
_ABOVE = 9 * MM

_STYLE = """
@page {{ size: {width:.3f}pt {height:.3f}pt; margin: 0 }}
body {{ margin: 0 }}
p {{ break-after: page; font: 6.5pt/{height:.3f}pt "Edition Sans"; margin: 0; overflow: hidden;
  white-space: nowrap }}
"""


def frame(
    pdf: Pdf,
    said: Sequence[str],
    language: str,
    ink_of: InkOf,
    *,
    grey: bool = False,
    folds: tuple[float, ...] = (),
) -> None:
    """Put every page into its frame, in place; `said` is what stands above each.

    A page comes with its TrimBox, and with a MediaBox that ends with the bleed. It leaves with a
    MediaBox that begins at 0, 0 and holds the slug. `folds` are places across the trimmed page.
    """
    import pikepdf

    width = min(float(page.trimbox[2] - page.trimbox[0]) for page in pdf.pages) - 4 * MM
    with pikepdf.open(BytesIO(_lines(said, width, language))) as lines:
        separate(lines, ink_of)
        for page, line in zip(pdf.pages, lines.pages, strict=True):
            text = pdf.copy_foreign(line.as_form_xobject())
            _frame_page(pdf, page.obj, text, grey=grey, folds=folds)


def _lines(said: Sequence[str], width: float, language: str) -> bytes:
    paragraphs = "".join(f"<p>{show_unreadable(escape(one))}</p>" for one in said)
    page = f'<html lang="{language}"><head><meta charset="utf-8"/></head>{paragraphs}</html>'
    style = _STYLE.format(width=width, height=_HEIGHT)
    return set_page(page, style, faces_for(language, page), _written, variant="pdf/a-2u")


def _written(document: Any) -> bytes:
    content: bytes = document.write_pdf(pdf_variant="pdf/a-2u", pdf_identifier=b"slug")
    return content


def _frame_page(pdf: Pdf, page: Any, text: Any, *, grey: bool, folds: tuple[float, ...]) -> None:
    from pikepdf import Array, Dictionary, Name

    left, bottom, right, top = map(float, page.TrimBox)
    trim = Trim(SLUG, SLUG, SLUG + right - left, SLUG + top - bottom)
    shift = f"q 1 0 0 1 {SLUG - left:.3f} {SLUG - bottom:.3f} cm\n"
    line = f"q 1 0 0 1 {trim.left + 2 * MM:.3f} {trim.top + _ABOVE:.3f} cm /SlugText Do Q\n"
    painted = marks(trim, grey=grey, folds=tuple(trim.left + fold for fold in folds))
    page.Contents = pdf.make_stream(
        shift.encode("ascii")
        + page.Contents.read_bytes()
        + b"\nQ\n/Artifact BMC\n"
        + line.encode("ascii")
        + painted
        + b"\nEMC\n"
    )
    # WeasyPrint's pages may share their resources.
    resources = Dictionary(page.get("/Resources", Dictionary()))
    resources.ColorSpace = Dictionary(All=every_ink())
    resources.XObject = Dictionary({**dict(resources.get("/XObject", {})), "/SlugText": text})
    page.Resources = resources
    page.MediaBox = Array(_numbers(0, 0, trim.right + SLUG, trim.top + SLUG))
    page.TrimBox = Array(_numbers(trim.left, trim.bottom, trim.right, trim.top))
    page.BleedBox = Array(
        _numbers(trim.left - BLEED, trim.bottom - BLEED, trim.right + BLEED, trim.top + BLEED)
    )
    for key in (Name.CropBox, Name.ArtBox, Name.Annots, Name.Tabs, Name.StructParents):
        if key in page:
            del page[key]


def _numbers(*values: float) -> list[Any]:
    from decimal import Decimal

    return [Decimal(f"{value:.3f}") for value in values]
