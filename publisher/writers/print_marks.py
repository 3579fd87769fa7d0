"""The slug of a printed page: crop and registration marks, and the colour bar.

All lies outside the bleed. Marks are painted in every ink (Separation All); lengths are in points.
Sources: ISO 15930-7 (boxes); ISO 32000-2, 8.6.6.4 (All), 14.11.3 (printer's marks).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Array

MM = 72 / 25.4

#: How far pictures run over the edge, and what lies around the trimmed page in all.
BLEED = 3 * MM
SLUG = 15 * MM

#: Marks begin half a millimetre outside the bleed; thinner lines don't hold on a plate.
_NEAR = BLEED + 0.5 * MM
_MARK = 5 * MM
_LINE = 0.25

#: Bézier's approach to a quarter of a circle.
_ARC = 0.5523


@dataclass(frozen=True, slots=True)
class Trim:
    """A trimmed page on its sheet: the corners of its box."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the page."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


def marks(trim: Trim, *, grey: bool = False, folds: tuple[float, ...] = ()) -> bytes:
    """The marks and the bar as operators; they paint in the colour space `All`.

    `grey` leaves the coloured patches out; `folds` are places across the page where it's folded.
    """
    lines = [
        "/All cs /All CS 1 scn 1 SCN",
        f"{_LINE} w",
        *_crop_marks(trim),
        *_fold_marks(trim, folds),
        *_registration_marks(trim),
        *_bar(trim, grey=grey),
    ]
    return "\n".join(["q", *lines, "Q"]).encode("ascii")


def every_ink() -> Array:
    """The colour space of what is printed on every plate."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name

    function = Dictionary(
        FunctionType=2,
        N=1,
        Domain=Array([0, 1]),
        C0=Array([0, 0, 0, 0]),
        C1=Array([1, 1, 1, 1]),
    )
    return pikepdf.Array([Name.Separation, Name.All, Name.DeviceCMYK, function])


def _crop_marks(trim: Trim) -> Iterator[str]:
    near, far = _NEAR, _NEAR + _MARK
    for x, away in ((trim.left, -1), (trim.right, 1)):
        for y in (trim.bottom, trim.top):
            yield _stroke(x + away * near, y, x + away * far, y)
    for y, away in ((trim.bottom, -1), (trim.top, 1)):
        for x in (trim.left, trim.right):
            yield _stroke(x, y + away * near, x, y + away * far)


def _fold_marks(trim: Trim, folds: tuple[float, ...]) -> Iterator[str]:
    for x in folds:
        yield "[2 2] 0 d"
        yield _stroke(x, trim.bottom - _NEAR, x, trim.bottom - _NEAR - _MARK)
        yield _stroke(x, trim.top + _NEAR, x, trim.top + _NEAR + _MARK)
        yield "[] 0 d"


def _registration_marks(trim: Trim) -> Iterator[str]:
    across, up = trim.middle
    away = _NEAR + _MARK / 2
    # Beside the middle, where a sheet has its fold.
    yield from _registration_mark(across + 4 * _MARK, trim.bottom - away)
    yield from _registration_mark(across + 4 * _MARK, trim.top + away)
    yield from _registration_mark(trim.left - away, up)
    yield from _registration_mark(trim.right + away, up)


def _registration_mark(x: float, y: float) -> Iterator[str]:
    """A cross with a ring around its middle."""
    half, ring = _MARK / 2, _MARK / 4
    bend = ring * _ARC
    yield _stroke(x - half, y, x + half, y)
    yield _stroke(x, y - half, x, y + half)
    yield f"{_pair(x + ring, y)} m"
    for corners in (
        ((ring, bend), (bend, ring), (0, ring)),
        ((-bend, ring), (-ring, bend), (-ring, 0)),
        ((-ring, -bend), (-bend, -ring), (0, -ring)),
        ((bend, -ring), (ring, -bend), (ring, 0)),
    ):
        yield " ".join(_pair(x + right, y + up) for right, up in corners) + " c"
    yield "S"


#: The patches: each ink full, two over each other, half, and a grey of three inks.
_COLOURS = (
    "1 0 0 0",
    "0 1 0 0",
    "0 0 1 0",
    "0 0 0 1",
    "1 1 0 0",
    "0 1 1 0",
    "1 0 1 0",
    ".5 0 0 0",
    "0 .5 0 0",
    "0 0 .5 0",
    "0 0 0 .5",
    ".5 .4 .4 0",
)
_GREYS = ("0 0 0 1", "0 0 0 .75", "0 0 0 .5", "0 0 0 .25")


def _bar(trim: Trim, *, grey: bool) -> Iterator[str]:
    """The colour bar, below the page at its left."""
    x, y = trim.left + 2 * MM, trim.bottom - _NEAR - _MARK - 5 * MM
    for place, ink in enumerate(_GREYS if grey else _COLOURS):
        yield f"{ink} k {_pair(x + place * 5 * MM, y)} {5 * MM:.3f} {4 * MM:.3f} re f"


def _stroke(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{_pair(x, y)} m {_pair(to_x, to_y)} l S"


def _pair(x: float, y: float) -> str:
    return f"{x:.3f} {y:.3f}"
