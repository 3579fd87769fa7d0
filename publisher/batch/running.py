"""Runs a batch: gives out what waits, enters what becomes of it, tries again or sets aside."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from publisher.batch.building import attempt, clear_up, job_digest, stands
from publisher.batch.jobs import Built, Failure, Job, Kind, Made
from publisher.batch.pool import PATIENCE, Lost, each
from publisher.batch.worklist import Row, State, Worklist
from publisher.errors import ExitCode, PublisherError

#: So often an issue is tried before it's set aside.
TRIES = 3

#: What every worker needs, but for the PDF's libraries: those are loaded where they're used.
_PRELOAD = ("publisher.batch.building", "publisher.structure", "publisher.writers.epub")


class Named(Protocol):
    """A job: an issue to build, with what the ledger calls it."""

    @property
    def name(self) -> str: ...


J = TypeVar("J", bound=Named)


@dataclass(frozen=True, slots=True)
class Trade(Generic[J]):
    """What a batch does with a job.

    `attempt`, a module's function, builds it; `digest` is of its inputs with the pictures of these
    names; `stands` tells whether an edition is in its place, and `clear_up` removes what a killed
    build has left half written.
    """

    attempt: Callable[[J], Built | Failure]
    digest: Callable[[J, Sequence[str]], str]
    stands: Callable[[Made], bool]
    clear_up: Callable[[J], None]


#: Issues in folders of this machine.
LOCAL: Trade[Job] = Trade(attempt, job_digest, stands, clear_up)


class Crew(Protocol):
    """Who works at a batch: processes here (`pool.each`), or a cluster."""

    def __call__(
        self,
        work: Callable[[J], Built | Failure],
        take: Callable[[], J | None],
        workers: int,
        *,
        patience: float,
        preload: Sequence[str],
    ) -> Iterator[tuple[J, Built | Failure | Lost]]: ...


@dataclass(frozen=True, slots=True)
class Policy:
    """How a batch goes on: over earlier results, over failures, how often and how long it tries."""

    workers: int = 1
    resume: bool = False
    retry_failed: bool = False
    keep_going: bool = False
    tries: int = TRIES
    patience: float = PATIENCE


def enter(
    worklist: Worklist, jobs: Sequence[J], policy: Policy, trade: Trade[J]
) -> tuple[Row, ...]:
    """Enter the jobs in the ledger; the rows, of which those that wait are to be built.

    On resuming, what is done stays done where nothing it was made from changed and its editions
    stand; what failed or was set aside stays so until something changed (`retry_failed` takes up
    what failed). What was interrupted waits.
    """
    before = {row.issue: row for row in worklist.rows()} if policy.resume else {}
    rows = tuple(_taken_up(before.get(job.name), job, policy, trade) for job in jobs)
    worklist.enter(rows)
    return rows


def _taken_up(row: Row | None, job: J, policy: Policy, trade: Trade[J]) -> Row:
    anew = Row(job.name)
    if row is not None and row.state is State.BUILDING:
        # Where the issue can't be read now, its build will say so.
        with suppress(PublisherError):
            trade.clear_up(job)
    if row is None or row.state in {State.WAITING, State.BUILDING}:
        return replace(anew, tries=row.tries if row else 0)
    if row.digest != _digest(job, row.built.pictures if row.built else (), trade):
        return anew
    if row.state is State.DONE:
        assert row.built is not None
        return row if all(map(trade.stands, row.built.editions)) else anew
    if row.state is State.FAILED and policy.retry_failed:
        return replace(anew, tries=row.tries)
    return row


def run(
    worklist: Worklist,
    jobs: Sequence[J],
    policy: Policy,
    trade: Trade[J],
    crew: Crew = each,
) -> Iterator[Row]:
    """Build what waits in the ledger; each row as it changes, once it's in the ledger.

    Without `keep_going` nothing more is given out after the first issue that can't be built; what
    is at work then is finished.
    """
    by_name = {job.name: job for job in jobs}
    waiting = deque(row for row in worklist.rows() if row.state is State.WAITING)
    at_work: dict[str, tuple[Row, float]] = {}
    stopped = False

    def take() -> J | None:
        if stopped or not waiting:
            return None
        row = waiting.popleft()
        job = by_name[row.issue]
        row = replace(row, state=State.BUILDING, digest=_digest(job, (), trade))
        worklist.put(row)
        at_work[row.issue] = row, time.monotonic()
        return job

    answers = crew(trade.attempt, take, policy.workers, patience=policy.patience, preload=_PRELOAD)
    for job, answer in answers:
        row, began = at_work.pop(job.name)
        row = settled(row, answer, policy.tries)
        row = replace(row, seconds=round(time.monotonic() - began, 3))
        worklist.put(row)
        if row.state is State.WAITING:
            # At the end: what kills its worker doesn't hold up the rest.
            waiting.append(row)
        elif row.state is not State.DONE and not policy.keep_going:
            stopped = True
        yield row


def settled(row: Row, answer: Built | Failure | Lost, limit: int) -> Row:
    """What a row becomes by a try's answer.

    >>> died = Lost("the worker died (SIGKILL)", died=True)
    >>> [str(settled(Row("a", tries=tries), died, 3).state) for tries in range(3)]
    ['waiting', 'waiting', 'set aside']
    """
    tries = row.tries + 1
    if isinstance(answer, Built):
        return replace(
            row, state=State.DONE, tries=tries, digest=answer.digest, built=answer, failure=None
        )
    failure = _as_failure(answer) if isinstance(answer, Lost) else answer
    if tries >= limit:
        state = State.ASIDE
    else:
        again = isinstance(answer, Lost) and answer.died
        state = State.WAITING if again else State.FAILED
    return replace(row, state=state, tries=tries, built=None, failure=failure)


def _as_failure(lost: Lost) -> Failure:
    if lost.died:
        remedy = "Memory may have run out: try it with fewer --jobs, or with more --patience."
        return Failure(Kind.ENVIRONMENT, lost.reason, remedy, int(ExitCode.BUG))
    remedy = "Report it with the issue's text: nothing in it should do this."
    return Failure(Kind.BUG, lost.reason, remedy, int(ExitCode.BUG))


def _digest(job: J, pictures: Sequence[str], trade: Trade[J]) -> str:
    """The digest of a job's inputs; "" where they can't be read, which building it will tell."""
    try:
        return trade.digest(job, pictures)
    except PublisherError:
        return ""
