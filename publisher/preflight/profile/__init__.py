"""The archival profile of an EPUB: what the project asks of a book beyond EPUBCheck's rules."""

from __future__ import annotations

from pathlib import Path

from publisher.containers import opened
from publisher.diagnostics import CODES, Diagnostic
from publisher.errors import InputError
from publisher.preflight.profile.book import read_book
from publisher.preflight.profile.catalogue import RULES


def check_profile(path: Path) -> tuple[Diagnostic, ...]:
    """Where an EPUB, ours or another maker's, departs from the profile; see `catalogue.RULES`."""
    try:
        with opened(path) as container:
            book = read_book(container)
            return tuple(found for rule in RULES for found in rule(book))
    except InputError as fault:
        reason = str(fault).removeprefix(f"{path}: ")
        return (CODES["PUB027"].at(str(path), reason),)
