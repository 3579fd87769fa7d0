"""A build that is killed or fails leaves the edition that was there, whole."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

#: Kills the build where its edition is half written, and where it would get its name.
KILLED = {
    "half written": (
        "import os; os.fsync = lambda file: (os.ftruncate(file, 9), os.kill(os.getpid(), 9))"
    ),
    "before its name": "import os; os.replace = lambda *_: os.kill(os.getpid(), 9)",
}


def build(folder: Path, before: str = "pass") -> subprocess.CompletedProcess[bytes]:
    program = f"{before}\nfrom publisher.cli import main; main()"
    command = [sys.executable, "-c", program, "build", "-o", "epub", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


@pytest.fixture
def built(first_seed: Path, tmp_path: Path) -> Path:
    """A folder with the first seed, and an edition of an earlier day."""
    (tmp_path / "seeds").mkdir()
    shutil.copy(first_seed, tmp_path / "seeds")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / f"{first_seed.stem}.epub").write_bytes(b"the old edition")
    return tmp_path


def kept(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((folder / "build").glob("*.epub"))]


@pytest.mark.parametrize("moment", KILLED)
def test_a_killed_build_leaves_the_old_edition_and_the_next_takes_its_place(
    moment: str, built: Path
) -> None:
    assert build(built, KILLED[moment]).returncode == -signal.SIGKILL
    assert kept(built) == [b"the old edition"]
    assert build(built).returncode == 0
    assert [one[:2] for one in kept(built)] == [b"PK"]


def test_a_failing_build_leaves_the_old_edition(built: Path) -> None:
    (built / "theme").mkdir()
    (built / "theme" / "article.xhtml.j2").write_text("<p>", "utf-8")
    (built / "publisher.toml").write_text('theme = "./theme"\n', "utf-8")
    done = build(built)
    assert done.returncode == 5, os.fsdecode(done.stderr)
    assert kept(built) == [b"the old edition"]
