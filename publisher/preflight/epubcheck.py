"""EPUBCheck, the validator of EPUB 3.3, as diagnostics."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from publisher.diagnostics import CODES, Diagnostic, Severity
from publisher.errors import ToolMissing
from publisher.preflight.java import jar, java

_SEVERITIES = {
    "FATAL": Severity.ERROR,
    "ERROR": Severity.ERROR,
    "WARNING": Severity.WARNING,
    "INFO": Severity.NOTE,
}


def check_epub(path: Path) -> tuple[Diagnostic, ...]:
    """What EPUBCheck 5.3 reports on a file: errors, warnings and notes; usage hints aside.

    Raises ToolMissing where Java or EPUBCheck isn't there.
    """
    archive = str(jar("epubcheck", "epubcheck.jar"))
    # One compiler tier starts in half the time, and a check is over before a second pays.
    command = [java(), "-XX:TieredStopAtLevel=1", "-jar", archive, "--json", "-", str(path)]
    done = subprocess.run(command, capture_output=True, check=False)
    try:
        report = json.loads(done.stdout)
    except ValueError as fault:
        raise ToolMissing(
            f"EPUBCheck did not report: {done.stderr.decode('utf-8', 'replace').strip()[-300:]}",
            remedy="Check the Java runtime: java -version.",
        ) from fault
    return tuple(_diagnostics(path, report["messages"]))


def _diagnostics(path: Path, messages: list[dict[str, Any]]) -> Iterator[Diagnostic]:
    for message in messages:
        severity = _SEVERITIES.get(message["severity"])
        if severity is None:
            continue
        for place in message["locations"] or [{}]:
            where = place.get("path", "")
            inside = f"!{where}" if where and where != str(path) else ""
            line = f":{place['line']}" if place.get("line", -1) > 0 else ""
            yield Diagnostic(
                CODES["PUB020"].code,
                severity,
                f"{message['ID']}: {message['message']}",
                f"{path}{inside}{line}",
                message.get("suggestion") or CODES["PUB020"].remedy,
            )
