"""What every test may use: the project's root, the first seed, the shared folder where present."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# Examples are the same in every run, and a slow machine is no failure.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return ROOT


@pytest.fixture(scope="session")
def first_seed() -> Path:
    """The first seed's path."""
    return ROOT / "seeds" / "000_4ff8259dd7ecf7f0.txt"
