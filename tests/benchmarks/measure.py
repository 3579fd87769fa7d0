"""Measures a piece of work in a process of its own: time to load, time to run, peak memory.

Work is named as `module:function`. The function gets ready (imports, tables) and returns what is
then called with a text; what that returns is written to a file, for whoever compares results.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from math import log
from pathlib import Path

#: A megabyte of text or memory.
MB = 1_000_000
Work = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Run:
    """One run: `size` and `peak` in MB, times in seconds; `result` is the text that came out.

    `load` and `cpu` are of the processor, so that what else a machine does counts little: from the
    program's start until it is ready, and for the work. `wall` is the work by the clock.
    """

    size: float
    load: float
    wall: float
    cpu: float
    peak: float
    result: str

    @property
    def speed(self) -> float:
        """MB of text (in UTF-8) a second of one core, without the load."""
        return self.size / self.cpu


def measured(work: str, text: str) -> Run:
    """Run a piece of work on a text in a fresh Python."""
    return run_command([sys.executable, "-m", __name__, work], text)


def run_command(command: Sequence[str], text: str) -> Run:
    """Run a command that takes the files IN and OUT as last arguments and prints its times as JSON.

    Raises CalledProcessError where it fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        given, result = Path(folder) / "in.txt", Path(folder) / "out.txt"
        given.write_bytes(text.encode())
        done = subprocess.run(
            [*command, str(given), str(result)], check=True, stdout=subprocess.PIPE, text=True
        )
        figures = json.loads(done.stdout.splitlines()[-1])
        made = result.read_bytes().decode()
    return Run(len(text.encode()) / MB, **figures, result=made)


def exponent(runs: Sequence[Run]) -> float:
    """How time grows with size: 1 is linear, 2 quadratic (least squares of the logarithms).

    >>> runs = [Run(size, 0, 0, size * size, 0, "") for size in (1, 2, 4)]
    >>> round(exponent(runs), 3)
    2.0
    """
    points = [(log(run.size), log(run.cpu)) for run in runs]
    middle, height = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    slope = sum((x - middle) * (y - height) for x, y in points)
    return slope / sum((x - middle) ** 2 for x, _ in points)


def main() -> None:
    """Do the work named on a file, write the result, and print load, wall, cpu and peak as JSON."""
    name, given, result = sys.argv[1:]
    module, _, function = name.partition(":")
    work: Work = getattr(import_module(module), function)()
    text = Path(given).read_bytes().decode()
    ready, busy = time.perf_counter(), time.process_time()
    made = work(text)
    figures = {
        "load": busy,
        "wall": time.perf_counter() - ready,
        "cpu": time.process_time() - busy,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MB,
    }
    Path(result).write_bytes(made.encode())
    print(json.dumps(figures))  # noqa: T201


if __name__ == "__main__":
    main()
