"""`publisher build`: the main job, from seeds to editions."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from publisher.cli.build_options import Jobs, NoCache, ThemeName
from publisher.cli.console import coloured, out, out_json, say, say_error, styled
from publisher.errors import ExitCode, PublisherError

if TYPE_CHECKING:
    from publisher.batch.jobs import Built, Job

Result: TypeAlias = "tuple[Path, Built | PublisherError]"


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
    theme: ThemeName = None,
    jobs: Jobs = 1,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Do everything but write the editions.")
    ] = False,
    no_cache: NoCache = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Build issues into EPUB and PDF; with no argument, every issue under seeds/."""
    from publisher.batch.jobs import cache_of, jobs_for
    from publisher.config import read_settings
    from publisher.manuscripts import find_issues
    from publisher.writers import PRESS_WRITERS

    settings = read_settings(Path())
    issues = list(find_issues(seeds or [Path(settings.seeds)], Path(settings.seeds)))
    wanted = [*(formats or settings.formats), *(["sheets"] if impose else [])]
    work = jobs_for(
        issues,
        settings,
        formats=wanted,
        output=output,
        theme=theme,
        dry_run=dry_run,
        cached=not no_cache,
    )
    if set(wanted) & set(PRESS_WRITERS) and not settings.press.profile:
        say("no profile of the press is named: Ghostscript's stands in, good for a proof only")
    results = list(_shown(_run(work, jobs), len(work), quiet=as_json))
    cache_of(settings).trim()
    if as_json:
        out_json([_as_json(path, built) for path, built in results])
    failed = [built for _, built in results if isinstance(built, PublisherError)]
    if len(work) == 1 and failed:
        raise typer.Exit(failed[0].exit_code)
    if failed:
        say(f"{len(failed)} of {len(work)} issues failed")
        raise typer.Exit(ExitCode.BATCH)


def run_job(job: Job) -> Result:
    """Build one issue; an error is a value, so that the others are built."""
    from publisher.batch.building import build_job

    try:
        return job.path, build_job(job)
    except PublisherError as error:
        return job.path, error


def _run(work: list[Job], jobs: int) -> Iterator[Result]:
    if jobs == 1 or len(work) == 1:
        yield from map(run_job, work)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(min(jobs, len(work)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(run_job, work)


def _shown(results: Iterator[Result], total: int, *, quiet: bool) -> Iterator[Result]:
    """Pass results on, showing each as it comes."""
    for number, (path, built) in enumerate(_with_progress(results, total), start=1):
        if isinstance(built, PublisherError):
            say_error(built)
        else:
            if not quiet:
                for edition in built.editions:
                    out(edition.path)
            say(_summary(path, built, number, total))
        yield path, built


def _summary(path: Path, built: Built, number: int, total: int) -> str:
    notes = []
    if built.gaps:
        notes.append(f"{built.gaps} passage(s) lost in the source, marked")
    if built.queries:
        notes.append(f"{built.queries} doubt(s): publisher normalize --explain {path}")
    notes += [doubt for edition in built.editions for doubt in edition.doubts]
    label = styled(f"[{number}/{total}]", "green", stream=sys.stderr)
    return f"{label} {path}" + "".join(f"\n  · {note}" for note in notes)


def _with_progress(results: Iterator[Result], total: int) -> Iterator[Result]:
    """A bar on a terminal while more than one issue is built."""
    if total < 2 or not coloured(sys.stderr):
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(results, "building", total, console=console, transient=True)


def _as_json(path: Path, built: Built | PublisherError) -> dict[str, Any]:
    if isinstance(built, PublisherError):
        fault = {"message": str(built), "remedy": built.remedy}
        return {"issue": str(path), "error": fault, "exit_code": int(built.exit_code)}
    return {
        "issue": str(path),
        "editions": [
            {
                "path": one.path,
                "media_type": one.media_type,
                "bytes": one.bytes,
                "sha256": one.sha256,
                "doubts": list(one.doubts),
            }
            for one in built.editions
        ],
        "gaps": built.gaps,
        "queries": built.queries,
    }
