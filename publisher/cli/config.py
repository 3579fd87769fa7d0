"""`publisher config`: the settings that hold, where they were said, and their JSON Schemas."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from publisher.cli.console import out, out_json

app = typer.Typer(help="Show the settings that hold, and what they may be.", no_args_is_help=True)


class File(StrEnum):
    """A file of settings."""

    ISSUE = "issue"
    PROJECT = "project"


@app.command()
def show(
    issue: Annotated[
        Path | None, typer.Argument(help="An issue's folder; without it, the project's settings.")
    ] = None,
    origin: Annotated[bool, typer.Option("--origin", help="Say where each was said.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """Show the settings that hold for the project in this folder, or for an issue."""
    from publisher.config.effective import effective

    found = effective(Path(), issue)
    if as_json:
        out_json([asdict(one) for one in found])
        return
    for one in found:
        value = json.dumps(one.value, ensure_ascii=False)
        out(f"{one.key} = {value}" + (f"  # {one.origin}" if origin else ""))


@app.command()
def schema(
    file: Annotated[File, typer.Argument(help="Of which file.")],
) -> None:
    """Print the JSON Schema of issue.toml or publisher.toml, for editors that check TOML."""
    from publisher.config.shapes import IssueShape, ProjectShape, json_schema

    out_json(json_schema(IssueShape if file is File.ISSUE else ProjectShape))
