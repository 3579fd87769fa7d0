"""`publisher init`: the first settings of a project or an issue, for a person to correct."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publisher.cli.console import out, say
from publisher.errors import UsageError


def init(
    folder: Annotated[
        Path, typer.Argument(help="A project's folder, or an issue's folder with pages in it.")
    ] = Path(),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the settings, write nothing.")
    ] = False,
) -> None:
    """Write a first publisher.toml (a project) or issue.toml (a folder of pages)."""
    from publisher.config import ISSUE_FILE, PROJECT_FILE
    from publisher.files import write_bytes
    from publisher.manuscripts import page_files
    from publisher.pipeline import first_issue_settings, first_settings

    is_issue = folder.is_dir() and bool(page_files(folder))
    path = folder / (ISSUE_FILE if is_issue else PROJECT_FILE)
    if path.exists():
        raise UsageError(f"{path} is there already", remedy="Edit it, or remove it first.")
    text = first_issue_settings(folder) if is_issue else first_settings()
    if dry_run:
        out(text)
        return
    write_bytes(path, text.encode())
    if not is_issue:
        (folder / "seeds").mkdir(exist_ok=True)
    out(str(path))
    say("Correct what is wrong and fill in what is missing.")
