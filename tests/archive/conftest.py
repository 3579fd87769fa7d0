"""A folder for stores that are written to thousands of times: in memory, where there is such."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")


@pytest.fixture
def swift(tmp_path: Path) -> Iterator[Path]:
    """A folder of the test's own."""
    if not _MEMORY.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=_MEMORY, prefix="publisher-") as folder:
        yield Path(folder)
