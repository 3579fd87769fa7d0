"""`publisher archive export|import`: issues handed to another archive, or taken from one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli.archive.options import (
    By,
    Place,
    Reason,
    VersionName,
    path_or_address,
    progress,
    root_of,
    stamp_of,
    standing_still,
    store_at,
    writing_to,
)
from publisher.cli.console import out, say
from publisher.errors import BuildError, UsageError

if TYPE_CHECKING:
    from publisher.archive.store import Store


def export(
    id: Annotated[str, typer.Argument(metavar="[ID]", help="The issue's id, for a bag.")] = "",
    to: Annotated[str, typer.Option("--to", help="The bag's new folder, or its address.")] = "",
    site: Annotated[
        str,
        typer.Option("--site", help="A new folder, or address, for the reading room as files."),
    ] = "",
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
    if site and not (id or to):
        _write_site(store_at(place), site, language, address)
        return
    if site or not (id and to):
        raise UsageError(
            "an issue is exported as a bag, or all of them as a site",
            remedy="`export ID --to FOLDER`, or `export --site FOLDER`.",
        )
    from publisher.archive.bags import export_bag

    store, stamp = store_at(place), stamp_of(reason, by)
    with _new_folder(to, last="tagmanifest-sha512.txt") as folder:
        export_bag(store, id, folder, stamp, version)
    out(to)


@contextmanager
def _new_folder(told: str, *, last: str) -> Iterator[Path]:
    """A folder that isn't there: the one that is told, or one whose files are put at an address.

    `last` is put there after the others; without it, they are nothing whole.
    """
    from publisher.addresses import opened

    there = path_or_address(told)
    if isinstance(there, Path):
        yield there
        return
    depot = opened(there)
    if depot.names():
        raise BuildError(f"{told}: is there already", remedy="Name an address where nothing is.")
    with TemporaryDirectory() as folder:
        yield Path(folder) / "new"
        depot.put_all(Path(folder) / "new", last=last)


def _write_site(store: Store, told: str, language: str, address: str) -> None:
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
    with _new_folder(told, last="index.html") as folder:
        count = write_site(store, folder, language, base, progress("files"))
    say(f"{count} file(s) written; begin at {told.rstrip('/')}/index.html")


def import_(
    bag: Annotated[str, typer.Argument(help="The bag's folder, or its address.")],
    id: Annotated[str, typer.Option("--id", help="The issue's id, where the bag names none.")] = "",
    reason: Reason = "",
    by: By = "",
    place: Place = None,
) -> None:
    """Keep what a bag holds, after every byte of it was checked."""
    from publisher.addresses import opened
    from publisher.archive.bags import import_bag
    from publisher.archive.store import create_store, shown

    stamp = stamp_of(reason, by)
    with TemporaryDirectory() as folder:
        there = path_or_address(bag)
        if not isinstance(there, Path):
            depot, there = opened(there), Path(folder)
            depot.fetch(depot.names(), there)
        with writing_to(create_store(root_of(place))) as writer:
            kept = import_bag(writer, there, stamp, id)
    out(f"{shown(kept.id)}  {kept.version}  {kept.outcome}")
