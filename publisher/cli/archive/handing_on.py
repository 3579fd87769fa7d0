"""`publisher archive export|import`: issues handed to another archive, or taken from one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli.archive.options import (
    By,
    Place,
    Reason,
    VersionName,
    progress,
    root_of,
    stamp_of,
    standing_still,
    store_at,
    writing_to,
)
from publisher.cli.console import out, say
from publisher.errors import UsageError

if TYPE_CHECKING:
    from publisher.archive.store import Store


def export(
    id: Annotated[str, typer.Argument(metavar="[ID]", help="The issue's id, for a bag.")] = "",
    to: Annotated[Path | None, typer.Option("--to", help="The new folder of the bag.")] = None,
    site: Annotated[
        Path | None,
        typer.Option("--site", help="A new folder for the reading room as files, of all issues."),
    ] = None,
    language: Annotated[
        str, typer.Option("--language", help="The room's own language: en or zh-Hans.")
    ] = "en",
    address: Annotated[
        str, typer.Option("--address", help="The site's own address, where it's known.")
    ] = "",
    version: VersionName = "",
    by: By = "",
    reason: Reason = "",
    place: Place = None,
) -> None:
    """Write an issue as a bag (BagIt 1.0) for another archive, or all as a site to read."""
    if site is not None and not (id or to):
        _write_site(store_at(place), site, language, address)
        return
    if site or not (id and to):
        raise UsageError(
            "an issue is exported as a bag, or all of them as a site",
            remedy="`export ID --to FOLDER`, or `export --site FOLDER`.",
        )
    from publisher.archive.bags import export_bag

    out(str(export_bag(store_at(place), id, to, stamp_of(reason, by), version)))


def _write_site(store: Store, folder: Path, language: str, address: str) -> None:
    from publisher.archive.catalogue import behind
    from publisher.reading_room.site import write_site
    from publisher.wordings import LANGUAGES

    if language not in LANGUAGES:
        raise UsageError(
            f"the room doesn't speak {language!r}", remedy=f"Name one of {', '.join(LANGUAGES)}."
        )
    if behind(store):
        with standing_still(store):
            pass
    base = f"{address.rstrip('/')}/" if address else ""
    count = write_site(store, folder, language, base, progress("files"))
    say(f"{count} file(s) written; begin at {folder / 'index.html'}")


def import_(
    bag: Annotated[Path, typer.Argument(help="The bag's folder.")],
    id: Annotated[str, typer.Option("--id", help="The issue's id, where the bag names none.")] = "",
    reason: Reason = "",
    by: By = "",
    place: Place = None,
) -> None:
    """Keep what a bag holds, after every byte of it was checked."""
    from publisher.archive.bags import import_bag
    from publisher.archive.store import create_store, shown

    stamp = stamp_of(reason, by)
    with writing_to(create_store(root_of(place))) as writer:
        kept = import_bag(writer, bag, stamp, id)
    out(f"{shown(kept.id)}  {kept.version}  {kept.outcome}")
