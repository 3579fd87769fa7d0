"""An issue at an address, built wherever a worker is: brought there, its editions put back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from publisher.addresses import is_address
from publisher.batch import addresses
from publisher.batch.building import attempted, build_job, look_of
from publisher.batch.inputs import digest, program
from publisher.batch.jobs import Built, Failure, Job, Made, cache_of, refuse_twins
from publisher.batch.running import Trade
from publisher.config import Settings
from publisher.errors import InputError, ToolMissing
from publisher.manuscripts import identifier
from publisher.readers import READERS


@dataclass(frozen=True, slots=True)
class Carried:
    """One issue to build; `address` and the folder `output` are reached from every worker.

    `program` is the digest of the program that asks for it: another would make other bytes.
    """

    address: str
    output: str
    settings: Settings
    formats: tuple[str, ...]
    theme: str
    program: str
    cached: bool = True

    @property
    def name(self) -> str:
        """What the ledger calls it."""
        return self.address


def attempt(job: Carried) -> Built | Failure:
    """Build an issue; what goes wrong with it is a value, so that a batch goes on."""
    return attempted(lambda: build(job))


def build(job: Carried) -> Built:
    """Bring an issue here, build it, and put its editions where they belong.

    Raises PublisherError; ToolMissing where this is another program than the one that asks.
    """
    if job.program != program():
        raise ToolMissing(
            "a worker runs another publisher, or other libraries, than this batch",
            remedy="Install the same on every host: pip install -r requirements.lock",
        )
    with TemporaryDirectory(prefix="publisher-") as folder:
        home = Path(folder)
        first = seen = addresses.marks(job.address, ())
        path = addresses.fetch(job.address, home / "seeds")

        def bring(names: tuple[str, ...]) -> None:
            nonlocal seen
            seen = addresses.marks(job.address, names)
            if path.is_file():
                addresses.fetch_pictures(job.address, path.parent, names)

        built = build_job(_here(job, path, home / "build"), bring)
        if seen[: len(first)] == first:
            rows = tuple(_put(job, one) for one in built.editions)
            return replace(built, editions=rows, digest=_digest(job, seen))
    # Its files were changed since the first of them was looked at.
    return build(job)


def job_digest(job: Carried, pictures: Sequence[str] = ()) -> str:
    """The digest of all that a job's outcome depends on; `Built.digest` where nothing changed."""
    return _digest(job, addresses.marks(job.address, pictures))


def stands(made: Made) -> bool:
    """Whether an edition is in its place, to the byte."""
    store, path = addresses.opened(made.path)
    try:
        return sha256(store.content(path, made.bytes)).hexdigest() == made.sha256
    except InputError:
        return False


def clear_up(_: Carried) -> None:
    """Nothing: a store shows what is put there whole or not at all."""


#: Issues at addresses.
CARRIED: Trade[Carried] = Trade(attempt, job_digest, stands, clear_up)


def carried_jobs(
    issues: Iterable[str],
    settings: Settings,
    *,
    formats: Sequence[str] | None = None,
    output: str | None = None,
    theme: str | None = None,
    cached: bool = True,
) -> list[Carried]:
    """A job for each issue's address, as the settings say where nothing is said.

    Raises InputError where two issues have one id: they would overwrite each other's editions.
    """
    target = output or settings.output
    jobs = [
        Carried(
            address,
            target if is_address(target) else Path(target).resolve().as_uri(),
            settings,
            tuple(formats or settings.formats),
            theme or settings.theme,
            program(),
            cached=cached,
        )
        for address in issues
    ]
    refuse_twins((_issue_id(job), job.address) for job in jobs)
    return jobs


def _issue_id(job: Carried) -> str:
    """The id of an issue, which is brought here only where its text may be asked for it."""
    from publisher.pipeline import issue_id

    name = PurePosixPath(job.address).name
    if PurePosixPath(name).suffix.lower() in READERS and not job.settings.title.id:
        return identifier(Path(name))
    with TemporaryDirectory(prefix="publisher-") as folder:
        return issue_id(addresses.fetch(job.address, Path(folder)), job.settings)


def _here(job: Carried, path: Path, output: Path) -> Job:
    cache = cache_of(job.settings) if job.cached else None
    return Job(path, job.settings, job.formats, output, job.theme, cache=cache)


def _digest(job: Carried, seen: list[tuple[str, str]]) -> str:
    look = look_of(job.theme, job.settings, job.formats)
    return digest(seen, job.settings.digest, job.program, look, job.formats, job.output)


def _put(job: Carried, made: Made) -> Made:
    store, folder = addresses.opened(job.output)
    path = f"{folder.rstrip('/')}/{Path(made.path).name}"
    store.put(path, Path(made.path).read_bytes())
    return replace(made, path=store.address(path))
