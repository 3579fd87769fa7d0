"""The fonts that the book names are inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book, target
from publisher.preflight.profile.styles import blocks

CODE = CODES["PUB088"]

_GENERIC = frozenset(
    "serif sans-serif monospace cursive fantasy system-ui math emoji fangsong ui-serif"
    " ui-sans-serif ui-monospace ui-rounded inherit initial unset revert revert-layer".split()
)
_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)", re.IGNORECASE)


def check(book: Book) -> Iterator[Diagnostic]:
    """Each family that a style sheet names has a face, and the faces' files are there."""
    named: dict[str, str] = {}
    faces: set[str] = set()
    for sheet, text in book.sheets.items():
        for block in blocks(text):
            families = [one.strip(" \t\n\"'") for one in block.get("font-family").split(",")]
            if block.heads[-1].lower() == "@font-face":
                faces.update(families)
            else:
                named |= {family: sheet for family in families if family not in named}
        for reference in _ADDRESS.findall(text):
            place = target(sheet, reference)
            if place and place[0] not in book.container.names:
                yield book.at(CODE, sheet, f"{reference} isn't there")
    for family, sheet in named.items():
        if family and family not in faces | _GENERIC and not family.startswith("var("):
            yield book.at(CODE, sheet, f"the font {family!r} is named and isn't inside")
