"""EPUBCheck, the validator of EPUB 3.3, as diagnostics."""

from __future__ import annotations

import json
import os
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


#: Where a message is cut, in characters.
_LONGEST = 240

#: One compiler tier starts in half the time, and a check is over before a second pays.
_JAVA_OPTIONS = ("-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8")


def check_epub(path: Path) -> tuple[Diagnostic, ...]:
    """What EPUBCheck 5.3 reports on a file: errors, warnings and notes; usage hints aside.

    Raises ToolMissing where Java or EPUBCheck isn't there.
    """
    archive = str(jar("epubcheck", "epubcheck.jar"))
    arguments = ["--locale", "en", "--json", "-", str(path.absolute())]
    done = subprocess.run(
        [java(), *_JAVA_OPTIONS, "-jar", archive, *arguments],
        capture_output=True,
        check=False,
        # Java finds a file with a Chinese name only where the locale can spell it.
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )
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
                f"{message['ID']}: {_short(message['message'])}",
                f"{path}{inside}{line}",
                message.get("suggestion") or CODES["PUB020"].remedy,
            )


def _short(message: str) -> str:
    """A message without the long list of all that would have been allowed."""
    return message if len(message) <= _LONGEST else f"{message[:_LONGEST].rstrip()}…"
