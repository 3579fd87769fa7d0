"""A book of ours to be changed, entry by entry, and checked against the profile."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from publisher.diagnostics import Diagnostic
from publisher.model import Issue, Title
from publisher.preflight.profile import check_profile
from publisher.theme import find_theme
from publisher.writers.container import pack
from publisher.writers.epub import write_epub
from tests.issues import everything, provenance

ARTICLE = "EPUB/article-0001.xhtml"
COLOPHON = "EPUB/colophon.xhtml"
NAV = "EPUB/nav.xhtml"
PACKAGE = "EPUB/content.opf"
SHEET = "EPUB/styles/epub.css"
RECORD = "EPUB/provenance/record.json"
SOURCE = "EPUB/provenance/source-0001.txt"

Files = dict[str, bytes]
#: Changes the files, or gives the bytes of the whole container instead.
Change = Callable[[Files], bytes | None]


def make_book() -> Files:
    """An edition of ours by entry: a known paper and day, every kind of block."""
    title = Title(name="劳动午报", publisher="劳动午报社")
    whole = Issue("x", "一期", "zh-Hans", (everything(),), "文", title=title, date="2025-05-20")
    edition = write_epub(whole, provenance(), find_theme("gazette"))
    with ZipFile(BytesIO(edition.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def check(files: Files, change: Change, path: Path) -> tuple[Diagnostic, ...]:
    """What the profile says of a changed book."""
    changed = dict(files)
    whole = change(changed)
    path.write_bytes(whole or pack(changed.items(), stored=frozenset({"mimetype"})))
    return check_profile(path)


def same(files: Files) -> None:
    """No change."""


def swap(name: str, before: str, after: str, *more: Change) -> Change:
    """A text of an entry replaced wherever it stands."""

    def change(files: Files) -> None:
        assert before.encode() in files[name], f"{name} has no {before}"
        files[name] = files[name].replace(before.encode(), after.encode())
        for one in more:
            one(files)

    return change


def rewrite(name: str, pattern: str, after: str, *more: Change) -> Change:
    """What a pattern finds in an entry replaced wherever it stands."""

    def change(files: Files) -> None:
        text, count = re.subn(pattern, after, files[name].decode())
        assert count, f"{name} has no {pattern}"
        files[name] = text.encode()
        for one in more:
            one(files)

    return change


def add(name: str, content: str) -> Change:
    """An entry added, or put in place of another; in the manifest it isn't."""

    def change(files: Files) -> None:
        files[name] = content.encode()

    return change


def drop(name: str) -> Change:
    """An entry taken out."""

    def change(files: Files) -> None:
        del files[name]

    return change


def head(markup: str, *more: Change) -> Change:
    """Markup before an article's head."""
    return swap(ARTICLE, "<header>", f"{markup}<header>", *more)


def meta(markup: str, *more: Change) -> Change:
    """Markup in the package's metadata."""
    return swap(PACKAGE, "</metadata>", f"{markup}</metadata>", *more)


def item(markup: str, *more: Change) -> Change:
    """A line in the manifest."""
    return swap(PACKAGE, "</manifest>", f"{markup}</manifest>", *more)


def style(sheet: str, *more: Change) -> Change:
    """Rules at the style sheet's end."""
    return swap(SHEET, "/* The EPUB's", f"{sheet}\n/* The EPUB's", *more)


def packed(
    first: str = "mimetype",
    how: int = ZIP_STORED,
    extra: bytes = b"",
    time: tuple[int, int, int, int, int, int] = (1980, 1, 1, 0, 0, 0),
    more: tuple[str, ...] = (),
) -> Change:
    """The container packed in another way: what comes first and how, and entries at its end."""

    def change(files: Files) -> bytes:
        whole = BytesIO()
        names = sorted(files, key=lambda name: name != first)
        with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
            for name in (*names, *more):
                entry = ZipInfo(name, time)
                entry.compress_type = how if name == "mimetype" else ZIP_DEFLATED
                entry.extra = extra if name == "mimetype" else b""
                archive.writestr(entry, files.get(name, b""))
        return whole.getvalue()

    return change
