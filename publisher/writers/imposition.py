"""Imposition: pages put on sheets, two on a side, that folded into each other are the paper.

So are a saddle-stitched magazine and a folded newspaper made. Pages are form XObjects, each cut at
the fold. Creep (the inner sheets of a thick booklet stick out) is the printer's to allow for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from publisher.errors import BuildError

if TYPE_CHECKING:
    from pikepdf import Pdf

#: Pages on a sheet of paper: two in front and two on the back.
SIGNATURE = 4


def spreads(pages: int, *, from_right: bool = False) -> Iterator[tuple[int | None, int | None]]:
    """The pages, from 0, on the left and the right of each side of the sheets, outermost first.

    None is a blank page, with which the count is filled to the signature. `from_right` is said of
    a paper whose first page is bound at its right.

    >>> list(spreads(8))
    [(7, 0), (1, 6), (5, 2), (3, 4)]
    >>> list(spreads(3))
    [(None, 0), (1, 2)]
    """
    whole = -(-pages // SIGNATURE) * SIGNATURE
    for low in range(whole // 2):
        high = whole - 1 - low
        pair = (high, low) if low % 2 == 0 else (low, high)
        left, right = (page if page < pages else None for page in pair)
        yield (right, left) if from_right else (left, right)


def impose(pdf: Pdf, *, from_right: bool = False) -> float:
    """Put a file's pages on sheets, in place; the place of the fold, in points from the left.

    Pages come with their TrimBox, and with a MediaBox that ends with the bleed; so do the sheets.
    Raises BuildError where the pages differ in size.
    """
    boxes = {tuple(round(float(side), 2) for side in page.trimbox) for page in pdf.pages}
    if len(boxes) > 1:
        raise BuildError(
            "pages of different sizes can't be put on one sheet",
            remedy="Give every @page in the theme's print.css the same size.",
        )
    ((left, bottom, right, top),) = boxes
    bleed = left - float(pdf.pages[0].mediabox[0])
    width, height = right - left, top - bottom
    forms = [_form(pdf, page) for page in pdf.pages]
    sides = list(spreads(len(forms), from_right=from_right))
    del pdf.pages[:]
    for pair in sides:
        _add_side(pdf, [None if one is None else forms[one] for one in pair], width, height, bleed)
    return width


def _form(pdf: Pdf, page: Any) -> Any:
    form = pdf.make_indirect(page.as_form_xobject())
    # As qpdf makes it, it ends at the trimmed edge.
    form.BBox = page.obj.MediaBox
    return form


def _add_side(pdf: Pdf, pair: list[Any], width: float, height: float, bleed: float) -> None:
    from pikepdf import Array, Dictionary, Name, Page

    lines, forms = [], Dictionary()
    for place, form in enumerate(pair):
        if form is None:
            continue
        name = f"/P{place}"
        forms[name] = form
        # Each ends at the fold, and runs into the bleed on the other three sides.
        start = (place * width) if place else -bleed
        lines.append(f"q {start:.3f} {-bleed:.3f} {width + bleed:.3f} {height + 2 * bleed:.3f} re")
        lines.append(f"W n 1 0 0 1 {place * width:.3f} 0 cm {name} Do Q")
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([-bleed, -bleed, 2 * width + bleed, height + bleed]),
        TrimBox=Array([0, 0, 2 * width, height]),
        Contents=pdf.make_stream("\n".join(lines).encode("ascii")),
        Resources=Dictionary(XObject=forms),
    )
    pdf.pages.append(Page(page))
