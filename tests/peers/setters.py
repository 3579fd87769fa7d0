"""The programs that set a paper: ours, WeasyPrint alone, Typst, Chromium, Vivliostyle, calibre.

Each is run whole, as its users run it. Typst is the package `typst` of PyPI; Vivliostyle is npm's
`@vivliostyle/cli` on the PATH, and takes the Chromium that is there.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.reading.opening import BROWSERS

Command = list[str]


@dataclass(frozen=True, slots=True)
class Setter:
    """A program by its name: `version` is "" where it isn't there.

    `source` is what it reads: html, typst, epub or issue. `screen` and `print` are its commands
    for a reader's copy and for a printer's, from a source to a PDF; `how` says what is asked.
    """

    name: str
    source: str
    version: Callable[[], str]
    screen: Callable[[Path, Path], Command]
    print: Callable[[Path, Path], Command]
    how: str


def _package(name: str) -> Callable[[], str]:
    def installed() -> str:
        try:
            return version(name)
        except PackageNotFoundError:
            return ""

    return installed


def _program(name: str) -> Callable[[], str]:
    def installed() -> str:
        path = shutil.which(name)
        if path is None:
            return ""
        done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
        found = re.search(r"\d+(\.\d+)+", done.stdout)
        return found[0] if found else ""

    return installed


def browser() -> str:
    """Chromium's name on the PATH, "" where there is none."""
    return next(filter(shutil.which, BROWSERS), "")


def _ours(format: str) -> Callable[[Path, Path], Command]:
    def command(source: Path, made: Path) -> Command:
        return [sys.executable, "-m", "tests.peers.setting", format, str(source), str(made)]

    return command


def _weasyprint(variant: str) -> Callable[[Path, Path], Command]:
    def command(source: Path, made: Path) -> Command:
        options = ["--pdf-variant", variant] if variant else []
        return [sys.executable, "-m", "weasyprint", *options, str(source), str(made)]

    return command


def _chromium(source: Path, made: Path) -> Command:
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    options += ["--generate-pdf-document-outline", f"--print-to-pdf={made}"]
    return [browser(), *options, source.as_uri()]


def _vivliostyle(*options: str) -> Callable[[Path, Path], Command]:
    def command(source: Path, made: Path) -> Command:
        program = ["vivliostyle", "build", source.name, "-o", str(made), "--single-doc"]
        program += ["--timeout", "3600"]
        where = str(shutil.which(browser()))
        # It reads nothing but what lies below the folder it is called in.
        return ["env", "-C", str(source.parent), *program, "--executable-browser", where, *options]

    return command


def _calibre(source: Path, made: Path) -> Command:
    numbers = ["--pdf-page-numbers", "--pdf-serif-family", "Noto Serif SC"]
    # Its browser refuses to run in a container otherwise.
    program = ["env", "QTWEBENGINE_DISABLE_SANDBOX=1", "ebook-convert"]
    return [*program, str(source), str(made), "--paper-size", "a4", *numbers]


SETTERS: Mapping[str, Setter] = {
    one.name: one
    for one in (
        Setter(
            "publisher", "issue", _package("publisher"), _ours("pdf"), _ours("print"), "`-o print`"
        ),
        Setter(
            "WeasyPrint",
            "html",
            _package("weasyprint"),
            _weasyprint("pdf/ua-1"),
            _weasyprint("pdf/x-4"),
            "`--pdf-variant pdf/x-4`",
        ),
        Setter(
            "typst",
            "typst",
            _package("typst"),
            _ours("typst-ua"),
            _ours("typst"),
            "its default; it has no PDF/X",
        ),
        Setter(
            "Chromium",
            "html",
            lambda: _program(browser())() if browser() else "",
            _chromium,
            _chromium,
            "`--print-to-pdf`; it has no PDF/X",
        ),
        Setter(
            "Vivliostyle",
            "html",
            _program("vivliostyle"),
            _vivliostyle(),
            _vivliostyle("--crop-marks", "--bleed", "3mm", "--preflight", "press-ready-local"),
            "`--crop-marks --bleed 3mm --preflight press-ready-local`: PDF/X-1a by Ghostscript",
        ),
        Setter(
            "calibre",
            "epub",
            _program("ebook-convert"),
            _calibre,
            _calibre,
            "its default; it has no PDF/X",
        ),
    )
}
