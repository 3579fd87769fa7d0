"""`publisher build`: the main job, from seeds to editions."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from publisher.cli.console import coloured, out, out_json, say, say_error, styled
from publisher.config import Settings
from publisher.errors import ExitCode, InputError, PublisherError


@dataclass(frozen=True, slots=True)
class Job:
    """One issue to build; what a worker process is given."""

    path: Path
    settings: Settings
    formats: tuple[str, ...]
    output: Path
    theme: str
    dry_run: bool


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a job: editions as JSON values, or the error."""

    path: Path
    editions: tuple[dict[str, Any], ...] = ()
    gaps: int = 0
    queries: int = 0
    error: PublisherError | None = None


def build(
    seeds: Annotated[
        list[Path] | None,
        typer.Argument(
            readable=False, help="Issues: files, folders, or folders of issues. [default: seeds/]"
        ),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("-o", "--format", help="Make this format (repeatable): epub, pdf, print."),
    ] = None,
    impose: Annotated[
        bool,
        typer.Option("--impose", help="Make the printer's sheets too: two pages on a side."),
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", help="Folder for the editions. [default: build/]")
    ] = None,
    theme: Annotated[
        str | None, typer.Option(help="Theme: a folder in styles/, or a path.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Build so many issues at once.")] = 1,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Do everything but write the editions.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Build issues into EPUB and PDF; with no argument, every issue under seeds/."""
    from publisher.config import read_settings
    from publisher.manuscripts import find_issues

    settings = read_settings(Path())
    issues = list(find_issues(seeds or [Path(settings.seeds)], Path(settings.seeds)))
    work = [
        Job(
            path,
            settings,
            (*(formats or settings.formats), *(["sheets"] if impose else [])),
            output or Path(settings.output),
            theme or settings.theme,
            dry_run,
        )
        for path in issues
    ]
    _refuse_twins(work)
    if any(map(_for_press, work)) and not settings.press.profile:
        say("no profile of the press is named: Ghostscript's stands in, good for a proof only")
    results = list(_shown(_run(work, jobs), len(work), quiet=as_json))
    if as_json:
        out_json([_as_json(built) for built in results])
    failed = [built.error for built in results if built.error]
    if len(work) == 1 and failed:
        raise typer.Exit(failed[0].exit_code)
    if failed:
        say(f"{len(failed)} of {len(work)} issues failed")
        raise typer.Exit(ExitCode.BATCH)


def _refuse_twins(work: list[Job]) -> None:
    """Two issues of one id would overwrite each other's editions."""
    from publisher.manuscripts import issue_id

    first: dict[str, Path] = {}
    for job in work:
        other = first.setdefault(issue_id(job.path), job.path)
        if other != job.path:
            raise InputError(
                f"{other} and {job.path} are both called {issue_id(job.path)!r}",
                remedy="Rename one, or give one an id in its issue.toml.",
            )


def run_job(job: Job) -> Built:
    """Build one issue; an error is a value, so that a batch goes on."""
    from publisher.config.press import read_press
    from publisher.pipeline import build as build_issue
    from publisher.pipeline import read_issue

    try:
        issue = read_issue(job.path, job.settings)
        editions = build_issue(
            issue,
            job.formats,
            job.output,
            theme=job.theme,
            press=read_press(job.settings.press) if _for_press(job) else None,
            dry_run=job.dry_run,
        )
    except PublisherError as error:
        return Built(job.path, error=error)
    rows = tuple(
        {
            "path": str(job.output / edition.name),
            "media_type": edition.media_type,
            "bytes": len(edition.content),
            "sha256": edition.digest,
        }
        for edition in editions
    )
    known = issue.provenance
    return Built(job.path, rows, known.gaps if known else 0, known.queries if known else 0)


def _for_press(job: Job) -> bool:
    from publisher.writers import PRESS_WRITERS

    return any(name in PRESS_WRITERS for name in job.formats)


def _run(work: list[Job], jobs: int) -> Iterator[Built]:
    if jobs == 1 or len(work) == 1:
        yield from map(run_job, work)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(min(jobs, len(work)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(run_job, work)


def _shown(results: Iterator[Built], total: int, *, quiet: bool) -> Iterator[Built]:
    """Pass results on, showing each as it comes."""
    for number, built in enumerate(_with_progress(results, total), start=1):
        if built.error:
            say_error(built.error)
        else:
            if not quiet:
                for edition in built.editions:
                    out(edition["path"])
            say(_summary(built, number, total))
        yield built


def _summary(built: Built, number: int, total: int) -> str:
    notes = []
    if built.gaps:
        notes.append(f"{built.gaps} passage(s) lost in the source, marked")
    if built.queries:
        notes.append(f"{built.queries} doubt(s): publisher normalize --explain {built.path}")
    label = styled(f"[{number}/{total}]", "green", stream=sys.stderr)
    return f"{label} {built.path}" + "".join(f"\n  · {note}" for note in notes)


def _with_progress(results: Iterator[Built], total: int) -> Iterator[Built]:
    """A bar on a terminal while more than one issue is built."""
    if total < 2 or not coloured(sys.stderr):
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(results, "building", total, console=console, transient=True)


def _as_json(built: Built) -> dict[str, Any]:
    if built.error:
        fault = {"message": str(built.error), "remedy": built.error.remedy}
        return {"issue": str(built.path), "error": fault, "exit_code": int(built.error.exit_code)}
    return {
        "issue": str(built.path),
        "editions": list(built.editions),
        "gaps": built.gaps,
        "queries": built.queries,
    }
