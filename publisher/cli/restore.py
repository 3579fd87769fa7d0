"""`publisher restore`: what an edition was made from, brought back out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publisher.cli.console import out, out_json, say


def restore(
    edition: Annotated[Path, typer.Argument(readable=False, help="An EPUB or a PDF of ours.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Folder to put it in. [default: the edition's name]"),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over files that are there already.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Prove everything and write nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Bring the sources, the ledger and the model back out of an edition, byte for byte.

    Nothing is written unless every digest holds and the ledger, undone, gives the sources.
    """
    from hashlib import sha256

    from publisher.files import write_folder
    from publisher.restoration import restore as restored

    files = restored(edition).files()
    folder = output or Path(edition.stem)
    if not dry_run:
        write_folder(folder, files, force=force)
    if as_json:
        rows = [(str(folder / name), content) for name, content in files.items()]
        out_json(
            [
                {"path": path, "bytes": len(content), "sha256": sha256(content).hexdigest()}
                for path, content in rows
            ]
        )
    else:
        for name in files:
            out(str(folder / name))
    say("every digest holds, and the ledger undone gives the sources byte for byte")
