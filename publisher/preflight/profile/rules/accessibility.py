"""The package says for whom the book can be read."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book

CODE = CODES["PUB025"]

_ASKED = (
    "schema:accessMode",
    "schema:accessModeSufficient",
    "schema:accessibilityFeature",
    "schema:accessibilityHazard",
    "schema:accessibilitySummary",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """What EPUB Accessibility 1.1 (2.2) wants said of every publication."""
    unsaid = [name for name in _ASKED if not book.said(name)]
    if unsaid:
        yield book.at(CODE, book.package_name, f"nothing is said of {', '.join(unsaid)}")
