"""What pages tell machines (JSON-LD) can be read by them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.preflight.profile.book import XHTML, Book

CODE = CODES["PUB093"]


def check(book: Book) -> Iterator[Diagnostic]:
    """Each `application/ld+json` is JSON that names its context and type (JSON-LD 1.1)."""
    for name, root in book.pages.items():
        for one in root.iter(f"{XHTML}script"):
            if one.get("type") != "application/ld+json":
                continue
            try:
                facts = json.loads("".join(one.itertext()))
            except (ValueError, RecursionError) as fault:
                yield book.at(CODE, name, f"it isn't JSON: {fault}")
                continue
            graphs = facts if isinstance(facts, list) else [facts]
            if not all(isinstance(graph, dict) and "@context" in graph for graph in graphs):
                yield book.at(CODE, name, "it names no @context")
