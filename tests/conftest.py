"""What every test may use: the project's root, the first seed, the shared folder where present."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

# Examples are the same in every run, and a slow machine is no failure.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")

_NUMBERS = count()

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees what the user's cache keeps, nor fills it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PUBLISHER_CACHE", str(tmp_path_factory.mktemp("results")))
        yield


@pytest.fixture(autouse=True)
def _cold_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nor what another test has built."""
    folder = tmp_path_factory.getbasetemp() / f"results-{next(_NUMBERS)}"
    monkeypatch.setenv("PUBLISHER_CACHE", str(folder))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return ROOT


@pytest.fixture(scope="session")
def first_seed() -> Path:
    """The first seed's path."""
    return ROOT / "seeds" / "000_4ff8259dd7ecf7f0.txt"
