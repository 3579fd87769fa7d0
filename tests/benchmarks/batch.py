"""Many issues: how two cores do beside one, what memory does, what an unchanged build costs."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from publisher.batch.jobs import Job
from publisher.batch.running import LOCAL, Policy, enter, run
from publisher.batch.worklist import State, opened
from publisher.cache import Cache
from publisher.config import Settings
from tests.benchmarks.material import cut_chinese
from tests.benchmarks.measure import MB
from tests.quality.table import Table

#: So many issues are built on one core and on two; so many into both formats, and once more.
ISSUES, REBUILT = 1000, 100
#: An issue has so many articles, each of so many paragraphs, some cut in two.
ARTICLES, PARAGRAPHS = 4, 4
_SAMPLES = 10


@dataclass(frozen=True, slots=True)
class Batch:
    """A run: seconds by the clock, and the largest worker's memory in MB after each tenth."""

    issues: int
    cores: int
    seconds: float
    memory: tuple[float, ...]


def tables() -> Iterator[Table]:
    """The tables of speed and of rebuilding."""
    with tempfile.TemporaryDirectory() as folder:
        jobs = _jobs(Path(folder), ISSUES, ("epub",))
        one, two = (_measured(jobs, Path(folder), cores) for cores in (1, 2))
        yield _speed(one, two)
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder) / "cache", 2000 * MB)
        jobs = [replace(job, cache=cache) for job in _jobs(Path(folder), REBUILT, ("epub", "pdf"))]
        yield _rebuilt(*(_measured(jobs, Path(folder), 2) for _ in range(2)))


def _speed(one: Batch, two: Batch) -> Table:
    heads = ("cores", "issues", "seconds", "issues a second", "MB, first half", "MB, second half")
    rows = tuple(
        (
            str(batch.cores),
            str(batch.issues),
            f"{batch.seconds:.1f}",
            f"{batch.issues / batch.seconds:.1f}",
            f"{max(batch.memory[: _SAMPLES // 2]):.0f}",
            f"{max(batch.memory[_SAMPLES // 2 :]):.0f}",
        )
        for batch in (one, two)
    )
    caption = f"EPUBs without a cache; two cores are {one.seconds / two.seconds:.2f} × one"
    return Table(caption, heads, rows)


def _rebuilt(first: Batch, again: Batch) -> Table:
    rows = tuple(
        (name, str(batch.issues), f"{batch.seconds:.2f}", f"{batch.seconds / first.seconds:.1%}")
        for name, batch in (("first", first), ("unchanged", again))
    )
    return Table("EPUB and PDF, built again from the cache", ("build", "issues", "s", "cost"), rows)


def _jobs(folder: Path, count: int, formats: tuple[str, ...]) -> list[Job]:
    return [
        Job(path, Settings(), formats, folder / "build", "gazette")
        for path in issues(folder, count)
    ]


def issues(folder: Path, count: int) -> list[Path]:
    """Generated issues in a folder, each another."""
    folder.mkdir(exist_ok=True)
    paragraphs = cut_chinese(20).split("\n\n")
    size = ARTICLES * PARAGRAPHS
    paths = []
    for number in range(count):
        # Round and round: a thousand issues are more than the corpora hold.
        start = number * size % (len(paragraphs) - size)
        parts = paragraphs[start : start + size]
        articles = (
            "\n\n".join([f"第{number + 1}期要闻", *parts[place : place + PARAGRAPHS]])
            for place in range(0, size, PARAGRAPHS)
        )
        path = folder / f"{number:04}.txt"
        path.write_text("\n\n".join(articles), "utf-8")
        paths.append(path)
    return paths


def _measured(jobs: Sequence[Job], folder: Path, cores: int) -> Batch:
    policy = Policy(cores, keep_going=True)
    memory = []
    with opened(folder / f"ledger-{cores}.sqlite", writable=True) as entered:
        began = time.perf_counter()
        enter(entered, jobs, policy, LOCAL)
        for number, row in enumerate(run(entered, jobs, policy, LOCAL), start=1):
            assert row.state is State.DONE, row.failure
            if number % (len(jobs) // _SAMPLES) == 0:
                memory.append(_largest_worker())
        return Batch(len(jobs), cores, time.perf_counter() - began, tuple(memory))


def _largest_worker() -> float:
    """The resident memory in MB of the largest of this process's descendants."""
    parents, resident = {}, {}
    for path in Path("/proc").glob("[0-9]*/status"):
        try:
            told = dict(line.split(":", 1) for line in path.read_text().splitlines())
        except (FileNotFoundError, ProcessLookupError):
            # It has ended.
            continue
        pid = int(told["Pid"])
        parents[pid] = int(told["PPid"])
        resident[pid] = int(told.get("VmRSS", "0 kB").split()[0]) * 1024 / MB
    ours = {int(Path("/proc/self").readlink().name)}
    found = set[int]()
    while ours:
        ours = {pid for pid, parent in parents.items() if parent in ours}
        found |= ours
    return max((resident[pid] for pid in found), default=0.0)
