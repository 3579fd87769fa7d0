"""Measures whole programs, ours and others, from start to end: time, processor, peak memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence

from tests.benchmarks.measure import MB, Run


def run_program(command: Sequence[str], size: float) -> Run:
    """Run a command that makes `size` MB into something; nothing of it counts as load.

    Processor and memory are those of it and of what it starts and waits for. Raises
    CalledProcessError where it fails.
    """
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(size, 0.0, wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / MB, "")
