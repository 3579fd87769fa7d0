"""Nothing in the book runs."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book, local

CODE = CODES["PUB021"]

#: Types of `script` that hold facts and run nothing.
_FACTS = frozenset({"application/ld+json", "application/json"})


def check(book: Book) -> Iterator[Diagnostic]:
    """No script element, handler or `javascript:` address in a page or drawing."""
    for name, root in (*book.pages.items(), *book.drawings.items()):
        if any(_runs(element) for element in root.iter()):
            yield book.at(CODE, name)


def _runs(element: Element) -> bool:
    return (local(element) == "script" and element.get("type") not in _FACTS) or any(
        key.startswith("on") or value.lstrip().lower().startswith("javascript:")
        for key, value in element.items()
    )
