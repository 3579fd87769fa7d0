"""Small issues, each another, and the program to build them with."""

from __future__ import annotations

import sys
from pathlib import Path

PROGRAM = [sys.executable, "-c", "from publisher.cli import main; main()"]


def issue(number: int) -> str:
    """The text of a small issue."""
    return f"第{number}期开班\n\n近日，第{number}次开学典礼举办，\n\n{number}名新生齐聚一堂。\n"


def seeds(folder: Path, count: int) -> Path:
    """A folder of so many issues."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"i{number:03}.txt").write_text(issue(number), "utf-8")
    return folder
