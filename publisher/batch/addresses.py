"""Issues and editions at fsspec addresses: a listing, an issue brought here, a result put there."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from publisher.addresses import below, system_of
from publisher.decisions import path_of
from publisher.errors import BuildError, InputError
from publisher.files import read_bytes, write_bytes
from publisher.images import MAX_BYTES
from publisher.manuscripts import find_issues

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

T = TypeVar("T")

#: So often a store is asked, and so long, in seconds, it's waited after the first time.
_TRIES, _WAIT = 4, 0.5


@dataclass(frozen=True, slots=True)
class Store:
    """A file system, and how its paths are written as addresses.

    Every method asks a store that fails a few times more, and then raises InputError (reading) or
    BuildError (writing) with what the store said.
    """

    system: AbstractFileSystem

    def address(self, path: str) -> str:
        """The address of a path of this store."""
        return str(self.system.unstrip_protocol(path))

    def files(self, base: str) -> list[str]:
        """The files at a path and below it, by their names from there; "" is the path itself.

        Raises InputError where there is none.
        """
        found = self._asked(base, lambda: self.system.find(base))
        if not found:
            raise InputError(
                f"{self.address(base)}: there is nothing there",
                remedy="Check the address, and that you may read it.",
            )
        stem = base.rstrip("/")
        return sorted(path.removeprefix(stem).lstrip("/") for path in found)

    def mark(self, path: str) -> str:
        """What changes when a file's content does; "" where it isn't there."""
        try:
            return str(_patiently(lambda: self.system.ukey(path)))
        except FileNotFoundError:
            return ""

    def content(self, path: str, limit: int = MAX_BYTES) -> bytes:
        """The bytes of a file of at most `limit` bytes."""
        system = self.system
        if _is_local(system):
            return read_bytes(Path(path), limit)

        def read() -> bytes:
            size = system.info(path)["size"]
            if size and size > limit:
                raise InputError(
                    f"{self.address(path)}: {size / 1e6:.0f} MB is more than the"
                    f" {limit / 1e6:.0f} MB a file may have",
                    remedy="Split it.",
                )
            return bytes(system.cat_file(path))

        return self._asked(path, read)

    def put(self, path: str, content: bytes) -> None:
        """Put a file in place, whole or not at all."""
        system = self.system
        if _is_local(system):
            write_bytes(Path(path), content)
            return

        def write() -> None:
            # A store of objects shows one when all of it is there; any other moves it into place.
            with system.transaction, system.open(path, "wb") as file:
                file.write(content)

        try:
            _patiently(write)
        except OSError as fault:
            raise BuildError(
                f"{self.address(path)}: can't be written ({fault})",
                remedy="Check the store and your rights; what was there stands untouched.",
            ) from fault

    def _asked(self, path: str, read: Callable[[], T]) -> T:
        try:
            return _patiently(read)
        except FileNotFoundError as fault:
            raise InputError(
                f"{self.address(path)}: there is no such file", remedy="Check the address."
            ) from fault
        except OSError as fault:
            raise InputError(
                f"{self.address(path)}: can't be read ({fault})",
                remedy="Check the store and your rights.",
            ) from fault


def opened(address: str) -> tuple[Store, str]:
    """The store of an address, and the path in it; raises as `system_of`."""
    system, path = system_of(address)
    return Store(system), path


def issues_at(address: str, seeds: str) -> Iterator[str]:
    """The addresses of the issues at one, as `find_issues` finds them in a folder.

    The folder of the name that `seeds` has is one of issues, as it is here. Raises InputError.
    """
    store, base = opened(address)
    names = store.files(base)
    if "" in names:
        yield store.address(base)
        return
    with TemporaryDirectory() as empty:
        # A folder with the same names and nothing in them: what an issue is, is told by names.
        top = Path(empty) / (PurePosixPath(base).name or "seeds")
        for name in names:
            twin = below(top, name, store.address(base))
            twin.parent.mkdir(parents=True, exist_ok=True)
            twin.touch()
        named = top if top.name == PurePosixPath(seeds).name else top / "\0"
        for issue in find_issues([top], named):
            inner = issue.relative_to(top).as_posix()
            yield store.address(base.rstrip("/") + ("" if inner == "." else f"/{inner}"))


def fetch(address: str, folder: Path) -> Path:
    """Bring an issue into a folder, a lone file with its decisions: its path there.

    The pictures of a lone file are brought once it's known which it names. Raises InputError.
    """
    store, base = opened(address)
    for name, path in _parts(store, base):
        _bring(store, path, folder, name)
    return folder / PurePosixPath(base).name


def fetch_pictures(address: str, folder: Path, names: Iterable[str]) -> None:
    """Bring those pictures of a lone file that are there; a folder came with its own."""
    store, base = opened(address)
    above = PurePosixPath(base).parent
    for name in names:
        if not (folder / name).exists() and store.mark(str(above / name)):
            _bring(store, str(above / name), folder, name)


def marks(address: str, pictures: Iterable[str]) -> list[tuple[str, str]]:
    """The files of an issue, each with what changes when its content does; "" where it's absent.

    `pictures` are those a lone file names. Raises InputError.
    """
    store, base = opened(address)
    inside = store.files(base)
    if "" in inside:
        inside = [PurePosixPath(base).name, _decisions(base), *pictures]
        base = str(PurePosixPath(base).parent)
    return [(name, store.mark(f"{base.rstrip('/')}/{name}")) for name in inside]


def _parts(store: Store, base: str) -> Iterator[tuple[str, str]]:
    """The files of an issue but for pictures beside it: their names here, and their paths."""
    name = PurePosixPath(base).name
    inside = store.files(base)
    if "" not in inside:
        yield from ((f"{name}/{one}", f"{base.rstrip('/')}/{one}") for one in inside)
        return
    yield name, base
    decisions = str(PurePosixPath(base).with_name(_decisions(base)))
    if store.mark(decisions):
        yield _decisions(base), decisions


def _decisions(base: str) -> str:
    """The name of a lone file's decisions."""
    return path_of(Path(PurePosixPath(base).name)).name


def _bring(store: Store, path: str, folder: Path, name: str) -> None:
    write_bytes(below(folder, name, store.address(path)), store.content(path))


def _is_local(system: AbstractFileSystem) -> bool:
    return "file" in system.protocol


def _patiently(action: Callable[[], T]) -> T:
    """What an action gives, tried a few times where a store fails."""
    for tried in range(_TRIES - 1):
        try:
            return action()
        except (FileNotFoundError, PermissionError):
            raise
        except OSError:
            time.sleep(_WAIT * 2**tried)
    return action()
