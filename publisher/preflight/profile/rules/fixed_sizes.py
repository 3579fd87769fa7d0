"""The reader's own size of type holds, on a page of any width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book
from publisher.preflight.profile.styles import blocks

CODE = CODES["PUB091"]

_ABSOLUTE = re.compile(r"(?:^|[\s,(/])\d*\.?\d+(?:px|pt|pc|cm|mm|in|q)\b")
_SIZES = frozenset({"font", "font-size", "line-height", "letter-spacing", "text-indent"})
#: Narrower than any screen in use, in CSS pixels: icons and rules may be so wide.
_NARROW = 200
_WIDTH = re.compile(r"(\d*\.?\d+)px$")


def check(book: Book) -> Iterator[Diagnostic]:
    """Type in relative units, no wide box in pixels, no fixed layout (WCAG 1.4.4, 1.4.10)."""
    if "pre-paginated" in book.said("rendition:layout"):
        yield book.at(CODE, book.package_name, "its layout is fixed")
    for name, sheet in book.sheets.items():
        for block in blocks(sheet):
            if any(head.lower().startswith(("@page", "@media print")) for head in block.heads):
                continue
            for one in block.declarations:
                wide = _WIDTH.match(one.value) if one.property in ("width", "min-width") else None
                if (one.property in _SIZES and _ABSOLUTE.search(one.value)) or (
                    wide and float(wide[1]) > _NARROW
                ):
                    where = name if name in book.pages else f"{name}:{one.line}"
                    yield book.at(CODE, where, f"{one.property}: {one.value}")
