"""Faults in the material as values, and the one catalogue of their codes, a file a range."""

from __future__ import annotations

from publisher.diagnostics import (
    archive,
    books,
    pictures,
    press,
    prints,
    reading,
    structure,
    validators,
)
from publisher.diagnostics.diagnostic import Code, Diagnostic, Severity
from publisher.diagnostics.place import Place, place_of


def _catalogue(*codes: Code) -> dict[str, Code]:
    catalogue = {code.code: code for code in sorted(codes, key=lambda code: code.code)}
    if len(catalogue) != len(codes):
        raise ValueError("a code stands twice in the catalogue")
    return catalogue


CODES = _catalogue(
    *reading.CODES,
    *structure.CODES,
    *validators.CODES,
    *pictures.CODES,
    *archive.CODES,
    *books.CODES,
    *press.CODES,
    *prints.CODES,
)

__all__ = ["CODES", "Code", "Diagnostic", "Place", "Severity", "place_of"]
