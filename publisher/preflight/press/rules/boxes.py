"""The boxes of a page: what is trimmed, what bleeds, and one in the other (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import Box, PressFile, PressPage

#: Three millimetres in points, less what rounding takes.
_BLEED = 3 * 72 / 25.4 - 0.1
_NEAR = 0.01


def check(file: PressFile) -> Iterator[Diagnostic]:
    """A TrimBox on every page, 3 mm of bleed around it, all in a MediaBox that begins at 0, 0.

    Pages of a file are trimmed to one size.
    """
    sizes: dict[tuple[int, int], int] = {}
    for page in file.pages:
        for fault in _faults(page):
            yield file.at("PUB103", fault, page.number)
        if trim := page.box("/TrimBox"):
            size = round(trim[2] - trim[0]), round(trim[3] - trim[1])
            sizes.setdefault(size, page.number)
    if len(sizes) > 1:
        told = ", ".join(
            f"{wide} × {high} pt (page {page})" for (wide, high), page in sizes.items()
        )
        yield file.at("PUB103", f"its pages are of different sizes: {told}")


def _faults(page: PressPage) -> Iterator[str]:
    media, trim, bleed = page.box("/MediaBox"), page.box("/TrimBox"), page.box("/BleedBox")
    if media is None:
        yield "it has no MediaBox"
        return
    if abs(media[0]) > _NEAR or abs(media[1]) > _NEAR:
        yield "its MediaBox doesn't begin at 0, 0"
    # GWG 2022, 4.6: a unit of its own changes every size behind the printer's back.
    if float(page.dictionary.get("/UserUnit", 1)) != 1:
        yield "it is measured in a unit of its own (UserUnit)"
    if trim is None:
        yield "it has no TrimBox" + (", only an ArtBox" if page.box("/ArtBox") else "")
        return
    if page.box("/ArtBox"):
        yield "it has both a TrimBox and an ArtBox"
    crop = page.box("/CropBox")
    if crop and not _holds(crop, trim):
        yield "its CropBox cuts into what is trimmed"
    if bleed is None:
        yield "it has no BleedBox"
        return
    if not (_holds(media, bleed) and _holds(bleed, trim)):
        yield "its boxes don't lie in each other: TrimBox in BleedBox in MediaBox"
        return
    least = min(abs(one - other) for one, other in zip(trim, bleed, strict=True))
    if least < _BLEED:
        yield f"it has {least * 25.4 / 72:.1f} mm of bleed, not 3"


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer[0] <= inner[0] + _NEAR
        and outer[1] <= inner[1] + _NEAR
        and outer[2] >= inner[2] - _NEAR
        and outer[3] >= inner[3] - _NEAR
    )
