"""Measures whole programs, ours and others, from start to end: time, processor, peak memory.

`python -m tests.benchmarks.programs COMMAND…` runs one and prints its figures as JSON.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence

from tests.benchmarks.measure import MB, Run

#: Linux: processes that were left alone come to this one, which can then wait for them (prctl(2)).
_SUBREAPER = 36


def run_program(command: Sequence[str], size: float) -> Run:
    """Run a command that makes `size` MB into something; nothing of it counts as load.

    The processor's time is that of all its processes, also of a browser's that it doesn't wait for;
    the memory is that of the largest. Raises CalledProcessError where it fails.
    """
    done = subprocess.run(
        [sys.executable, "-m", __name__, *command], check=True, stdout=subprocess.PIPE, text=True
    )
    return Run(size, **json.loads(done.stdout.splitlines()[-1]), load=0.0, result="")


def main(command: Sequence[str]) -> int:
    """Run a command, wait for every process that came of it, print wall, cpu and peak as JSON."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    code = process.wait()
    wall = time.perf_counter() - began
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    figures = {
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        "peak": used.ru_maxrss * 1024 / MB,
    }
    print(json.dumps(figures))  # noqa: T201
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
