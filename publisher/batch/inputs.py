"""The digests of all that an edition is made from: the same digest, the same bytes.

An issue's digest is of its files, its settings and decisions, and the program; which pictures it
names is known only once it has been read, so they are added to it after (`with_pictures`).
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from publisher import decisions, readers
from publisher.config import ISSUE_FILE, Settings
from publisher.errors import InputError
from publisher.files import read_bytes, read_inside
from publisher.images import MAX_BYTES
from publisher.manuscripts import identifier, page_files
from publisher.model import Press
from publisher.theme import Theme
from publisher.theme.shipped import shipped

ABSENT = "absent"


@lru_cache(maxsize=1)
def program() -> str:
    """The digest of the program: its files and styles, its libraries, Python and the system's.

    Of fonts the pinned digests count, which stand among the styles: no other is ever set.
    """
    from publisher.preflight.tools import LIBRARIES, probe_library

    roots = (Path(str(files("publisher"))), shipped())
    own = [_tree(root) for root in roots]
    system = [(one.name, probe_library(one).version) for one in LIBRARIES]
    return digest(own, sorted(_packages()), system, sys.version, sys.platform, zlib.ZLIB_VERSION)


def look_digest(theme: Theme, press: Press | None = None) -> str:
    """The digest of a theme (its name and its files; the basis is the program's) and a press."""
    own = theme.name, _tree(theme.root)
    if press is None:
        return digest(*own)
    told = press.name, press.condition, press.ink_limit, press.grey, press.stands_in
    return digest(*own, *told, _sha(press.profile))


def issue_digest(path: Path, settings: Settings) -> str:
    """The digest of an issue but for its pictures, as these settings and this program read it.

    Raises InputError where a file can't be read, UsageError where `issue.toml` is faulty or the
    archive has learned nothing that the settings name.
    """
    pages = page_files(path) if path.is_dir() else (path,)
    told = [path / ISSUE_FILE, decisions.path_of(path)]
    return digest(
        program(),
        settings.digest,
        _learned(settings),
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        path.is_dir(),
        path.name,
        identifier(path),
        [(page.name, _sha(read_bytes(page, readers.MAX_BYTES))) for page in pages],
        [_file(one) if one.is_file() else ABSENT for one in told],
    )


def _learned(settings: Settings) -> str:
    """The digest of what the paper's archive has learned, where the settings name it."""
    if not settings.evidence:
        return ""
    from publisher.learning import evidence_digest

    return evidence_digest(settings)


def with_pictures(issue: str, path: Path, names: Iterable[str]) -> str:
    """An issue's digest with the pictures of these names, below its folder or beside its file."""
    folder = path if path.is_dir() else path.parent
    return digest(issue, [(name, _picture(folder, name)) for name in names])


def edition_key(issue: str, theme: str, format: str) -> str:
    """What an edition is kept under: its issue's digest with pictures, its theme's, its format."""
    return digest("edition", issue, theme, format)


def digest(*values: object) -> str:
    """The SHA-256 of JSON values, hexadecimal.

    >>> digest("a", 1) == digest("a", 1), digest("ab", "c") == digest("a", "bc")
    (True, False)
    """
    return _sha(json.dumps(values).encode())


def _tree(root: Path) -> list[tuple[str, str]]:
    """The files of a folder and below it in order, without what Python makes of modules."""
    found = []
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(name for name in inner if name != "__pycache__")
        for path in (Path(folder) / name for name in sorted(names)):
            found.append((path.relative_to(root).as_posix(), _file(path)))
    return found


def _packages() -> set[str]:
    """Every installed package with its version, as the folders say that pip keeps of each."""
    return {
        entry.name
        for place in sys.path
        if Path(place).is_dir()
        for entry in os.scandir(place or ".")
        if entry.name.endswith((".dist-info", ".egg-info"))
    }


def _picture(folder: Path, name: str) -> str:
    if not (folder / name).exists():
        return ABSENT
    try:
        return _sha(read_inside(folder, name, MAX_BYTES))
    except InputError as fault:
        # The build will refuse it, and say so.
        return str(fault)


def _file(path: Path) -> str:
    try:
        return _sha(path.read_bytes())
    except OSError as fault:
        raise InputError(f"{path}: can't be read ({fault.strerror})", remedy="Check it.") from fault


def _sha(content: bytes) -> str:
    return sha256(content).hexdigest()
