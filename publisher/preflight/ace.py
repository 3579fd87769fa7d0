"""Ace by DAISY, the checker of EPUB Accessibility, as diagnostics; never required."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from publisher.diagnostics import CODES, Diagnostic, Severity
from publisher.errors import ToolMissing

_REMEDY = (
    "Install it with Node: PUPPETEER_SKIP_DOWNLOAD=1 npm install -g @daisy/ace-cli@1.4.6, and name"
    " the browser: export PUPPETEER_EXECUTABLE_PATH=/usr/bin/chromium"
)
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: An axe rule of less weight is worth a look and fails no check.
_SEVERITIES = {"critical": Severity.ERROR, "serious": Severity.ERROR}
#: A book that takes longer, in seconds, is given up.
PATIENCE = 900


def check_accessibility(path: Path) -> tuple[Diagnostic, ...]:
    """What Ace finds in an EPUB; ToolMissing where it isn't on the PATH or doesn't report."""
    program = next(filter(None, map(shutil.which, ("ace-cli", "ace"))), None)
    if program is None:
        raise ToolMissing("Ace is not installed", remedy=_REMEDY)
    browser = next(filter(None, map(shutil.which, _BROWSERS)), "")
    told = {"ACE_TIMEOUT_INITIAL": "60000", "PUPPETEER_EXECUTABLE_PATH": browser}
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = subprocess.run(
                [program, "-f", "-s", "-o", folder, str(path.absolute())],
                capture_output=True,
                check=False,
                timeout=PATIENCE,
                env={key: value for key, value in told.items() if value} | os.environ,
            )
            report = json.loads((Path(folder) / "report.json").read_bytes())
        except subprocess.TimeoutExpired as fault:
            raise ToolMissing("Ace did not come to an end", remedy=_REMEDY) from fault
        except (OSError, ValueError) as fault:
            said = done.stdout.decode("utf-8", "replace").strip()[-300:]
            raise ToolMissing(f"Ace did not report: {said}", remedy=_REMEDY) from fault
    return tuple(_diagnostics(path, report))


def _diagnostics(path: Path, report: dict[str, Any]) -> Iterator[Diagnostic]:
    """Each failed assertion of the report (EARL), by the file it was made of."""
    for page in report.get("assertions", []):
        name = page.get("earl:testSubject", {}).get("url", "").lstrip("/")
        for one in page.get("assertions", []):
            test = one["earl:test"]
            if one["earl:result"]["earl:outcome"] != "fail":
                continue
            said = " ".join(one["earl:result"].get("dct:description", "").split())[:200]
            found = CODES["PUB096"].at(
                f"{path}!{name}" if name else str(path), f"{test['dct:title']}: {said}"
            )
            weight = test.get("earl:impact", "")
            yield replace(found, severity=_SEVERITIES.get(weight, Severity.WARNING))
