"""A program's figures hold those of what it starts, also of what it doesn't wait for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.benchmarks.programs import run_program

BUSY = "import time\nwhile time.process_time() < 0.4: pass"
LEFT_ALONE = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {BUSY!r}])"


@pytest.mark.skipif(sys.platform != "linux", reason="others keep no account of orphans")
@pytest.mark.parametrize("script", [BUSY, LEFT_ALONE])
def test_the_processors_time_is_that_of_all_processes(script: str) -> None:
    run = run_program([sys.executable, "-c", script], 1)
    assert 0.4 <= run.cpu < 5
    assert run.peak > 5


def test_a_program_that_fails_is_told() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        run_program(["false"], 1)
