"""A job, one issue to build, and what becomes of it: what workers are given and hand back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from publisher.cache import Cache, default_root
from publisher.config import Settings
from publisher.errors import ExitCode, InputError, PublisherError


@dataclass(frozen=True, slots=True)
class Job:
    """One issue to build; without a `cache` everything is made anew."""

    path: Path
    settings: Settings
    formats: tuple[str, ...]
    output: Path
    theme: str
    dry_run: bool = False
    cache: Cache | None = None

    @property
    def name(self) -> str:
        """What the ledger calls it."""
        return str(self.path)


@dataclass(frozen=True, slots=True)
class Made:
    """An edition in its place: `kept` where it came out of the cache.

    `doubts` are the messages of what is doubtful about its looks.
    """

    path: str
    media_type: str
    bytes: int
    sha256: str
    kept: bool = False
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """An issue's editions, its gaps and queries, and the pictures it names, there or not.

    `digest` is of everything it was made from.
    """

    editions: tuple[Made, ...]
    gaps: int
    queries: int
    pictures: tuple[str, ...]
    digest: str


class Kind(StrEnum):
    """Whose a failure is: the issue's own, the machine's it was built on, or ours."""

    INPUT = "input"
    ENVIRONMENT = "environment"
    BUG = "our bug"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an issue couldn't be built, what to do, and the exit code of a build of it alone."""

    kind: Kind
    message: str
    remedy: str
    exit_code: int


def failure_of(error: PublisherError | OSError | MemoryError) -> Failure:
    """What an error is to the batch.

    >>> failure_of(InputError("a.txt: is empty")).kind, failure_of(MemoryError()).kind
    (<Kind.INPUT: 'input'>, <Kind.ENVIRONMENT: 'environment'>)
    """
    if isinstance(error, PublisherError):
        return Failure(_kind(error), str(error), error.remedy, int(error.exit_code))
    message = "there isn't enough memory" if isinstance(error, MemoryError) else str(error)
    remedy = "Free what is short, and run the batch with --resume --retry-failed."
    return Failure(Kind.ENVIRONMENT, message, remedy, int(ExitCode.BUILD))


def _kind(error: PublisherError) -> Kind:
    if error.exit_code is ExitCode.BUG:
        return Kind.BUG
    # A file that isn't there is the issue's fault, a disk that fails is not.
    named = (FileNotFoundError, IsADirectoryError, NotADirectoryError)
    system = isinstance(error.__cause__, OSError) and not isinstance(error.__cause__, named)
    return Kind.ENVIRONMENT if system or error.exit_code is ExitCode.TOOL else Kind.INPUT


def jobs_for(
    issues: Iterable[Path],
    settings: Settings,
    *,
    formats: Sequence[str] | None = None,
    output: Path | None = None,
    theme: str | None = None,
    dry_run: bool = False,
    cached: bool = True,
) -> list[Job]:
    """A job for each issue, as the settings say where nothing is said.

    Raises InputError where two issues have one id: they would overwrite each other's editions.
    """
    cache = cache_of(settings) if cached else None
    jobs = [
        Job(
            path,
            settings,
            tuple(formats or settings.formats),
            output or Path(settings.output),
            theme or settings.theme,
            dry_run,
            cache,
        )
        for path in issues
    ]
    from publisher.pipeline import issue_id

    refuse_twins((issue_id(job.path, settings), job.name) for job in jobs)
    return jobs


def refuse_twins(named: Iterable[tuple[str, str]]) -> None:
    """InputError where two issues, each an id and a place, have one id."""
    first: dict[str, str] = {}
    for name, place in named:
        other = first.setdefault(name, place)
        if other != place:
            raise InputError(
                f"{other} and {place} are both called {name!r}",
                remedy="Rename one, or give one an id in its issue.toml.",
            )


def cache_of(settings: Settings) -> Cache:
    """The cache that the settings name, else the user's."""
    root = Path(settings.cache) if settings.cache else default_root()
    return Cache(root, settings.cache_limit * 1_000_000)
