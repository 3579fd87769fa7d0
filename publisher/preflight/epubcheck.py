"""EPUBCheck, the validator of EPUB 3.3, as diagnostics."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
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


#: Where a message is cut, in characters.
_LONGEST = 240


def check_epub(path: Path) -> tuple[Diagnostic, ...]:
    """What EPUBCheck 5.3 reports on a file: errors, warnings and notes; usage hints aside.

    Raises ToolMissing where Java or EPUBCheck isn't there.
    """
    (found,) = check_epubs((path,))
    return found


def check_epubs(paths: Sequence[Path]) -> tuple[tuple[Diagnostic, ...], ...]:
    """What EPUBCheck reports on each file, Java started once for all of them; see `check_epub`."""
    if not paths:
        return ()
    reports = _reports(paths)
    return tuple(
        tuple(_diagnostics(path, report["messages"]))
        for path, report in zip(paths, reports, strict=True)
    )


def _reports(paths: Sequence[Path]) -> list[dict[str, Any]]:
    java()
    archive = jar("epubcheck", "epubcheck.jar")
    # EPUBCheck's jar names the others, which JPype's loader doesn't follow everywhere.
    classpath = ":".join(map(str, [archive, *sorted(archive.parent.glob("lib/*.jar"))]))
    core = [sys.executable, "-m", "publisher.preflight.epubcheck_core", classpath]
    done = subprocess.run(
        [*core, *(str(path.absolute()) for path in paths)],
        capture_output=True,
        check=False,
        # Java finds a file with a Chinese name only where the locale can spell it.
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )
    try:
        reports = [json.loads(line) for line in done.stdout.splitlines()]
    except ValueError:
        reports = []
    if done.returncode != 0 or len(reports) != len(paths):
        raise ToolMissing(
            f"EPUBCheck did not report: {done.stderr.decode('utf-8', 'replace').strip()[-300:]}",
            remedy='Check the Java runtime (java -version) and the extra "publisher[check]".',
        )
    return reports


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
                f"{message['ID']}: {_short(message['message'])}",
                f"{path}{inside}{line}",
                message.get("suggestion") or CODES["PUB020"].remedy,
            )


def _short(message: str) -> str:
    """A message without the long list of all that would have been allowed."""
    return message if len(message) <= _LONGEST else f"{message[:_LONGEST].rstrip()}…"
