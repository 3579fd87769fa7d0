"""calibre's heuristics, to stand beside ours: those of `ebook-convert --enable-heuristics`.

The program `calibre-debug` (Debian: calibre) is taken from PATH, or from where CALIBRE_DEBUG says.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.benchmarks.measure import Run, run_command

_SCRIPT = Path(__file__).with_name("inside_calibre.py")


def program() -> str | None:
    """Where calibre-debug is, or None."""
    return os.environ.get("CALIBRE_DEBUG") or shutil.which("calibre-debug")


def version(debug: str) -> str:
    """calibre's name and version as it says them."""
    done = subprocess.run([debug, "--version"], check=True, capture_output=True, text=True)
    return done.stdout.strip().removeprefix("calibre-debug ").strip("()")


def heuristics(debug: str, text: str) -> Run:
    """Run all heuristics on a text of lines and blank lines."""
    return run_command([debug, "-e", str(_SCRIPT)], text)
