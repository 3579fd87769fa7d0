"""What a file for a press may not hold: locks, programs, forms, curves of a device's own.

Source: ISO 15930-7 (PDF/X-4), by its prohibitions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile


def check(file: PressFile) -> Iterator[Diagnostic]:
    """No encryption, actions, JavaScript, form fields, PostScript, OPI, transfer functions."""
    if file.pdf.is_encrypted:
        yield file.at("PUB105", "it is encrypted")
    found: dict[str, None] = {}
    for holder in (file.pdf.Root, *(page.dictionary for page in file.pages)):
        if "/AA" in holder:
            found["an action that runs by itself"] = None
    root: Any = file.pdf.Root
    if "/JavaScript" in root.get("/Names", {}):
        found["JavaScript"] = None
    if root.get("/AcroForm", {}).get("/Fields", ()):
        found["a form to be filled in"] = None
    for item in file.pdf.objects:
        for one in _dictionaries(item):
            found |= dict.fromkeys(_in_dictionary(one))
    for what in found:
        yield file.at("PUB105", f"it holds {what}")


def _dictionaries(item: Any) -> Iterator[Any]:
    """An object and what stands in it, as far as it has no number of its own."""
    import pikepdf

    if isinstance(item, pikepdf.Array):
        parts = list(item)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        yield item
        parts = [one for _, one in item.items()]
    else:
        return
    for one in parts:
        if isinstance(one, pikepdf.Object) and not one.is_indirect:
            yield from _dictionaries(one)


def _in_dictionary(item: Any) -> Iterator[str]:
    if item.get("/S") == "/JavaScript":
        yield "JavaScript"
    if item.get("/Subtype") == "/PS" or item.get("/Subtype2") == "/PS":
        yield "PostScript"
    if "/OPI" in item:
        yield "a picture that lies elsewhere (OPI)"
    if "/Alternates" in item:
        yield "a picture with another in its place (Alternates)"
    if "/TR" in item or item.get("/TR2", "/Default") != "/Default":
        yield "a transfer function"
    if "/HTP" in item:
        yield "a halftone's phase (HTP)"
