"""Trapping: whether it was done must be said (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile
from publisher.preflight.press.rules.identification import properties

_TRAPPED = "{http://ns.adobe.com/pdf/1.3/}Trapped"


def check(file: PressFile) -> Iterator[Diagnostic]:
    """Trapped is True or False, in the document information or in XMP, and the same in both."""
    document: Any = file.pdf.trailer.get("/Info", {})
    info = str(document.get("/Trapped", "")).lstrip("/")
    said = (properties(file.pdf.Root) or {}).get(_TRAPPED, "")
    told = {one for one in (info, said) if one}
    if not told:
        yield file.at("PUB102", "it doesn't say whether it was trapped")
    elif len(told) > 1:
        yield file.at("PUB102", f"it says both {info} and {said} of being trapped")
    elif not told <= {"True", "False"}:
        yield file.at("PUB102", f"it says {told.pop()} of being trapped, not True or False")
