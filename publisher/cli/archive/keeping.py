"""`publisher archive add|list|show|withdraw`: issues kept, and what is kept."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from publisher.cli.archive.options import (
    By,
    Id,
    Json,
    Place,
    Reason,
    VersionName,
    root_of,
    stamp_of,
    store_at,
    writing_to,
)
from publisher.cli.console import out, out_json, say_error, styled
from publisher.errors import ExitCode, PublisherError

if TYPE_CHECKING:
    pass


def add(
    seeds: Annotated[
        list[Path] | None,
        typer.Argument(readable=False, help="Issues, as `build` takes them. [default: seeds/]"),
    ] = None,
    reason: Reason = "",
    by: By = "",
    place: Place = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Build the issues and say what would be kept.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Build issues and keep them; a changed one becomes a new version, with its reason."""
    from publisher.accession import prepare
    from publisher.archive.keeping import keep
    from publisher.archive.store import create_store
    from publisher.config import read_settings
    from publisher.manuscripts import find_issues

    settings = read_settings(Path())
    issues = list(find_issues(seeds or [Path(settings.seeds)], Path(settings.seeds)))
    stamp = stamp_of(reason, by)
    results: list[dict[str, Any]] = []
    failed: list[PublisherError] = []
    for path in issues:
        try:
            accession = prepare(path, settings)
            if dry_run:
                row = {"id": accession.id, "outcome": "dry run", "files": len(accession.files)}
            else:
                with writing_to(create_store(root_of(place))) as writer:
                    kept = keep(writer, accession.id, accession.files, stamp)
                row = {"id": accession.id, "outcome": str(kept.outcome), "version": kept.version}
        except PublisherError as error:
            say_error(error)
            failed.append(error)
            row = {"issue": str(path), "error": str(error), "exit_code": int(error.exit_code)}
        results.append(row)
        if "id" in row and not as_json:
            out(f"{row['id']}  {row.get('version', '')}  {row['outcome']}")
    if as_json:
        out_json(results)
    if failed:
        raise typer.Exit(failed[0].exit_code if len(issues) == 1 else ExitCode.BATCH)


def list_(
    place: Place = None,
    built_with: Annotated[
        str, typer.Option(metavar="TEXT", help="Only what a builder or library so named made.")
    ] = "",
    as_json: Json = False,
) -> None:
    """List what is kept; `--built-with "weasyprint 70.0"` finds what one tool made."""
    from publisher.archive.keeping import built_with as builder_of
    from publisher.archive.keeping import holdings

    store = store_at(place)
    rows = [
        holding
        for holding in holdings(store)
        if not built_with
        or (not holding.damage and built_with in _named(builder_of(store, holding.id)))
    ]
    if as_json:
        out_json([asdict(row) for row in rows])
        return
    for row in rows:
        state = styled("withdrawn", "yellow") if row.withdrawn else f"v{row.versions}"
        if row.damage:
            state = styled("damaged", "red")
        out(f"{row.id}  {state}  {row.created}  {row.message}".rstrip())


def _named(builder: dict[str, Any]) -> str:
    libraries = builder.get("libraries", {})
    names = [f"{name} {version}" for name, version in libraries.items()]
    return "\n".join([str(builder.get("builder", "")), *names])


def show(
    id: Id,
    file: Annotated[
        str, typer.Option(metavar="PATH", help="Write this file's bytes to stdout.")
    ] = "",
    version: VersionName = "",
    place: Place = None,
    as_json: Json = False,
) -> None:
    """Show an issue's versions and files, or one file's bytes."""
    from publisher.archive.store import SCHEME

    store = store_at(place)
    inventory = store.inventory(SCHEME + id)
    if file:
        content = store.read_from(inventory, file, version)
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    inventory.version(version)
    versions = [
        {"version": f"v{number}", **asdict(one.stamp), "files": dict(one.state)}
        for number, one in enumerate(inventory.versions, start=1)
        if version in {"", f"v{number}"}
    ]
    if as_json:
        place_in = str(store.place(inventory.id))
        out_json({"id": id, "place": place_in, "head": inventory.head, "versions": versions})
        return
    for one in versions:
        out(styled(f"{one['version']}  {one['created']}  {one['by']}", bold=True))
        if one["message"]:
            out(f"  {one['message']}")
        files = one["files"]
        assert isinstance(files, dict)
        for path in files:
            out(f"  {path}")


def withdraw(id: Id, reason: Reason = "", by: By = "", place: Place = None) -> None:
    """Withdraw an issue: a tombstone with the reason is its last version; nothing is deleted."""
    from publisher.archive.keeping import withdraw as withdraw_issue

    stamp = stamp_of(reason, by)
    with writing_to(store_at(place)) as writer:
        kept = withdraw_issue(writer, id, stamp)
    out(f"{id}  {kept.version}  {kept.outcome}")
