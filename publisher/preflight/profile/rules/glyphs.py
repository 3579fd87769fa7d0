"""The fonts in the book have its characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book, local
from publisher.theme.glyphs import held, seen

CODE = CODES["PUB097"]

_FONT = re.compile("font|opentype")

#: What a page holds and doesn't show.
_SILENT = frozenset({"head", "script", "style", "template"})


def check(book: Book) -> Iterator[Diagnostic]:
    """Where there are fonts, one of them has each character that a page shows.

    Fonts of which one can't be read (packed as WOFF, obfuscated) say nothing of what is lacking.
    """
    fonts = [item.name for item in book.items if _FONT.search(item.media_type)]
    signs = [held(book.container.read(one)) for one in fonts if one in book.container.names]
    if not all(signs):
        return
    found = set().union(*signs)
    for name in book.spine if signs else ():
        shown = seen("".join(_texts(book.pages[name]))) if name in book.pages else set()
        if lacking := sorted(shown - found):
            told = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in lacking[:20])
            yield book.at(CODE, name, f"no font in the book has {told}")


def _texts(element: Element) -> Iterator[str]:
    """The texts that an element shows."""
    if local(element) not in _SILENT:
        yield element.text or ""
        for one in element:
            yield from _texts(one)
            yield one.tail or ""
