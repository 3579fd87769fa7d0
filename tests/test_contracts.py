"""The import contracts hold, and each bites when it is broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLANTS = {
    "a lower room imports a higher one": ("text/span.py", "import publisher.pipeline"),
    "a stage imports another stage": ("structure/__init__.py", "import publisher.repairs.engine"),
    "a rule imports a rule": (
        "repairs/rules/line_ends.py",
        "import publisher.repairs.rules.broken_paragraphs",
    ),
    "a reader imports a reader": ("readers/markdown.py", "import publisher.readers.plain_text"),
    "the EPUB writer imports the PDF writer": ("writers/epub.py", "import publisher.writers.pdf"),
    "a pure room reads the clock": ("ledger.py", "import time"),
    "a pure room imports files": ("model/issue.py", "import publisher.files"),
    "the images import a stage": ("images/marks.py", "import publisher.structure.blocks"),
    "the images touch a file": ("images/reading.py", "import publisher.files"),
    "a stage imports the images": ("writers/epub_pages.py", "import publisher.images.names"),
    "Pillow outside the images": ("writers/container.py", "import PIL.Image"),
    "a second importer of ebooklib": ("theme/__init__.py", "import ebooklib"),
    "a second importer of WeasyPrint": ("preflight/__init__.py", "import weasyprint"),
    "the archive reads the clock": ("archive/keeping.py", "import datetime"),
    "a second importer of OpenCC": ("archive/entries.py", "import opencc"),
    "the archive imports the line": ("archive/record.py", "import publisher.pipeline"),
    "the line imports the batch": ("pipeline/building.py", "import publisher.batch.jobs"),
    "the batch prints": ("batch/running.py", "import rich"),
    "a second importer of Typer": ("pipeline/building.py", "import typer"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [program, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(folder)},
    )


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(root / "publisher", folder / "publisher")
    shutil.copy(root / "pyproject.toml", folder)
    return folder


def test_the_contracts_hold(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_violation_is_found(copy: Path, plant: str) -> None:
    name, line = PLANTS[plant]
    path = copy / "publisher" / name
    before = path.read_text("utf-8")
    path.write_text(f"{before}\n{line}\n", "utf-8")
    try:
        done = lint(copy)
    finally:
        path.write_text(before, "utf-8")
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout
