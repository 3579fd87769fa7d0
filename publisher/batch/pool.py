"""A pool of worker processes that outlives its workers: one dies, its task is told, it goes on.

Workers are renewed after some tasks, so that what libraries hold on to doesn't add up. A worker
dies with its master, at once: what it was at is not done, and nobody else is doing it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from threading import Thread
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

#: After so many tasks a worker is renewed.
TURNS = 50
#: So many seconds a task may take: the largest issue takes minutes.
PATIENCE = 3600.0
#: So often, in seconds, it's looked who takes too long.
_LOOK = 1.0


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that got no answer: its worker died, or the work raised what it shouldn't.

    `died` tells the one, which may go well another time, from the other, which won't.
    """

    reason: str
    died: bool


@dataclass(slots=True)
class _Worker(Generic[T]):
    process: BaseProcess
    line: Connection
    turns: int = 0
    since: float = 0.0
    overdue: bool = False

    def give(self, task: T) -> None:
        self.turns += 1
        self.since = time.monotonic()
        try:
            self.line.send(task)
        except (BrokenPipeError, ConnectionResetError):
            # It died while it waited; its line's end tells as much when the answer is asked for.
            return

    def hurry(self, patience: float) -> None:
        """Kill it where it has been at its task for too long."""
        if time.monotonic() - self.since > patience:
            self.overdue = True
            self.process.kill()

    def leave(self, *, at_once: bool = False) -> None:
        self.line.close()
        if at_once:
            self.process.terminate()
        self.process.join()
        self.process.close()


def each(
    work: Callable[[T], R],
    take: Callable[[], T | None],
    workers: int,
    *,
    turns: int = TURNS,
    patience: float = PATIENCE,
    preload: Sequence[str] = (),
) -> Iterator[tuple[T, R | Lost]]:
    """Work at what `take` gives, in so many processes; each task with its answer as it comes.

    `take` is asked whenever a worker is free, and once more after each answer; None is "nothing
    now". It ends when none is at work and there's nothing. `work` must be a module's function;
    whoever is at a task for more than `patience` seconds is killed; `preload` names the modules
    that the work needs. Leaving the iterator ends the workers.
    """
    # Workers are forked off a process that has loaded what they need: renewing one is cheap.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    idle: list[_Worker[T]] = []
    busy: dict[Connection, tuple[_Worker[T], T]] = {}
    try:
        while True:
            while len(busy) < workers and (task := take()) is not None:
                worker = idle.pop() if idle else _hired(context, work)
                busy[worker.line] = (worker, task)
                worker.give(task)
            if not busy:
                return
            for worker, _ in busy.values():
                worker.hurry(patience)
            for line in wait(list(busy), timeout=_LOOK):
                assert isinstance(line, Connection)
                worker, task = busy[line]
                answer: R | Lost = _answer(worker)
                del busy[line]
                if worker.turns < turns and not isinstance(answer, Lost):
                    idle.append(worker)
                else:
                    worker.leave()
                yield task, answer
    finally:
        for worker in idle:
            worker.leave()
        for worker, _ in busy.values():
            worker.leave(at_once=True)


def _hired(context: ForkServerContext, work: Callable[[T], R]) -> _Worker[T]:
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, work), daemon=True)
    process.start()
    there.close()
    return _Worker(process, here)


def _answer(worker: _Worker[T]) -> R | Lost:
    try:
        answer: R | Lost = worker.line.recv()
    except (EOFError, ConnectionResetError):
        worker.process.join()
        if worker.overdue:
            return Lost("it took too long, and was ended", died=True)
        return Lost(f"the worker died ({_ending(worker.process.exitcode or 0)})", died=True)
    return answer


def _ending(code: int) -> str:
    """How a process ended.

    >>> _ending(-9), _ending(3)
    ('SIGKILL', 'exit code 3')
    """
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def _serve(line: Connection, work: Callable[[T], R]) -> None:
    """A worker's life: answer each task, until there are no more or one goes wrong."""
    # Ctrl-C is the master's to handle.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_die_with_master, daemon=True).start()
    telling = _Telling(line)
    while not telling.told:
        try:
            task: T = line.recv()
        except (EOFError, ConnectionResetError):
            return
        with telling:
            line.send(work(task))


def _die_with_master() -> None:
    master = multiprocessing.parent_process()
    if master is not None:
        master.join()
        os._exit(1)


class _Telling:
    """Tells the master of what the work raised; after that the worker isn't fit for more."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self.told = False

    def __enter__(self) -> None:
        return

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if error is None or not isinstance(error, Exception):
            return False
        self._line.send(Lost("".join(traceback.format_exception(error)), died=False))
        self.told = True
        return True
