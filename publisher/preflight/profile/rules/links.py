"""Every link inside the book leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import Book, references, target

CODE = CODES["PUB085"]


def check(book: Book) -> Iterator[Diagnostic]:
    """Files and fragments that pages and the manifest refer to are there."""
    names = set(book.container.names)
    for item in book.items:
        if item.name and item.name not in names:
            yield book.at(CODE, book.package_name, f"{item.href} isn't there")
    documents = {**book.pages, **book.drawings}
    ids = {name: {one.get("id") for one in root.iter()} for name, root in documents.items()}
    for name, root in documents.items():
        for _, key, reference in references(root):
            found = target(name, reference) if key != "srcset" else None
            if not found:
                continue
            place, fragment = found
            if place not in names:
                yield book.at(CODE, name, f"{reference} leads nowhere")
            elif fragment and place in ids and fragment not in ids[place]:
                yield book.at(CODE, name, f"{reference} leads to no such place")
