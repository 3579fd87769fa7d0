"""`publisher archive`: issues kept, shown, proved and brought back."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from publisher.cli.console import coloured, line, out, out_json, say, say_error, styled
from publisher.errors import ExitCode, PublisherError, UsageError

if TYPE_CHECKING:
    from publisher.archive.inventory import Stamp
    from publisher.archive.store import Store

archive = typer.Typer(
    help="Keep issues, find them, prove that nothing changed, bring them back.",
    no_args_is_help=True,
)

Place = Annotated[
    Path | None,
    typer.Option("--archive", help="The archive's folder. [default: build/archive/]"),
]
Reason = Annotated[str, typer.Option(help="Why; it's kept with the version.")]
By = Annotated[str, typer.Option(help="Who does it: NAME, or NAME <ADDRESS>.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="The issue's id, as `list` shows it.")]
VersionName = Annotated[str, typer.Option("--version", help="v1, v2, …; the last without.")]


def _root(place: Path | None) -> Path:
    from publisher.config import read_settings

    return place or Path(read_settings(Path()).archive)


def _store(place: Path | None) -> Store:
    from publisher.archive.store import open_store

    return open_store(_root(place))


def _stamp(reason: str, by: str) -> Stamp:
    """Now (or SOURCE_DATE_EPOCH), why and by whom: the only reading of the clock."""
    from datetime import UTC, datetime
    from email.utils import parseaddr

    from publisher.archive.inventory import Stamp

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not (epoch.isdecimal() and len(epoch) <= 11):
        raise UsageError(
            f"SOURCE_DATE_EPOCH is {epoch!r}, not a number of seconds",
            remedy="Set it to the seconds since 1970, or unset it.",
        )
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    when = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    name, address = parseaddr(by) if "<" in by else (by, "")
    if not name:
        return Stamp(when, reason)
    return Stamp(when, reason, name, f"mailto:{address}" if address else "urn:publisher")


@contextmanager
def _writing(store: Store) -> Iterator[Any]:
    """The archive's writer; what it wrote is in the catalogue when it's done."""
    from publisher.archive.catalogue import catch_up
    from publisher.archive.writer import writing

    with writing(store, say) as writer:
        yield writer
        try:
            catch_up(writer)
        except PublisherError as error:
            say(f"the catalogue is behind: {error}")


@archive.command()
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
    stamp = _stamp(reason, by)
    results: list[dict[str, Any]] = []
    failed: list[PublisherError] = []
    for path in issues:
        try:
            accession = prepare(path, settings)
            if dry_run:
                row = {"id": accession.id, "outcome": "dry run", "files": len(accession.files)}
            else:
                with _writing(create_store(_root(place))) as writer:
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


@archive.command("list")
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

    store = _store(place)
    rows = [
        holding
        for holding in holdings(store)
        if not built_with or built_with in _named(builder_of(store, holding.id))
    ]
    if as_json:
        out_json([asdict(row) for row in rows])
        return
    for row in rows:
        state = styled("withdrawn", "yellow") if row.withdrawn else f"v{row.versions}"
        out(f"{row.id}  {state}  {row.created}  {row.message}".rstrip())


def _named(builder: dict[str, Any]) -> str:
    libraries = builder.get("libraries", {})
    names = [f"{name} {version}" for name, version in libraries.items()]
    return "\n".join([str(builder.get("builder", "")), *names])


@archive.command()
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

    store = _store(place)
    inventory = store.inventory(SCHEME + id)
    if file:
        content = store.read_from(inventory, file, version)
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
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


@archive.command()
def withdraw(id: Id, reason: Reason = "", by: By = "", place: Place = None) -> None:
    """Withdraw an issue: a tombstone with the reason is its last version; nothing is deleted."""
    from publisher.archive.keeping import withdraw as withdraw_issue

    stamp = _stamp(reason, by)
    with _writing(_store(place)) as writer:
        kept = withdraw_issue(writer, id, stamp)
    out(f"{id}  {kept.version}  {kept.outcome}")


@archive.command()
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
    from publisher.archive.catalogue import faults
    from publisher.archive.fixity import Audit

    store = _store(place)
    stamp = _stamp("", by)
    _mend(store)
    result, until = audit(store, sample, _progress())
    result += Audit(faults=tuple(faults(store)))
    try:
        with _writing(store) as writer:
            writer.note(entry(result, sample, until, stamp))
    except PublisherError as error:
        say(f"the audit isn't in the archive's ledger: {error}")
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


def _mend(store: Store) -> None:
    """What a dead writer left is no damage: it's set right first, where this user may."""
    try:
        with _writing(store):
            pass
    except PublisherError as error:
        say(f"read as it stands: {error}")


