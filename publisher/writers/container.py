"""The reproducible ZIP: the same files give the same bytes on any machine, at any time."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

#: Every entry's time: the earliest a ZIP can hold.
_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def pack(files: Iterable[tuple[str, bytes]], stored: frozenset[str] = frozenset()) -> bytes:
    """A ZIP of the files in the order given; those in `stored` aren't compressed.

    ValueError where a name stands twice.

    >>> pack([("a", b"x")]) == pack([("a", b"x")])
    True
    """
    whole = BytesIO()
    seen: set[str] = set()
    with ZipFile(whole, "w") as archive:
        for name, content in files:
            if name in seen:
                raise ValueError(f"{name} stands twice in the container")
            seen.add(name)
            entry = ZipInfo(name, _TIME)
            entry.create_system = _UNIX
            entry.external_attr = 0o100644 << 16
            entry.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=6)
    return whole.getvalue()
