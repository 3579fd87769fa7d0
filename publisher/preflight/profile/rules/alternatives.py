"""Every picture has a text alternative or is said to be decorative."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import XHTML, Book

CODE = CODES["PUB046"]


def check(book: Book) -> Iterator[Diagnostic]:
    """An alt text, or an empty one with the role `presentation` or `none` (WCAG 1.1.1)."""
    for name, root in book.pages.items():
        mute = [one for one in root.iter(f"{XHTML}img") if not _tells(one)]
        if mute:
            yield book.at(CODE, name, f"{mute[0].get('src', 'a picture')} tells nobody anything")


def _tells(image: Element) -> bool:
    decorative = "alt" in image.attrib and image.get("role") in ("presentation", "none")
    return decorative or bool(image.get("alt", "").strip())