def _progress() -> Any:
    if not coloured(sys.stderr):
        return lambda _: None

    def show_number(number: int) -> None:
        if number % 100 == 0:
            sys.stderr.write(f"\r{number} objects")

    return show_number


@archive.command()
def restore(
    id: Id,
    output: Annotated[
        Path | None, typer.Option("--output", help="Put the rebuilt editions into this folder.")
    ] = None,
    version: VersionName = "",
    replica: Annotated[
        Path | None,
        typer.Option("--from", help="Put this replica's object in place of a damaged one first."),
    ] = None,
    by: By = "",
    place: Place = None,
    as_json: Json = False,
) -> None:
    """Rebuild an issue's editions from its kept source and show them equal to the kept ones."""
    from publisher.accession import rebuild
    from publisher.files import write_bytes

    store = _store(place)
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


def _bring_back(store: Store, replica: Path, id: str, by: str) -> None:
    from publisher.archive.replicas import bring_back
    from publisher.archive.store import open_store

    stamp = _stamp(f"from {replica}", by)
    with _writing(store) as writer:
        replaced = bring_back(writer, open_store(replica), id, stamp)
    say(f"{id}: {f'replaced from {replica}' if replaced else 'is sound here; nothing replaced'}")


@archive.command()
def replicate(
    to: Annotated[Path, typer.Option("--to", help="The replica's folder; made if it isn't there.")],
    reason: Reason = "",
    by: By = "",
    place: Place = None,
    as_json: Json = False,
) -> None:
    """Bring a second archive up to this one and compare them, byte for byte; 7 where they differ."""
    from publisher.archive.replicas import replicate as bring_up
    from publisher.archive.store import create_store

    store = _store(place)
    stamp = _stamp(reason, by)
    with _writing(create_store(to)) as writer:
        copies = list(bring_up(store, writer, stamp))
    faults = [fault for copy in copies for fault in copy.faults]
    copied = [copy.id for copy in copies if copy.copied]
    if as_json:
        found = [asdict(fault) for fault in faults]
        out_json({"objects": len(copies), "copied": copied, "faults": found})
    else:
        for fault in faults:
            out(line(fault))
    say(f"{len(copies)} object(s) compared, {len(copied)} copied, {len(faults)} fault(s)")
    if faults:
        raise typer.Exit(ExitCode.ARCHIVE)


@archive.command()
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

    out(str(export_bag(_store(place), id, to, _stamp(reason, by), version)))


@archive.command("import")
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

    stamp = _stamp(reason, by)
    with _writing(create_store(_root(place))) as writer:
        kept = import_bag(writer, bag, stamp, id)
    out(f"{shown(kept.id)}  {kept.version}  {kept.outcome}")


@archive.command()
def reindex(place: Place = None) -> None:
    """Make the catalogue again, from the store alone."""
    from publisher.archive.catalogue import reindex as index
    from publisher.archive.writer import writing

    with writing(_store(place), say) as writer:
        count = index(writer, _progress())
    say(f"{count} issue(s) in the catalogue")


@archive.command()
def search(
    query: Annotated[
        str, typer.Argument(help='Words, all of which must be there; "…" holds some together.')
    ] = "",
    byline: Annotated[str, typer.Option(help="Only by this writer.")] = "",
    section: Annotated[str, typer.Option(help="Only in this section (栏目).")] = "",
    since: Annotated[str, typer.Option(help="From this day, month or year: 2025-05.")] = "",
    until: Annotated[str, typer.Option(help="To this day, month or year.")] = "",
    page: Annotated[int, typer.Option(min=0, help="Only what begins on this page.")] = 0,
    issue: Annotated[str, typer.Option(help="Only in this issue.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=1000, help="So many at once.")] = 20,
    offset: Annotated[int, typer.Option(min=0, help="Leave out so many first.")] = 0,
    place: Place = None,
    as_json: Json = False,
) -> None:
    """Find articles: any word of any length, traditional and simplified alike."""
    from publisher.archive.catalogue import behind
    from publisher.archive.search import Question
    from publisher.archive.search import search as find

    store = _store(place)
    if behind(store):
        _mend(store)
    question = Question(query, byline, section, since, until, page, issue)
    results = find(store, question, limit=limit, offset=offset)
    if as_json:
        out_json(asdict(results))
        return
    for hit in results.hits:
        head = "  ".join(filter(None, (hit.date, hit.section, f"p. {hit.page}", hit.byline)))
        out(styled(f"{hit.headline or hit.article}", bold=True))
        out(f"  {hit.issue}  {head}")
        out("  " + _marked(hit.excerpt, hit.marks).replace("\n", " / "))
    say(f"{len(results.hits)} of {results.total}")


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    parts: list[str] = []
    place = 0
    for start, end in marks:
        parts += [text[place:start], styled(text[start:end], "yellow", bold=True)]
        place = max(place, end)
    return "".join(parts) + text[place:]
