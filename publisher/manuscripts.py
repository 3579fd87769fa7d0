"""An issue as received: which files are issues, what they are called, and their text as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from publisher import readers
from publisher.config import ISSUE_FILE, read_issue_settings
from publisher.errors import InputError, UsageError
from publisher.files import read_bytes
from publisher.model import SourceFile
from publisher.text import Transcript

#: Stands between the files of an issue: a page ends here.
PAGE_END = "\f"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An issue as received: its files in page order, and their text as one transcript."""

    path: Path
    sources: tuple[SourceFile, ...]
    transcript: Transcript


def read_manuscript(path: Path) -> Manuscript:
    """The files of an issue: a lone file, or a folder of page files in the order of their numbers.

    Raises InputError where there is nothing to read or a file can't be read.
    """
    files = _stated_order(path, page_files(path)) if path.is_dir() else (path,)
    if not files:
        raise InputError(
            f"{path}: no seed in this folder",
            remedy=f"Put its pages in as text files ({_suffixes()}).",
        )
    contents = [read_bytes(file, readers.MAX_BYTES) for file in files]
    transcripts = [
        readers.read(str(file), content) for file, content in zip(files, contents, strict=True)
    ]
    sources = tuple(
        SourceFile(file.name, content) for file, content in zip(files, contents, strict=True)
    )
    if len(transcripts) == 1:
        return Manuscript(path, sources, transcripts[0])
    whole = PAGE_END.join(transcript.text for transcript in transcripts)
    extractor = transcripts[0].extractor
    return Manuscript(path, sources, Transcript.of(whole, extractor))


def _stated_order(folder: Path, files: tuple[Path, ...]) -> tuple[Path, ...]:
    """The page files in the order that `issue.toml` states; each stands there once."""
    stated = [page.file for page in read_issue_settings(folder).pages]
    if not stated:
        return files
    where = folder / ISSUE_FILE
    found = {file.name: file for file in files}
    for name in stated:
        if name not in found or stated.count(name) > 1:
            wrong = "twice" if name in found else f"and it isn't in {folder}"
            raise UsageError(f"{where}: [[pages]] names {name!r} {wrong}", remedy=_put_seeds())
    for name in found:
        if name not in stated:
            raise UsageError(
                f"{where}: [[pages]] doesn't name {name!r}, which is in the folder",
                remedy="Name every page there in its order, or move the file elsewhere.",
            )
    return tuple(found[name] for name in stated)


def page_files(folder: Path) -> tuple[Path, ...]:
    """The readable files of a folder, 2 before 10; hidden files and settings are no pages."""
    files = [file for file in _listing(folder) if _readable(file) and _visible(file)]
    return tuple(sorted(files, key=_natural))


def _listing(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except PermissionError as fault:
        raise InputError(
            f"{folder}: may not be read", remedy=f"Give yourself the right: chmod u+rx {folder}"
        ) from fault


def _readable(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in readers.READERS


def _visible(path: Path) -> bool:
    return not path.name.startswith(".")


def _natural(path: Path) -> list[tuple[int, str]]:
    return [(int(part or 0), word) for word, part in re.findall(r"(\D*)(\d*)", path.name)]


def find_issues(paths: Iterable[Path], seeds: Path) -> Iterator[Path]:
    """The issues at each path, in order.

    A file is an issue of one page, a folder of page files an issue of several. In the folder
    `seeds` and in a folder of folders, each file and each folder of pages is an issue of its own.
    Raises InputError for a path without any.
    """
    for path in paths:
        if not path.is_dir() or _is_issue(path, seeds):
            yield path
        else:
            yield from _issues_in(path)


def _is_issue(folder: Path, seeds: Path) -> bool:
    if (folder / ISSUE_FILE).exists():
        return True
    return bool(page_files(folder)) and folder.resolve() != seeds.resolve()


def _issues_in(folder: Path) -> Iterator[Path]:
    found = False
    for child in sorted(child for child in _listing(folder) if _visible(child)):
        pages = page_files(child) if child.is_dir() else ()
        if pages or (child / ISSUE_FILE).exists() or _readable(child):
            found = True
            yield child
    if not found:
        raise InputError(f"{folder}: no seed in this folder", remedy=_put_seeds())


def _put_seeds() -> str:
    return f"Put text files ({_suffixes()}) or issue folders into it."


def _suffixes() -> str:
    return ", ".join(sorted(filter(None, readers.READERS)))


def identifier(path: Path) -> str:
    """The id of an issue that names none: its file's or folder's name, safe in any file system.

    >>> identifier(Path("seeds/2025-05-20 (要闻).txt"))
    '2025-05-20-要闻'
    """
    name = path.resolve().name if path.name in {"", ".", ".."} else path.name
    stem = name if path.is_dir() else Path(name).stem
    return re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:100] or "issue"
