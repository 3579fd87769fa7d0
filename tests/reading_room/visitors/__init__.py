"""Programs of others that visit a served room: a browser with its audit, an OPDS client."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.fetching import absent, cache

FOLDER = Path(__file__).parent
#: Debian's name for the browser, and others'.
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_SECONDS = 240


def browser() -> str:
    """The browser's path; skips the test where there is none, and fails it in CI."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or absent("no Chromium is installed")


def run(script: str, *arguments: str, told: object = None) -> Any:
    """What a script of this folder prints, as JSON."""
    done = subprocess.run(
        ["node", str(_place() / script), *arguments],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=False,
        timeout=_SECONDS,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _place() -> Path:
    """A folder with the scripts and the packages that their lock file pins, made once."""
    if not (shutil.which("npm") and shutil.which("node")):
        absent("npm isn't installed")
    sources = sorted(path for path in FOLDER.iterdir() if path.suffix in {".js", ".json"})
    name = sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
    place = cache() / "visitors" / name
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent) as folder:
            fresh = Path(folder) / name
            fresh.mkdir()
            for path in sources:
                shutil.copy(path, fresh)
            command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            done = subprocess.run(
                command, cwd=fresh, capture_output=True, text=True, check=False, timeout=_SECONDS
            )
            if done.returncode:
                absent(f"the visitors can't be fetched: {done.stderr.strip()[-300:]}")
            if not place.exists():
                fresh.rename(place)
    return place
