"""Results kept by the digest of what they were made from, in a folder of limited size."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from publisher.errors import BuildError
from publisher.files import write_bytes

#: Once the limit is passed, what was used longest ago goes until this share of it is left.
_KEPT = 0.8
_DIGEST = 64


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of results by key; `limit` is in bytes.

    A key is a SHA-256 in hexadecimal. What is damaged counts as absent, and a folder that can't be
    written keeps nothing: a cache costs time when it's gone, never an edition.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     cache = Cache(Path(folder), limit=1000)
    ...     cache.put("ab" * 32, b"result")
    ...     cache.get("ab" * 32), cache.get("cd" * 32)
    (b'result', None)
    """

    root: Path
    limit: int

    def get(self, key: str) -> bytes | None:
        """The result of a key, now the one used last; None where it isn't kept whole."""
        path = self._path(key)
        try:
            kept = path.read_bytes()
        except OSError:
            return None
        digest, content = kept[:_DIGEST], kept[_DIGEST:]
        if sha256(content).hexdigest().encode() != digest:
            return None
        with suppress(OSError):
            os.utime(path)
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep a result."""
        with suppress(BuildError):
            write_bytes(self._path(key), sha256(content).hexdigest().encode() + content)

    def trim(self) -> int:
        """Remove what was used longest ago where the limit is passed; the bytes that are left."""
        kept = sorted(self._kept())
        size = sum(one[1] for one in kept)
        if size <= self.limit:
            return size
        for _, bytes_, path in kept:
            if size <= self.limit * _KEPT:
                break
            with suppress(OSError):
                path.unlink()
                size -= bytes_
        return size

    def _path(self, key: str) -> Path:
        return self.root / key[:2] / key[2:]

    def _kept(self) -> Iterator[tuple[int, int, Path]]:
        """When each result was used last, its bytes, and its file."""
        for path in self.root.glob("??/*"):
            # Another run may be trimming too.
            with suppress(OSError):
                status = path.stat()
                yield status.st_mtime_ns, status.st_size, path


def default_root() -> Path:
    """The folder where none is named: PUBLISHER_CACHE, or publisher/results in the user's cache."""
    given = os.environ.get("PUBLISHER_CACHE")
    if given:
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "publisher" / "results"
