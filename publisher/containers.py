"""A ZIP from anyone's hands, read entry by entry; damage and bombs are told in one way."""

from __future__ import annotations

import lzma
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from publisher.errors import InputError

#: What a container may unpack to in any case, in bytes; beyond it goes by the file's own size.
ROOM = 200_000_000
#: Text packs to a twentieth, a run of one character to a thousandth.
_MOST_PACKED = 100

#: What zipfile raises of a damaged file; RuntimeError where an entry is locked or packed strangely.
_DAMAGE = (
    BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Container:
    """An open ZIP: its entries in their order in the file, and its size in bytes."""

    path: Path
    archive: ZipFile
    entries: tuple[ZipInfo, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the entries, a name as often as it stands there."""
        return tuple(entry.filename for entry in self.entries)

    def read(self, name: str) -> bytes:
        """The bytes of the entry of a name; InputError where it's missing or damaged."""
        try:
            return self.archive.read(name)
        except KeyError as fault:
            raise _damaged(self.path, f"{name} isn't in it") from fault
        except _DAMAGE as fault:
            raise _damaged(self.path, str(fault) or type(fault).__name__) from fault


@contextmanager
def opened(path: Path) -> Iterator[Container]:
    """A ZIP for reading.

    Raises InputError for what is no ZIP, and for one that would unpack to far more than its size.
    """
    try:
        archive = ZipFile(path)
        entries = tuple(sorted(archive.infolist(), key=lambda entry: entry.header_offset))
    except _DAMAGE as fault:
        raise _damaged(path, str(fault) or type(fault).__name__) from fault
    with archive:
        whole = sum(entry.file_size for entry in entries)
        if whole > max(ROOM, _MOST_PACKED * path.stat().st_size):
            raise _damaged(path, f"it would unpack to {whole / 1e6:.0f} MB")
        yield Container(path, archive, entries)


def _damaged(path: Path, reason: str) -> InputError:
    return InputError(
        f"{path}: the container is damaged: {reason}",
        remedy="Take another copy, or build the edition again.",
    )


def leads_out(name: str) -> bool:
    """Whether an entry's name would be written outside the folder that it's unpacked into.

    >>> [leads_out(name) for name in ("EPUB/a.txt", "../a.txt", "/a", "C:\\\\a", "a/../../b")]
    [False, True, True, True, True]
    """
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return ".." in parts or name.startswith(("/", "\\")) or name[1:2] == ":" or "\0" in name
