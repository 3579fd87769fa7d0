"""The editions of a preview as they are made: the book here at once, the pages beside it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from publisher.config import Settings, read_settings
from publisher.containers import opened
from publisher.desk.preview.tracing import Tracer
from publisher.errors import BuildError, ToolMissing
from publisher.files import read_bytes
from publisher.manuscripts import read_manuscript
from publisher.model import Issue
from publisher.pipeline import build, repair_manuscript
from publisher.pipeline.reading import structured
from publisher.preflight.profile.book import XHTML, read_book
from publisher.theme import find_theme
from publisher.theme.themes import Theme

#: Pixels an inch of a page's picture.
_RESOLUTION = 96
_LIMIT = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the book: its entry's name, its title, and the digest of its bytes."""

    name: str
    title: str
    digest: str


@dataclass(frozen=True, slots=True)
class Book:
    """An issue as a book: each entry's media type and bytes by name, and its pages in order.

    `start` is the first page behind the contents; `dress` is the digest of everything the pages
    wear: style sheets, fonts, pictures.
    """

    entries: Mapping[str, tuple[str, bytes]]
    leaves: tuple[Leaf, ...]
    start: str
    dress: str


@dataclass(frozen=True, slots=True)
class Made:
    """An issue read, as a book, and what finds its passages in the source."""

    name: str
    book: Book
    tracer: Tracer


def settings_and_theme(theme: str | None) -> tuple[Settings, Theme]:
    """The project's settings as they stand now, and the theme. Raises UsageError."""
    settings = read_settings(Path())
    return settings, find_theme(theme or settings.theme, settings.writing, settings.split)


def make(path: Path, theme: str | None) -> Made:
    """An issue as its files and settings stand now. Raises what reading and building raise."""
    settings, found = settings_and_theme(theme)
    manuscript = read_manuscript(path)
    repaired = repair_manuscript(manuscript, settings=settings)
    issue, _ = structured(manuscript, repaired, settings)
    dress = str(found.root)
    return Made(
        issue.title.name or issue.name,
        _book(issue, dress, settings),
        Tracer(manuscript, repaired, issue),
    )


def _book(issue: Issue, theme: str, settings: Settings) -> Book:
    (edition,) = build(
        issue,
        ["epub"],
        theme=theme,
        writing=settings.writing,
        split=settings.split,
        embed_fonts=settings.embed_fonts,
        dry_run=True,
    )
    with TemporaryDirectory(prefix="publisher-") as folder:
        path = Path(folder) / "book.epub"
        path.write_bytes(edition.content)
        with opened(path) as container:
            found = read_book(container)
            entries = {
                item.name: (item.media_type, container.read(item.name)) for item in found.items
            }
    leaves = tuple(
        Leaf(
            name,
            "".join(found.pages[name].findtext(f".//{XHTML}title") or name),
            _digest(entries[name][1]),
        )
        for name in found.spine
    )
    after = found.spine.index(found.nav[0]) + 1 if found.nav[0] in found.spine else 0
    worn = (content for name, (_, content) in sorted(entries.items()) if name not in found.pages)
    return Book(entries, leaves, found.spine[after], _digest(*worn))


def _digest(*contents: bytes) -> str:
    told = sha256()
    for one in contents:
        told.update(sha256(one).digest())
    return told.hexdigest()[:16]


class PageMaker:
    """Typesets an issue in a process of its own, which can be stopped when it's overtaken."""

    def __init__(self, path: Path, theme: str | None) -> None:
        self._path = path
        self._theme = theme
        self._lock = threading.Lock()
        self._ended = False
        self._process: subprocess.Popen[str] | None = None

    def make(self) -> bytes | None:
        """The PDF as the files stand now; None where it was stopped. BuildError says why not."""
        with TemporaryDirectory(prefix="publisher-") as folder:
            arguments = ["build", str(self._path), "-o", "pdf", "--output", folder]
            if self._theme:
                arguments += ["--theme", self._theme]
            with self._lock:
                if self._ended:
                    return None
                process = self._process = subprocess.Popen(
                    [sys.executable, "-m", "publisher", *arguments],
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    encoding="utf-8",
                    errors="replace",
                    # A session of its own, so that what it started is stopped along with it.
                    start_new_session=True,
                )
            told = process.communicate()[1]
            code = process.returncode
            if code < 0:
                return None
            made = list(Path(folder).glob("*.pdf"))
            if code or not made:
                message, _, remedy = told.strip().partition("\n")
                raise BuildError(message.removeprefix("error: "), remedy=remedy.strip(" →"))
            return read_bytes(made[0], _LIMIT)

    def stop(self, *, ended: bool = False) -> None:
        """Stop what is being typeset; once it has `ended`, nothing is begun either."""
        with self._lock:
            self._ended = self._ended or ended
            if self._process is not None and self._process.poll() is None:
                os.killpg(self._process.pid, signal.SIGKILL)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    from io import BytesIO

    from pikepdf import Pdf

    with Pdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def picture(pdf: bytes, number: int) -> bytes:
    """A page of a PDF, by its number from 1, as PNG. ToolMissing where poppler isn't there."""
    command: Sequence[str] = (
        "pdftoppm", "-png", "-r", str(_RESOLUTION), "-f", str(number), "-l", str(number), "-",
    )  # fmt: skip
    try:
        done = subprocess.run(command, input=pdf, capture_output=True, check=False)
    except FileNotFoundError as fault:
        raise ToolMissing(
            "pdftoppm isn't there, which draws the pages",
            remedy="Install poppler (Debian: apt-get install poppler-utils).",
        ) from fault
    return done.stdout
