"""`publisher batch`: many issues, with a ledger to go on by and reports of what became of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from publisher.cli.build_options import Jobs, NoCache, ThemeName
from publisher.cli.console import coloured, out, out_json, say, styled
from publisher.errors import BuildError, ExitCode

if TYPE_CHECKING:
    from publisher.batch.worklist import Row

batch = typer.Typer(
    help="Build many issues; killed at any time, it goes on where it was.", no_args_is_help=True
)

#: What a folder of a batch holds.
LEDGER, EVENTS, LOCK = "ledger.sqlite", "events.jsonl", "lock.sqlite"

Folder = Annotated[
    Path | None,
    typer.Option("--ledger", help="Folder of ledger and events. [default: build/batch/]"),
]


@batch.command("run")
def run(
    seeds: Annotated[
        list[str] | None,
        typer.Argument(
            help="Issues: files, folders, or folders of issues; paths or addresses (s3://…)."
            " [default: seeds/]"
        ),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("-o", "--format", help="Make this format (repeatable): epub, pdf."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", help="Folder or address for the editions. [default: build/]"),
    ] = None,
    theme: ThemeName = None,
    jobs: Jobs = 1,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on: what is done and unchanged stays done.")
    ] = False,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Go on, and try again what failed.")
    ] = False,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Go on after an issue that can't be built.")
    ] = False,
    tries: Annotated[int, typer.Option(min=1, help="Set an issue aside after so many tries.")] = 3,
    patience: Annotated[
        float, typer.Option(min=1, help="Give up an issue that takes longer, in seconds.")
    ] = 3600,
    no_cache: NoCache = False,
    scheduler: Annotated[
        str | None,
        typer.Option(help="Build on the Dask cluster of this scheduler (tcp://host:8786)."),
    ] = None,
    ledger: Folder = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Build issues, each entered in a ledger; exit code 8 where some weren't built."""
    from publisher.batch.jobs import cache_of
    from publisher.batch.lock import locked
    from publisher.batch.plans import plan
    from publisher.batch.running import Policy
    from publisher.batch.worklist import State, opened
    from publisher.config import read_settings
    from publisher.theme import find_theme

    settings = read_settings(Path())
    find_theme(theme or settings.theme)
    work = plan(
        seeds or [settings.seeds],
        settings,
        formats=formats,
        output=output,
        theme=theme,
        cached=not no_cache,
        scheduler=scheduler,
    )
    policy = Policy(jobs, resume or retry_failed, retry_failed, keep_going, tries, patience)
    folder = _folder(ledger, output)
    with locked(folder / LOCK), opened(folder / LEDGER, writable=True) as entered:
        rows = work.enter(entered, policy)
        waiting = sum(row.state is State.WAITING for row in rows)
        say(f"{len(rows)} issues, {waiting} to build")
        with _events(folder / EVENTS, goes_on=policy.resume) as events:
            for row in _with_progress(work.run(entered, policy), waiting):
                _tell(row, events)
        counts = entered.counts()
    if not no_cache:
        cache_of(settings).trim()
    told = {state.value: number for state, number in counts.items()}
    if as_json:
        out_json(told)
    say(_sentence(told))
    if counts[State.WAITING]:
        say("  → It stopped at a failure; go on with --resume --keep-going.")
    if counts[State.DONE] < len(rows):
        raise typer.Exit(ExitCode.BATCH)


@batch.command("status")
def status(
    ledger: Folder = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """How far a batch is, also while it runs, and what failed."""
    from publisher.batch.report import as_value
    from publisher.batch.worklist import State, opened

    with opened(_folder(ledger) / LEDGER) as entered:
        counts = {state.value: number for state, number in entered.counts().items()}
        failed = [one for one in entered.rows() if one.state in {State.FAILED, State.ASIDE}]
    if as_json:
        out_json({"counts": counts, "failed": [as_value(row) for row in failed]})
        return
    out(_sentence(counts))
    for row in failed:
        out(_failed(row))


@batch.command("report")
def report(
    ledger: Folder = None,
    html: Annotated[Path | None, typer.Option(help="Write a page to read to this file.")] = None,
    junit: Annotated[Path | None, typer.Option(help="Write JUnit's XML to this file.")] = None,
) -> None:
    """What became of each issue, as JSON Lines; or as a page, or for a build server."""
    from publisher.batch.report import as_html, as_junit, as_value
    from publisher.batch.worklist import opened
    from publisher.files import write_bytes

    with opened(_folder(ledger) / LEDGER) as entered:
        rows = list(entered.rows())
    if html:
        write_bytes(html, as_html(rows).encode())
    if junit:
        write_bytes(junit, as_junit(rows).encode())
    if not (html or junit):
        for row in rows:
            out(json.dumps(as_value(row)))


def _folder(given: Path | None, output: str | None = None) -> Path:
    """The folder of the ledger: beside the editions, or in build/ where they go elsewhere."""
    from publisher.addresses import is_address
    from publisher.config import read_settings

    place = output or read_settings(Path()).output
    return given or Path("build" if is_address(place) else place) / "batch"


@contextmanager
def _events(path: Path, *, goes_on: bool) -> Iterator[TextIO]:
    try:
        with path.open("a" if goes_on else "w", encoding="utf-8") as file:
            yield file
    except OSError as fault:
        raise BuildError(
            f"the batch can't go on ({fault})", remedy="Mend it, and run it again with --resume."
        ) from fault


def _tell(row: Row, events: TextIO) -> None:
    """Write an event, and say what failed."""
    from publisher.batch.report import as_value

    events.write(json.dumps(as_value(row)) + "\n")
    events.flush()
    if row.failure:
        say(_failed(row))


def _failed(row: Row) -> str:
    fault = row.failure
    if fault is None:
        return row.issue
    label = styled(f"{row.state} ({fault.kind})", "red", stream=sys.stderr)
    lines = fault.message.strip().splitlines()
    remedy = f"\n  → {fault.remedy}" if fault.remedy else ""
    return f"{row.issue}: {label} {lines[-1] if lines else ''}{remedy}"


def _sentence(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} {state}" for state, number in counts.items() if number) or "empty"


def _with_progress(rows: Iterator[Row], total: int) -> Iterator[Row]:
    """A bar on a terminal, with the time that is left."""
    if not total or not coloured(sys.stderr):
        yield from rows
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(rows, "building", total, console=Console(stderr=True), transient=True)
