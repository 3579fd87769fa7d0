"""Headings nest, and each says something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import XHTML, Book

CODE = CODES["PUB083"]

_HEADING = re.compile(re.escape(XHTML) + "h([1-6])")


def check(book: Book) -> Iterator[Diagnostic]:
    """No level is skipped on the way down a page, and no heading is empty (WCAG 1.3.1)."""
    for name, root in book.pages.items():
        before = 0
        for one in root.iter():
            found = _HEADING.fullmatch(one.tag) if isinstance(one.tag, str) else None
            if not found:
                continue
            level = int(found[1])
            if before and level > before + 1:
                yield book.at(CODE, name, f"a heading of level {level} follows one of {before}")
            if not _says_something(one):
                yield book.at(CODE, name, f"a heading of level {level} is empty")
            before = level


def _says_something(heading: Element) -> bool:
    alternatives = (one.get("alt", "") or one.get("aria-label", "") for one in heading.iter())
    return bool("".join(heading.itertext()).strip() or any(alternatives))
