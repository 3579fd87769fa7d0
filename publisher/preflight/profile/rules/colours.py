"""The reader's own colours hold, in the dark too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book
from publisher.preflight.profile.styles import Block, blocks

CODE = CODES["PUB092"]

#: Values that take what is there.
_YIELDING = re.compile(
    r"inherit|initial|unset|revert|currentcolor|transparent|none|canvas|canvastext|linktext|var\(.*"
)
_NO_COLOUR = re.compile(r"url\(|gradient")
#: Pictures have no text that a ground could hide.
_PICTURE = re.compile(r"(?:^|[\s>])(?:img|svg|video|picture)(?:[.:#\[]\S*)?$", re.IGNORECASE)


def check(book: Book) -> Iterator[Diagnostic]:
    """Text and ground are coloured together or not at all (WCAG 1.4.3, failure F24)."""
    for name, sheet in book.sheets.items():
        for block in blocks(sheet):
            text, ground = _set(block.get("color")), _ground(block)
            if text != ground and not _for_pictures(block):
                only = "the text only" if text else "the ground only"
                line = block.declarations[0].line
                where = name if name in book.pages else f"{name}:{line}"
                yield book.at(CODE, where, f"{block.heads[-1]}: colours {only}")


def _set(value: str) -> bool:
    plain = value.removesuffix("!important").strip()
    return bool(plain) and not _YIELDING.fullmatch(plain)


def _ground(block: Block) -> bool:
    value = block.get("background-color") or block.get("background")
    return _set(value) and not _NO_COLOUR.search(value)


def _for_pictures(block: Block) -> bool:
    scheme = any("prefers-color-scheme" in head for head in block.heads)
    selectors = block.heads[-1].split(",")
    return scheme or all(_PICTURE.search(one.strip()) for one in selectors)
