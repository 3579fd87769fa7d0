"""What `--help` loads: the command line, and nothing that it doesn't need."""

from __future__ import annotations

import subprocess
import sys

#: Heavy rooms and libraries, each loaded where it's first used.
HEAVY = (
    "PIL", "bagit", "ebooklib", "ftfy", "jinja2", "lxml", "multiprocessing", "opencc", "pydantic",
    "publisher.batch", "publisher.config", "publisher.desk", "publisher.model",
    "publisher.pipeline", "publisher.repairs", "publisher.structure", "rjieba", "sqlite3",
    "starlette", "tomlkit", "uharfbuzz", "weasyprint", "wordfreq",
)  # fmt: skip


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from publisher.cli import run\n"
        "sys.argv = ['publisher', '--help']\n"
        "try:\n"
        "    run()\n"
        "finally:\n"
        "    print('LOADED', *sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    loaded = done.stdout.partition("LOADED")[2].split()
    assert "typer" in loaded
    assert not set(HEAVY) & set(loaded)
