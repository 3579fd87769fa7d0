"""Addresses of fsspec (`s3://…`, `memory://…`): files listed, read and put where no disk is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.errors import BuildError, InputError, ToolMissing, UsageError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

#: Stores of objects: without folders, each file there when all of it is, and made only where none
#: is if one asks for that, whoever else is at it.
_OF_OBJECTS = {"s3", "s3a"}

#: So many files are on their way at once.
_AT_ONCE = 8


def is_address(place: str) -> bool:
    """Whether a place is an address rather than a path.

    >>> is_address("s3://paper/archive"), is_address("build/archive")
    (True, False)
    """
    return "://" in place


@dataclass(frozen=True, slots=True)
class Depot:
    """What lies below an address; names are told from there, with `/` between their parts.

    Every method raises BuildError where the store can't be reached or says no.
    """

    address: str
    system: AbstractFileSystem
    base: str

    def names(self) -> list[str]:
        """The names of all files, in order."""
        with self._reaching():
            found = self.system.find(self.base)
        return sorted(str(path).removeprefix(self.base).lstrip("/") for path in found)

    def read(self, name: str) -> bytes:
        """A file's bytes; InputError where there is none."""
        with self._reaching():
            return bytes(self.system.cat_file(self._path(name)))

    def put(self, name: str, content: bytes) -> None:
        """Put a file in place, whole or not at all: that an older one is there doesn't matter."""
        path = self._path(name)
        with self._reaching():
            if self._is_of_objects:
                self.system.pipe_file(path, content)
                return
            self.system.makedirs(path.rpartition("/")[0], exist_ok=True)
            with self.system.transaction, self.system.open(path, "wb") as file:
                file.write(content)

    def create(self, name: str, content: bytes) -> bool:
        """As `put`, but only where none is there yet: False where one is.

        In one step where the store can (S3: If-None-Match); elsewhere it's looked up first.
        """
        if not self._is_of_objects:
            with self._reaching():
                if self.system.exists(self._path(name)):
                    return False
            self.put(name, content)
            return True
        with self._reaching():
            try:
                self.system.pipe_file(self._path(name), content, mode="create")
            except FileExistsError:
                return False
        return True

    def replace(self, name: str, seen: bytes, content: bytes) -> bool:
        """As `put`, but only in place of a file that still holds `seen`: False where it doesn't.

        In one step where the store can (S3: If-Match); elsewhere it's looked up first.
        """
        if not self._is_of_objects:
            same = self.read(name) == seen
            if same:
                self.put(name, content)
            return same
        with self._reaching():
            tag = self.system.info(self._path(name))["ETag"]
        if self.read(name) != seen:
            return False
        with self._reaching():
            try:
                self.system.pipe_file(self._path(name), content, IfMatch=tag)
            except OSError:
                if self.read(name) == seen:
                    raise
                return False
        return True

    def fetch(self, names: Iterable[str], folder: Path) -> None:
        """Bring files into a folder; InputError for a name that would lead out of it."""
        targets = {name: below(folder, name, self.address) for name in names}

        def bring(name: str) -> None:
            content = self.read(name)
            try:
                targets[name].parent.mkdir(parents=True, exist_ok=True)
                targets[name].write_bytes(content)
            except OSError as fault:
                raise BuildError(
                    f"{targets[name]}: can't be written ({fault.strerror})",
                    remedy="Free some space for what is brought here.",
                ) from fault

        self._each(bring, targets)

    def put_files(self, folder: Path, names: Iterable[str]) -> None:
        """Put files of a folder, in any order."""
        self._each(lambda name: self.put(name, (folder / name).read_bytes()), names)

    def put_all(self, folder: Path, *, last: str) -> None:
        """Put all files of a folder, `last` when the others are there."""
        paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        names = [path.relative_to(folder).as_posix() for path in paths]
        self.put_files(folder, (name for name in names if name != last))
        self.put_files(folder, [last])

    def _each(self, work: Callable[[str], object], names: Iterable[str]) -> None:
        # Others aren't made for many at once.
        with ThreadPoolExecutor(_AT_ONCE if self._is_of_objects else 1) as pool:
            list(pool.map(work, names))

    def inside(self, name: str) -> Depot:
        """What lies below a name."""
        return replace(self, address=f"{self.address}/{name}", base=self._path(name))

    @property
    def _is_of_objects(self) -> bool:
        protocols = self.system.protocol
        return bool(
            _OF_OBJECTS.intersection([protocols] if isinstance(protocols, str) else protocols)
        )

    def _path(self, name: str) -> str:
        return f"{self.base}/{name}"

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as fault:
            raise InputError(
                f"{self.address}: isn't there ({fault})", remedy="Check the address."
            ) from fault
        except _faults() as fault:
            raise BuildError(
                f"{self.address}: {fault or type(fault).__name__}",
                remedy="Check the address, the store and your rights; then run it again.",
            ) from fault


def _faults() -> tuple[type[Exception], ...]:
    """What a store's own library raises: those of S3's come as they are, once it's loaded."""
    botocore = sys.modules.get("botocore.exceptions")
    return (OSError, *([botocore.BotoCoreError, botocore.ClientError] if botocore else []))


def opened(address: str) -> Depot:
    """What lies below an address; raises as `system_of`."""
    system, base = system_of(address)
    return Depot(address.rstrip("/"), system, base.rstrip("/"))


def system_of(address: str) -> tuple[AbstractFileSystem, str]:
    """The file system of an address, and the path in it.

    UsageError where it's no address, ToolMissing without the library that it needs.
    """
    try:
        from fsspec.core import url_to_fs

        # A listing that is kept would hide what another host has put there.
        system, path = url_to_fs(address, use_listings_cache=False)
    except ImportError as fault:
        raise ToolMissing(
            f"{address}: {fault}", remedy='Install it: pip install "publisher[remote]"'
        ) from fault
    except ValueError as fault:
        raise UsageError(f"{address}: {fault}", remedy="Name an address of fsspec.") from fault
    return system, str(path)


def below(folder: Path, name: str, address: str) -> Path:
    """The path of a name below a folder; InputError where it would lead out of it.

    >>> below(Path("bag"), "data/a.txt", "s3://paper/bag").as_posix()
    'bag/data/a.txt'
    """
    parts = name.split("/")
    if not all(parts) or {".", ".."} & set(parts) or any(sign in name for sign in "\0\\"):
        raise InputError(
            f"{address}: the name {name!r} leads out of its folder", remedy="Rename it there."
        )
    return folder.joinpath(*parts)
