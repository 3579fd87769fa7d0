"""`publisher archive export|import`: issues handed to another archive, or taken from one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli.archive.options import (
    By,
    Id,
    Place,
    Reason,
    VersionName,
    root_of,
    stamp_of,
    store_at,
    writing_to,
)
from publisher.cli.console import out

if TYPE_CHECKING:
    pass


def export(
    id: Id,
    to: Annotated[Path, typer.Option("--to", help="The new folder of the bag.")],
    version: VersionName = "",
    by: By = "",
    reason: Reason = "",
    place: Place = None,
) -> None:
    """Write an issue as a bag (BagIt 1.0) for another archive."""
    from publisher.archive.bags import export_bag

    out(str(export_bag(store_at(place), id, to, stamp_of(reason, by), version)))


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
