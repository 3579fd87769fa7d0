"""A process that runs veraPDF's core: `CLASSPATH FILE FLAVOUR…` in, a line of JSON out."""

from __future__ import annotations

import json
import sys
from typing import Any


def validate(classpath: str, file: str, flavours: list[str]) -> list[dict[str, str]]:
    """The rules of the flavours that a file breaks: flavour, clause, message of each."""
    import jpype

    jpype.startJVM("-XX:TieredStopAtLevel=1", classpath=classpath.split(":"))
    foundry_provider = jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider")
    foundry_provider.initialise()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    flavour_class = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    return [
        fault
        for flavour in flavours
        for fault in _faults(foundry, flavour_class.byFlavourId(flavour), file, flavour)
    ]


def _faults(foundry: Any, profile: Any, file: str, flavour: str) -> list[dict[str, str]]:
    import jpype

    unreadable = jpype.JClass("org.verapdf.core.ModelParsingException")
    stream = jpype.JClass("java.io.FileInputStream")(file)
    try:
        with foundry.createParser(stream, profile) as parser:
            result = foundry.createValidator(profile, False).validate(parser)
    except unreadable as fault:
        return [{"flavour": flavour, "clause": "unreadable", "message": str(fault)}]
    finally:
        stream.close()
    found: dict[tuple[str, str], str] = {}
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus()).lower() != "failed":
            continue
        rule = assertion.getRuleId()
        clause = f"{rule.getSpecification()} {rule.getClause()}-{rule.getTestNumber()}"
        found.setdefault((flavour, clause), str(assertion.getMessage()))
    return [
        {"flavour": key[0], "clause": key[1], "message": message} for key, message in found.items()
    ]


if __name__ == "__main__":
    sys.stdout.write("\n" + json.dumps(validate(sys.argv[1], sys.argv[2], sys.argv[3:])) + "\n")
