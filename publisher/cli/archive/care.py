"""`publisher archive verify|restore|replicate`: kept bytes proved, rebuilt and doubled."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli.archive.options import (
    By,
    Id,
    Json,
    Place,
    Reason,
    VersionName,
    path_or_address,
    progress,
    stamp_of,
    standing_still,
    store_at,
    writing_to,
)
from publisher.cli.console import line, out, out_json, say, styled
from publisher.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from publisher.archive.inventory import Stamp
    from publisher.archive.replicas import Copy
    from publisher.archive.store import Store


def verify(
    place: Place = None,
    sample: Annotated[
        int,
        typer.Option(metavar="PERCENT", min=1, max=100, help="Only the next part of the archive."),
    ] = 100,
    by: By = "",
    as_json: Json = False,
) -> None:
    """Read every kept byte and name each fault; exit code 7 where there is one."""
    from publisher.archive.auditing import audit, entry
    from publisher.archive.catalogue_faults import faults
    from publisher.archive.fixity import Audit

    store = store_at(place)
    stamp = stamp_of("", by)
    with standing_still(store):
        pass
    result, until = audit(store, sample, progress(), lambda: standing_still(store))
    with standing_still(store) as writer:
        result += Audit(faults=tuple(faults(store)))
        if writer:
            writer.note(entry(result, sample, until, stamp))
        else:
            say("the audit isn't in the archive's ledger")
    if as_json:
        out_json(
            {
                "objects": result.objects,
                "files": result.files,
                "bytes": result.bytes,
                "faults": [asdict(fault) for fault in result.faults],
            }
        )
    else:
        for fault in result.faults:
            out(line(fault))
    say(
        f"{result.objects} object(s), {result.files} file(s), {result.bytes / 1e6:.1f} MB read:"
        f" {len(result.faults)} fault(s)"
    )
    if any(fault.severity == "error" for fault in result.faults):
        raise typer.Exit(ExitCode.ARCHIVE)


def learn(by: By = "", place: Place = None, as_json: Json = False) -> None:
    """Learn from every kept issue how the paper writes; see `[normalize] evidence`."""
    from publisher.learning import learn as learn_from

    store = store_at(place)
    stamp = stamp_of("learned from what is kept", by)
    with writing_to(store) as writer:
        learned = learn_from(writer, stamp)
    if as_json:
        out_json(asdict(learned))
        return
    out(f"{learned.version}  {learned.digest}  {'learned' if learned.new else 'unchanged'}")
    say(f"from {learned.paragraphs} paragraph(s) of {learned.issues} issue(s)")


def restore(
    id: Id,
    output: Annotated[
        Path | None, typer.Option("--output", help="Put the rebuilt editions into this folder.")
    ] = None,
    version: VersionName = "",
    replica: Annotated[
        str,
        typer.Option(
            "--from",
            help="Put this replica's object in place of a damaged one first: a folder, an address.",
        ),
    ] = "",
    by: By = "",
    place: Place = None,
    as_json: Json = False,
) -> None:
    """Rebuild an issue's editions from its kept source and show them equal to the kept ones."""
    from publisher.accession import rebuild
    from publisher.files import write_bytes

    store = store_at(place)
    if replica:
        _bring_back(store, replica, id, by)
    editions, compared = rebuild(store, id, version)
    if output:
        for edition in editions:
            write_bytes(output / edition.name, edition.content)
    if as_json:
        out_json({"id": id, "same": list(compared.same), "different": list(compared.different)})
    else:
        for path in compared.same:
            out(f"{styled('same     ', 'green')}  {path}")
        for path in compared.different:
            out(f"{styled('different', 'red')}  {path}")
    if compared.different:
        say("rebuilt otherwise than kept: see builder.json (`archive show ID --file builder.json`)")
        raise typer.Exit(ExitCode.ARCHIVE)


def _bring_back(store: Store, replica: str, id: str, by: str) -> None:
    from tempfile import TemporaryDirectory

    from publisher.addresses import opened
    from publisher.archive.remote import brought_here
    from publisher.archive.replicas import bring_back
    from publisher.archive.store import open_store

    stamp = stamp_of(f"from {replica}", by)
    there = path_or_address(replica)
    with TemporaryDirectory() as folder, writing_to(store) as writer:
        if isinstance(there, Path):
            copy = open_store(there)
        else:
            copy = brought_here(opened(there), id, Path(folder))
        replaced = bring_back(writer, copy, id, stamp)
    say(f"{id}: {f'replaced from {replica}' if replaced else 'is sound here; nothing replaced'}")


def replicate(
    to: Annotated[
        str,
        typer.Option(
            "--to",
            help="The replica's folder, made if it isn't there, or its address (s3://…)."
            " [default: `replica` in publisher.toml]",
        ),
    ] = "",
    reason: Reason = "",
    by: By = "",
    place: Place = None,
    as_json: Json = False,
) -> None:
    """Bring a second archive up to this one and compare every byte; 7 where they differ."""
    from publisher.config import read_settings

    store = store_at(place)
    told = to or read_settings(Path()).replica
    if not told:
        raise UsageError(
            "no replica is named", remedy="Name it: --to, or `replica` in publisher.toml."
        )
    copies = _brought_up(store, path_or_address(told), stamp_of(reason, by))
    faults = [fault for copy in copies for fault in copy.faults]
    copied = [copy.id for copy in copies if copy.copied]
    compared = sum(bool(copy.id) for copy in copies)
    if as_json:
        found = [asdict(fault) for fault in faults]
        out_json({"objects": compared, "copied": copied, "faults": found})
    else:
        for fault in faults:
            out(line(fault))
    say(f"{compared} object(s) compared, {len(copied)} copied, {len(faults)} fault(s)")
    if faults:
        raise typer.Exit(ExitCode.ARCHIVE)


def _brought_up(store: Store, there: Path | str, stamp: Stamp) -> list[Copy]:
    from publisher.addresses import opened
    from publisher.archive.remote import replicate_to
    from publisher.archive.replicas import replicate as bring_up
    from publisher.archive.store import create_store

    if isinstance(there, Path):
        with writing_to(create_store(there)) as writer:
            return list(bring_up(store, writer, stamp))
    return list(replicate_to(store, opened(there)))
