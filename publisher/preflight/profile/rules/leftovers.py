"""The book carries no second navigation of EPUB 2."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import OPF, Book

CODE = CODES["PUB095"]


def check(book: Book) -> Iterator[Diagnostic]:
    """Neither an NCX nor a guide, which EPUB 3 replaced and nobody keeps in step."""
    ncx = [one for one in book.items if one.media_type == "application/x-dtbncx+xml"]
    guide = any(True for _ in book.package.iter(f"{OPF}guide"))
    if book.package.get("version", "").startswith("3") and (ncx or guide):
        kind = "an NCX" if ncx else "a guide"
        yield book.at(CODE, book.package_name, f"it carries {kind} of EPUB 2")
