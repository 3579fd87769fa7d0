"""Who claims that the book is accessible puts a name to it."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import OPF, Book

CODE = CODES["PUB089"]

_CLAIM = "dcterms:conformsTo"


def check(book: Book) -> Iterator[Diagnostic]:
    """`dcterms:conformsTo` needs an `a11y:certifiedBy` (EPUB Accessibility 1.1, 3.2)."""
    links = any(one.get("rel") == _CLAIM for one in book.package.iter(f"{OPF}link"))
    if (links or book.said(_CLAIM)) and not book.said("a11y:certifiedBy"):
        yield book.at(CODE, book.package_name)
