"""Same input, same bytes, whichever Python of those supported makes them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.fetching import absent, cache

#: Those supported but the one that runs the tests.
OTHERS = [
    number
    for number in ("3.11", "3.12", "3.13")
    if sys.version_info[:2] != tuple(map(int, number.split(".")))
]


def interpreter(number: str) -> str:
    """A Python of this version on the PATH or among pyenv's; skips the test where there is none."""
    kept = sorted((Path.home() / ".pyenv" / "versions").glob(f"{number}.*/bin/python"))
    for one in (shutil.which(f"python{number}"), *map(str, kept)):
        # pyenv's stand-ins are on the PATH for versions that aren't chosen, and fail.
        if (
            one
            and subprocess.run([one, "-c", ""], capture_output=True, check=False).returncode == 0
        ):
            return one
    pytest.skip(f"there is no Python {number} here")


def environment(number: str, lock: Path) -> Path:
    """The Python of an environment with the pinned libraries, made once and kept."""
    named = f"{number}-{sha256(lock.read_bytes()).hexdigest()[:16]}"
    folder = cache() / "pythons" / named
    if not (folder / "whole").exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([interpreter(number), "-m", "venv", folder], check=True)
        command = [folder / "bin" / "python", "-m", "pip", "install", "-q", "-r", lock]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            absent(f"the libraries can't be installed: {done.stderr.strip()[-300:]}")
        (folder / "whole").touch()
    return folder / "bin" / "python"


def build(python: Path | str, seed: Path, root: Path, folder: Path) -> dict[str, str]:
    """The digests of the editions of a seed, by name."""
    (folder / "seeds").mkdir(parents=True)
    shutil.copy(seed, folder / "seeds")
    # The builder tells its version from what pip keeps of it.
    told = folder / "told" / f"publisher-{version('publisher')}.dist-info"
    told.mkdir(parents=True)
    about = f"Metadata-Version: 2.1\nName: publisher\nVersion: {version('publisher')}\n"
    (told / "METADATA").write_text(about, "utf-8")
    subprocess.run(
        [python, "-c", "from publisher.cli import main; main()", "build", "--no-cache"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": f"{root}{os.pathsep}{told.parent}"},
        check=True,
        capture_output=True,
    )
    files = sorted((folder / "build").iterdir())
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.mark.parametrize("number", OTHERS)
def test_another_python_makes_the_same_bytes(
    number: str, first_seed: Path, root: Path, tmp_path: Path
) -> None:
    other = build(environment(number, root / "requirements.lock"), first_seed, root, tmp_path / "a")
    assert other == build(sys.executable, first_seed, root, tmp_path / "b")
    assert len(other) == 2
