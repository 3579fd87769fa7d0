"""What a file for a press may not hold: locks, actions, forms, curves of a device's own.

Source: ISO 15930-7 (PDF/X-4), by its prohibitions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.diagnostics import Diagnostic
from publisher.preflight.objects import dictionaries
from publisher.preflight.press.file import PressFile


def check(file: PressFile) -> Iterator[Diagnostic]:
    """No encryption, actions, JavaScript, form fields, PostScript, OPI, transfer functions.

    Nor halftones of a device's own, nor layers that a reader's doing shows or hides.
    """
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
    if "/S" in _dictionary(root.get("/OpenAction")):
        found["an action"] = None
    layers = root.get("/OCProperties", {})
    if any("/AS" in one for one in (layers.get("/D", {}), *layers.get("/Configs", ()))):
        found["layers that come and go by themselves (AS)"] = None
    for one in dictionaries(file.pdf):
        found |= dict.fromkeys(_in_dictionary(one))
    for what in found:
        yield file.at("PUB105", f"it holds {what}")


def _dictionary(value: Any) -> Any:
    import pikepdf

    return value if isinstance(value, pikepdf.Dictionary) else {}


def _in_dictionary(item: Any) -> Iterator[str]:
    # An element of the tags has its attributes under the same key, without an S.
    if "/S" in _dictionary(item.get("/A")):
        yield "an action"
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
    if item.get("/HalftoneType", 1) not in (1, 5) or "/HalftoneName" in item:
        yield "a halftone of a device's own"
