"""Opens books in reading systems, by read.js in Chromium, and gives what they showed."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent

#: Debian's name for the browser, and others'.
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True, slots=True)
class Task:
    """What is done with a book: opened in `foliate` or `epubjs`, judged by `axe`, or pictured.

    `every` takes each so many-eth page only; pictures go to `folder`.
    """

    kind: str
    path: str
    every: int = 1
    folder: str = ""


def run(tasks: Iterable[Task]) -> list[dict[str, Any]]:
    """What was seen, task by task."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert browser, "Chromium is needed: ./setup.sh test installs it"
    job = {"browser": browser, "tasks": [asdict(task) for task in tasks]}
    done = subprocess.run(
        ["node", "read.js"],
        cwd=FOLDER,
        input=json.dumps(job),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    seen: list[dict[str, Any]] = json.loads(done.stdout)
    return seen
