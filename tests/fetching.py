"""What tests fetch once and keep in the cache; a test that can't have it skips, in CI it fails."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest


def cache() -> Path:
    """The folder of what was fetched."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "publisher"


def absent(what: str) -> NoReturn:
    """Skip the test, or fail it where CI=true: there nothing may be left out unseen."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}; in CI it is required")
    pytest.skip(what)
