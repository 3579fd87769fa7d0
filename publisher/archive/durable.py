"""Files and folders that are on the disk when a call returns, and moved whole or not at all."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from publisher.errors import BuildError

_AT_FDCWD = -100
_EXCHANGE = 2
#: A disk gathers what many wait for into one write.
_WAITING = 16


@contextmanager
def writing_to(place: Path) -> Iterator[None]:
    """Turn the system's faults into a BuildError that says what to do about `place`."""
    try:
        yield
    except OSError as fault:
        raise BuildError(
            f"{fault.filename or place}: can't be written ({fault.strerror})",
            remedy=_remedy(fault, place),
        ) from fault


def _remedy(fault: OSError, place: Path) -> str:
    if fault.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return f"Free some space on the disk of {place}; nothing kept there was changed."
    return f"Check that you may write to {place} and beside it; nothing kept there was changed."


def write_new(path: Path, content: bytes) -> None:
    """Write a file that isn't there yet; `sync` puts it on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)


def sync(paths: Iterable[Path]) -> None:
    """Return when files and folders are on the disk."""
    with ThreadPoolExecutor(_WAITING) as pool:
        list(pool.map(_sync, paths))


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Return when a folder is on the disk with all that is in it."""
    sync([*folder.rglob("*"), folder])


def put_in_place(path: Path, content: bytes) -> None:
    """Put a file in place of an old one, whole, and on the disk."""
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    write_new(beside, content)
    _sync(beside)
    beside.replace(path)
    _sync(path.parent)


def append(path: Path, line: bytes) -> None:
    """Add a line to a file, on the disk; one write, so that a reader sees all of it or none."""
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        size = os.fstat(descriptor).st_size
        if os.write(descriptor, line) != len(line):
            os.ftruncate(descriptor, size)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def clone(source: Path, target: Path) -> None:
    """A folder again, its files shared where the file system can, which costs no space."""
    shutil.copytree(source, target, copy_function=_link, symlinks=True)


def copy(source: Path, target: Path) -> None:
    """A folder again, byte for byte: nothing of the one is the other's."""
    shutil.copytree(source, target, copy_function=shutil.copyfile, symlinks=True)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def move_in(folder: Path, target: Path) -> None:
    """Move a folder to where none is, in one step; both parents on the disk."""
    folder.rename(target)
    sync([target.parent, folder.parent])


def exchange(new: Path, old: Path) -> bool:
    """Let two folders change places in one step; False where the system can't.

    Linux 3.15 and most of its file systems can (renameat2 with RENAME_EXCHANGE).
    """
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(old), _EXCHANGE):
        fault = ctypes.get_errno()
        if fault in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
            return False
        raise OSError(fault, os.strerror(fault), str(old))
    sync([old.parent, new.parent])
    return True


def remove(folder: Path) -> None:
    """Take a folder of our own away with all that is in it."""
    if folder.exists():
        shutil.rmtree(folder)
