"""A batch's work on a Dask cluster: tasks given to its scheduler, and their answers as they come.

A task may be done twice with the same outcome. So what is lost with a worker or with the scheduler
is given out again; of a task that kills its workers the scheduler tells (`KilledWorker`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from queue import Empty, Queue
from typing import TypeVar

from distributed import Client, Future, KilledWorker

from publisher.batch.pool import PATIENCE, Lost
from publisher.errors import ToolMissing

T = TypeVar("T")
R = TypeVar("R")

#: So many tasks are with the scheduler for each that is worked at, so that no worker waits for one.
_AHEAD = 2
#: So often, in seconds, it's looked who takes too long, and how many work.
_LOOK = 1.0
#: So long, in seconds, a scheduler is waited for: at the start, and once it has answered before.
_ABSENT, _GONE = 10.0, 60.0


def each(
    address: str,
    work: Callable[[T], R],
    take: Callable[[], T | None],
    workers: int = 0,
    *,
    patience: float = PATIENCE,
    preload: Sequence[str] = (),
) -> Iterator[tuple[T, R | Lost]]:
    """Work at what `take` gives, on the cluster of the scheduler at `address`, as `pool.each` does.

    How many work, and what they load, is the cluster's: `workers` and `preload` say nothing here.
    `work` must be a module's function, and its module installed on every worker. A worker that is
    at a task for more than `patience` seconds is restarted. A scheduler that is gone is waited for,
    then ToolMissing is raised.
    """
    out: dict[Future[R], tuple[T, float]] = {}
    again: list[T] = []
    settled: Queue[Future[R]] = Queue()
    numbers = count()
    client = _connected(address, _ABSENT)
    try:
        while True:
            if client.status == "closed":
                client = _connected(address, _GONE)
                again += [task for task, _ in out.values()]
                out.clear()
            room = _AHEAD * _hands(client) - len(out)
            while room > 0 and (task := again.pop() if again else take()) is not None:
                key = f"publisher-{client.id}-{next(numbers)}"
                future = client.submit(work, task, pure=False, key=key)
                out[future] = (task, time.monotonic())
                future.add_done_callback(settled.put)
                room -= 1
            if not out:
                return
            try:
                future = settled.get(timeout=_LOOK)
            except Empty:
                yield from _overdue(client, out, patience)
                continue
            if future not in out:
                continue
            task, _ = out.pop(future)
            answer = _answer(future)
            if answer is None:
                # Its scheduler is gone, and has forgotten it.
                again.append(task)
            else:
                yield task, answer
    finally:
        if client.status == "running":
            client.cancel(list(out))
        client.close()


def _connected(address: str, seconds: float) -> Client:
    try:
        return Client(address, timeout=seconds, set_as_default=False)
    except (OSError, ValueError) as fault:
        raise ToolMissing(
            f"the scheduler at {address} doesn't answer ({fault})",
            remedy="Start one (`dask scheduler`), and workers that know it (`dask worker`).",
        ) from fault


def _hands(client: Client) -> int:
    """How many tasks are worked at at once; 1 where nobody says, or there is no worker yet."""
    if client.status != "running":
        return 1
    return sum(client.nthreads().values()) or 1


def _answer(future: Future[R]) -> R | Lost | None:
    """What a settled task came to; None where nobody knows any more."""
    if future.status == "finished":
        return future.result()
    if future.status == "error":
        fault = future.exception()
        if isinstance(fault, KilledWorker):
            return Lost("the workers it was given to died", died=True)
        return Lost(f"{type(fault).__name__}: {fault}", died=False)
    return None


def _overdue(
    client: Client, out: dict[Future[R], tuple[T, float]], patience: float
) -> Iterator[tuple[T, Lost]]:
    """The tasks that take too long; their workers are restarted."""
    now = time.monotonic()
    late = {one.key: one for one, (_, since) in out.items() if now - since > patience}
    if not late or client.status != "running":
        return
    for worker, keys in client.processing().items():
        for future in (late[key] for key in keys if key in late):
            task, _ = out.pop(future)
            future.cancel()
            client.restart_workers([worker], raise_for_error=False)
            yield task, Lost("it took too long, and was ended", died=True)
