"""The options that `build` and `batch run` share."""

from __future__ import annotations

from typing import Annotated

import typer

ThemeName = Annotated[
    str | None, typer.Option(help="Theme: gazette, magazine, book, or your own folder.")
]
Jobs = Annotated[int, typer.Option(min=1, help="Build so many issues at once.")]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Make everything anew; the bytes are the same.")
]
