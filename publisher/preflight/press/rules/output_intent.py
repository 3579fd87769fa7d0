"""The output intent: for which press a file is made (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.diagnostics import Diagnostic
from publisher.preflight.press.file import PressFile


def check(file: PressFile) -> Iterator[Diagnostic]:
    """One output intent for PDF/X, with a condition's name and the CMYK profile of a press."""
    intents = file.intents
    if len(intents) != 1:
        yield file.at("PUB100", f"{len(intents)} output intents for PDF/X, not one")
        return
    (intent,) = intents
    if not str(intent.get("/OutputConditionIdentifier", "")):
        yield file.at("PUB100", "the output intent names no printing condition")
    elif intent.OutputConditionIdentifier == "Custom" and not str(intent.get("/Info", "")):
        # ISO 32000-2, table 401: what no registry knows has to be told.
        yield file.at("PUB100", "the output intent is Custom and doesn't say what that is (Info)")
    profile = intent.get("/DestOutputProfile")
    if profile is None:
        yield file.at("PUB100", "the output intent holds no ICC profile")
    elif fault := _profile_fault(profile):
        yield file.at("PUB100", fault)


def _profile_fault(profile: Any) -> str:
    """What is wrong with a profile, by its header (ICC.1:2022, 7.2)."""
    header = bytes(profile.read_bytes()[:40])
    kind, space, mark = header[12:16], header[16:20], header[36:40]
    if mark != b"acsp":
        return "the output intent's profile is no ICC profile"
    if header[8] not in (2, 4):
        return f"the output intent's profile is of version {header[8]}, not 2 or 4"
    if kind != b"prtr":
        return f"the output intent's profile is of class {kind.decode('latin-1')}, not of a press"
    if space != b"CMYK" or int(profile.get("/N", 0)) != 4:
        return f"the output intent's profile is for {space.decode('latin-1').strip()}, not CMYK"
    return ""
