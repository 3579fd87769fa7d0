"""`publisher doctor`: what of the system's tools, libraries and fonts is there, and what to do."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from publisher.cli.console import out, out_json, say, styled
from publisher.errors import ExitCode


def doctor(
    fonts: Annotated[
        str, typer.Option(metavar="LANGUAGE", help="Fetch the fonts of a language (zh-Hans, …).")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Say which tools, libraries and fonts are there; exit code 6 where a needed one is missing."""
    from publisher.pipeline import fetch_fonts, probe_tools

    if fonts:
        fetch_fonts(fonts, say)
    tools = probe_tools(fonts or "zh-Hans")
    if as_json:
        out_json([asdict(tool) for tool in tools])
    else:
        width = max(len(tool.name) for tool in tools)
        for tool in tools:
            mark = styled("ok     ", "green") if tool.found else styled("missing", "red")
            out(f"{mark}  {tool.name:{width}}  {tool.version or tool.needed_for}")
            if not tool.found:
                out(f"{'':9}{'':{width}}  → {tool.remedy}")
    if any(tool.required and not tool.found for tool in tools):
        raise typer.Exit(ExitCode.TOOL)
