"""`publisher preview`: an issue's editions live in a browser, made anew as its files change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publisher.cli.console import out, say


def preview(
    issue: Annotated[Path, typer.Argument(help="A seed or an issue's folder.")],
    theme: Annotated[
        str | None, typer.Option(help="Theme: a folder in styles/, or a path.")
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 0,
) -> None:
    """Show the book and the pages of an issue, and keep them up with what you change."""
    from publisher.desk.guard import Guard
    from publisher.desk.preview.app import application
    from publisher.desk.preview.watching import Preview
    from publisher.manuscripts import read_manuscript
    from publisher.serving import serve

    read_manuscript(issue)
    shown = Preview(issue, theme)
    keys: list[Guard] = []

    def room(address: str) -> object:
        keys.append(Guard(address))
        return application(shown, keys[0])

    say("made anew whenever a file changes; press Ctrl+C to end")
    shown.start()
    try:
        serve(room, "127.0.0.1", port, lambda _: out(keys[0].entrance))
    finally:
        shown.end()
