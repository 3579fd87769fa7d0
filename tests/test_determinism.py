"""Same input, same bytes: over folders, time zones, locales, hash seeds and a second's wait."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

PROGRAM = (sys.executable, "-c", "from publisher.cli import main; main()")
PLACES = (
    {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1", "LC_ALL": "C", "LANG": "C"},
    {"TZ": "America/St_Johns", "PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"},
)


def build(
    issues: tuple[Path, ...], folder: Path, place: dict[str, str], *options: str
) -> dict[str, str]:
    """The digests of the editions, by their names; none of them comes from the cache."""
    for issue in issues:
        if issue.is_dir():
            shutil.copytree(issue, folder / "seeds" / issue.parent.name)
        else:
            (folder / "seeds").mkdir(parents=True)
            shutil.copy(issue, folder / "seeds")
    subprocess.run(
        [*PROGRAM, "build", "--no-cache", *options],
        cwd=folder,
        env=os.environ | place,
        check=True,
        capture_output=True,
    )
    files = sorted((folder / "build").iterdir())
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in files}


def test_two_builds_of_the_first_seed_and_the_dailies_are_identical(
    first_seed: Path, root: Path, tmp_path: Path
) -> None:
    dailies = sorted((root / "tests" / "structure" / "issues").glob("*-daily/issue"))
    issues = (first_seed, *dailies)
    first = build(issues, tmp_path / "one", PLACES[0])
    time.sleep(1.1)
    second = build(issues, tmp_path / "another folder", PLACES[1])
    assert first == second
    assert sorted(first) == [
        f"{name}.{format}"
        for name in (first_seed.stem, "chinese-daily", "english-daily")
        for format in ("epub", "pdf")
    ]


def test_two_builds_of_the_printers_copies_are_identical(first_seed: Path, tmp_path: Path) -> None:
    options = ("-o", "print", "--impose")
    first = build((first_seed,), tmp_path / "one", PLACES[0], *options)
    time.sleep(1.1)
    assert build((first_seed,), tmp_path / "another folder", PLACES[1], *options) == first
    assert sorted(first) == [f"{first_seed.stem}-{kind}.pdf" for kind in ("print", "sheets")]
