"""Files read whole or refused, and written beside their place and renamed into it."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from publisher.errors import BuildError, InputError, UsageError


def read_inside(folder: Path, name: str, limit: int) -> bytes:
    """The bytes of a file in a folder or below it; links are followed as far as they stay inside.

    Raises InputError as `read_bytes` does, and where the name or a link leads out of the folder.
    """
    path = folder / name
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        # A link that leads back to itself.
        inside = False
    if not inside:
        raise InputError(
            f"{path}: lies outside the folder {folder}",
            remedy="Put the file itself into the folder; a link out of it isn't followed.",
        )
    return read_bytes(path, limit)


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a file of at most `limit` bytes; InputError says why not."""
    try:
        status = path.stat()
        if not (S_ISREG(status.st_mode) or S_ISDIR(status.st_mode)):
            raise InputError(f"{path}: is not a regular file", remedy="Name a file.")
        if status.st_size > limit:
            raise InputError(
                f"{path}: {status.st_size / 1e6:.0f} MB is more than the {limit / 1e6:.0f} MB"
                " a source may have",
                remedy="Split the file into one file a page and put them into a folder.",
            )
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise InputError(
            f"{path}: there is no such file", remedy="Check the path; `ls` shows what is there."
        ) from fault
    except IsADirectoryError as fault:
        raise InputError(f"{path}: is a folder, not a file", remedy="Name a file.") from fault
    except PermissionError as fault:
        raise InputError(
            f"{path}: may not be read", remedy=f"Give yourself the right: chmod u+r {path}"
        ) from fault
    except OSError as fault:
        raise InputError(
            f"{path}: can't be read ({fault.strerror})", remedy="Check the disk or the network."
        ) from fault


def write_bytes(path: Path, content: bytes) -> None:
    """Put a file in place whole or not at all: an interrupted write leaves the old one.

    Raises BuildError where the folder can't be written or the disk is full.
    """
    beside = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=_beside(path.name), delete=False
        ) as file:
            beside = file.name
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o666 & ~_mask())
        Path(beside).replace(path)
        beside = ""
    except OSError as fault:
        raise BuildError(
            f"{path}: can't be written ({fault.strerror})", remedy=_remedy(fault, path)
        ) from fault
    finally:
        if beside:
            Path(beside).unlink(missing_ok=True)


def write_folder(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> None:
    """Put files into a folder that isn't there yet, or is empty: all of them or none.

    With `force` the folder may hold files; each is written whole or not at all. Raises UsageError
    where something is there already, BuildError where the folder can't be written.
    """
    if force:
        for name, content in files.items():
            write_bytes(folder / name, content)
        return
    if folder.is_symlink() or (folder.exists() and not (folder.is_dir() and _empty(folder))):
        raise UsageError(
            f"{folder}: is there already",
            remedy="Name another folder with --output, or write over it with --force.",
        )
    beside = ""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name[:40]}.")
        for name, content in files.items():
            write_bytes(Path(beside) / name, content)
        Path(beside).chmod(0o777 & ~_mask())
        Path(beside).rename(folder)
        beside = ""
    except OSError as fault:
        raise BuildError(
            f"{folder}: can't be written ({fault.strerror})", remedy=_remedy(fault, folder)
        ) from fault
    finally:
        if beside:
            shutil.rmtree(beside, ignore_errors=True)


def _empty(folder: Path) -> bool:
    return next(folder.iterdir(), None) is None


def _mask() -> int:
    """The rights that new files don't get; asking is setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def remove_unfinished(path: Path) -> None:
    """Remove what writers of a file that were killed have left beside it.

    Only for who knows that nobody is writing it now.
    """
    prefix = _beside(path.name)
    for one in path.parent.glob(".*"):
        if one.name.startswith(prefix) and re.fullmatch(r"\w{8}", one.name[len(prefix) :]):
            with suppress(OSError):
                one.unlink()


def _beside(name: str) -> str:
    return f".{name[:40]}."


def _remedy(fault: OSError, path: Path) -> str:
    if fault.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"Free some space on the disk of {path.parent}; the old file stands untouched."
    return f"Check that {path.parent} is a folder you may write to, or name another with --output."
