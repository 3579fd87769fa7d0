"""`publisher check`: faults of an issue or an edition, as diagnostics with remedies."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

import typer

from publisher.cli.console import line, out, out_json, say
from publisher.diagnostics import CODES, Diagnostic, Severity, place_of
from publisher.errors import ExitCode
from publisher.files import write_bytes


class Profile(StrEnum):
    """What a PDF is for."""

    PRINT = "print"
    SCREEN = "screen"
    ARCHIVE = "archive"


class Format(StrEnum):
    """How a check prints what it found."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


def check(
    files: Annotated[
        list[Path], typer.Argument(readable=False, help="EPUB or PDF files, seeds, issue folders.")
    ],
    form: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TEXT,
    profile: Annotated[
        Profile | None,
        typer.Option(help="What a PDF is for. [default: print if it says so, else archive]"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    ace: Annotated[
        bool, typer.Option("--ace", help="Run Ace by DAISY on EPUBs too (needs Node and Chromium).")
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(help="Write a report as well: one page, with the pages and ink of PDFs."),
    ] = None,
) -> None:
    """Check issues and editions; exit code 4 where there is an error.

    An EPUB, ours or another maker's, is held to the profile and to EPUBCheck.
    """
    from publisher.pipeline import check_all, check_report

    by_file = check_all(files, ace=ace, profile=profile or "")
    if html:
        write_bytes(html, check_report(files, by_file, profile or ""))
    found = [one for faults in by_file for one in faults]
    if as_json or form is Format.JSON:
        out_json([asdict(diagnostic) for diagnostic in found])
    elif form is Format.SARIF:
        out_json(sarif(found))
    else:
        for diagnostic in found:
            out(line(diagnostic))
    counts = [
        f"{sum(one.severity is severity for one in found)} {severity}(s)" for severity in Severity
    ]
    say(f"{len(files)} checked: {', '.join(counts)}")
    if any(one.severity is Severity.ERROR for one in found):
        raise typer.Exit(ExitCode.CHECK)


def sarif(found: list[Diagnostic]) -> dict[str, Any]:
    """Diagnostics in SARIF 2.1.0 (OASIS), as code hosts show them."""
    rules = [
        {"id": code.code, "shortDescription": {"text": code.summary}, "help": {"text": code.remedy}}
        for code in CODES.values()
    ]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "publisher", "rules": rules}},
                "results": [_result(diagnostic) for diagnostic in found],
            }
        ],
    }


def _result(diagnostic: Diagnostic) -> dict[str, Any]:
    found = place_of(diagnostic.where)
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(found.file, safe="/!")}}
    if found.line:
        place["region"] = {"startLine": found.line}
    location: dict[str, Any] = {"physicalLocation": place}
    if found.page:
        location["logicalLocations"] = [{"name": f"page {found.page}", "kind": "page"}]
    return {
        "ruleId": diagnostic.code,
        "level": str(diagnostic.severity),
        "message": {"text": diagnostic.message},
        "locations": [location],
    }
