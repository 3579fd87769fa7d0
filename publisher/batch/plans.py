"""What a batch is to do: its jobs, how each is done, and who works at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from publisher.addresses import is_address
from publisher.batch import addresses, pool, running
from publisher.batch.carried import CARRIED, Carried, carried_jobs
from publisher.batch.jobs import Job, jobs_for
from publisher.batch.running import LOCAL, Crew, Named, Policy, Trade
from publisher.batch.worklist import Row, Worklist
from publisher.config import Settings
from publisher.errors import ToolMissing
from publisher.manuscripts import find_issues

J = TypeVar("J", bound=Named)


@dataclass(frozen=True, slots=True)
class Plan(Generic[J]):
    """A batch's jobs, their trade and its crew."""

    jobs: Sequence[J]
    trade: Trade[J]
    crew: Crew

    def enter(self, worklist: Worklist, policy: Policy) -> tuple[Row, ...]:
        """See `running.enter`."""
        return running.enter(worklist, self.jobs, policy, self.trade)

    def run(self, worklist: Worklist, policy: Policy) -> Iterator[Row]:
        """See `running.run`."""
        return running.run(worklist, self.jobs, policy, self.trade, self.crew)


def plan(
    seeds: Sequence[str],
    settings: Settings,
    *,
    formats: Sequence[str] | None = None,
    output: str | None = None,
    theme: str | None = None,
    cached: bool = True,
    scheduler: str | None = None,
) -> Plan[Job] | Plan[Carried]:
    """The plan for the issues at these paths or addresses.

    In folders of this machine, built here, they are read where they stand; else each is carried to
    where it's built. Raises InputError, UsageError, and ToolMissing where a cluster or an address
    needs what isn't installed.
    """
    target = output or settings.output
    folder = Path(settings.seeds)
    if scheduler is None and not any(map(is_address, [*seeds, target])):
        issues = dict.fromkeys(find_issues(map(Path, seeds), folder))
        jobs = jobs_for(
            issues, settings, formats=formats, output=Path(target), theme=theme, cached=cached
        )
        return Plan(jobs, LOCAL, pool.each)
    places = dict.fromkeys(place for seed in seeds for place in _addresses(seed, settings.seeds))
    carried = carried_jobs(
        places, settings, formats=formats, output=target, theme=theme, cached=cached
    )
    return Plan(carried, CARRIED, _crew(scheduler))


def _addresses(seed: str, seeds: str) -> Iterator[str]:
    if is_address(seed):
        yield from addresses.issues_at(seed, seeds)
    else:
        for path in find_issues([Path(seed)], Path(seeds)):
            yield path.resolve().as_uri()


def _crew(scheduler: str | None) -> Crew:
    if scheduler is None:
        return pool.each
    try:
        from publisher.batch import cluster
    except ImportError as fault:
        raise ToolMissing(
            f"--scheduler: {fault}", remedy='Install it: pip install "publisher[cluster]"'
        ) from fault
    return partial(cluster.each, scheduler)
