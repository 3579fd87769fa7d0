"""Restoration: an edition gives back its sources, ledger and model, and each is proved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, pairwise
from pathlib import Path, PurePosixPath
from typing import Any

from publisher import ledger, ledger_json, readers
from publisher.archive.record import LEDGER, OUTLINE, file_name
from publisher.containers import Container, leads_out, opened
from publisher.errors import ArchiveError, InputError, LedgerError
from publisher.manuscripts import PAGE_END
from publisher.model import SourceFile

_RECORD = "provenance/record.json"
_REMEDY = "Don't trust this copy: take another one, or build the edition again."


@dataclass(frozen=True, slots=True)
class Restored:
    """What an edition was made from: its sources in page order, the ledger, the model (JSON)."""

    sources: tuple[SourceFile, ...]
    ledger: bytes
    model: bytes

    def files(self) -> dict[str, bytes]:
        """Each file by the path that it has in an archive too: `source/…`, ledger and model."""
        named = {f"source/{file_name(one.name)}": one.content for one in self.sources}
        return {**named, LEDGER: self.ledger, OUTLINE: self.model}


def restore(path: Path) -> Restored:
    """What an EPUB or PDF of ours was made from, proved.

    The digests on record are held against the bytes, and the ledger undone on the model's text
    has to give each source byte for byte. Raises InputError for a file that can't be read or
    isn't ours, ArchiveError for one whose parts are missing, changed or don't fit together.
    """
    match path.suffix.lower():
        case ".epub":
            with opened(path) as container:
                found = _of_epub(container)
        case ".pdf":
            from publisher.preflight.attachments import attachments

            found = _of_pdf(path, tuple(attachments(path)))
        case _:
            raise InputError(f"{path}: is no edition", remedy="Name an EPUB or a PDF.")
    _prove(path, found)
    return found


def _of_epub(container: Container) -> Restored:
    path, names = container.path, container.names
    strange = next((name for name in names if leads_out(name) or names.count(name) > 1), None)
    if strange is not None:
        raise _spoilt(path, f"{strange!r} leads out of the container or stands there twice")
    records = [name for name in names if name.endswith(f"/{_RECORD}")]
    if len(records) != 1:
        raise _not_ours(path)
    root = records[0].removesuffix(_RECORD)
    try:
        record = json.loads(container.read(records[0]))
        told = [(one["name"], one["path"], one["sha256"]) for one in record["sources"]]
        parts = [(str(one["path"]), one["sha256"]) for one in (record["ledger"], record["model"])]
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise _spoilt(path, f"{records[0]} can't be read") from fault
    sources = tuple(
        SourceFile(_plain(path, name), _held(container, f"{root}{place}", digest))
        for name, place, digest in told
    )
    kept, model = (_held(container, f"{root}{place}", digest) for place, digest in parts)
    return Restored(_apart(path, sources), kept, model)


def _held(container: Container, name: str, digest: object) -> bytes:
    if name not in container.names:
        raise _spoilt(container.path, f"{name} is on record and isn't there")
    content = container.read(name)
    if sha256(content).hexdigest() != digest:
        raise _spoilt(container.path, f"{name} isn't what was recorded")
    return content


def _of_pdf(path: Path, attached: tuple[tuple[str, str, bytes], ...]) -> Restored:
    """What a PDF has attached as (relation, name, content); the model holds the digests."""
    sources = tuple(
        SourceFile(_plain(path, name), content)
        for relation, name, content in attached
        if relation == "/Source"
    )
    rest = {name: content for relation, name, content in attached if relation == "/Supplement"}
    if not sources or LEDGER not in rest:
        raise _not_ours(path)
    if OUTLINE not in rest:
        raise _spoilt(path, f"{OUTLINE} isn't attached")
    return Restored(_apart(path, sources), rest[LEDGER], rest[OUTLINE])


def _plain(path: Path, name: Any) -> str:
    if not isinstance(name, str) or name != PurePosixPath(name).name or name in ("", ".."):
        raise _spoilt(path, f"a source is called {name!r}, which is no file's name")
    return name


def _apart(path: Path, sources: tuple[SourceFile, ...]) -> tuple[SourceFile, ...]:
    """The sources, if none would be written over another, on any file system."""
    if len({one.name.casefold() for one in sources}) < len(sources) or not sources:
        raise _spoilt(path, "it has no sources, or two of one name")
    return sources


def _prove(path: Path, found: Restored) -> None:
    try:
        text = json.loads(found.model)["text"]
        if not isinstance(text, str):
            raise _spoilt(path, "the model has no text")
        proved = tuple(_undone(found, text))
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise _spoilt(path, "the model or the ledger can't be read") from fault
    except LedgerError as fault:
        raise _spoilt(path, f"the ledger doesn't fit the model: {fault}") from fault
    if proved != tuple(source.content for source in found.sources):
        raise _spoilt(path, "the ledger undone doesn't give the sources")


def _undone(found: Restored, text: str) -> Iterator[bytes]:
    """The bytes of each source as the model's text and the ledger give them."""
    if not found.ledger:
        # An issue made in memory was never read from anywhere: its text is its source.
        yield text.encode("utf-8", "surrogatepass")
        return
    kept = ledger_json.from_lines(found.ledger.decode())
    yield from _parted(found.sources, ledger.revert(kept, text))


def _parted(sources: tuple[SourceFile, ...], text: str) -> Iterator[bytes]:
    """The bytes of each source's share of the text; ValueError where it isn't all of them."""
    read = [readers.read(source.name, source.content) for source in sources]
    ends = accumulate((len(one.text) + len(PAGE_END) for one in read), initial=0)
    places = list(pairwise(ends))
    if places[-1][1] != len(text) + len(PAGE_END):
        raise ValueError("the text is longer or shorter than its sources")
    for one, (start, end) in zip(read, places, strict=True):
        if end <= len(text) and text[end - len(PAGE_END) : end] != PAGE_END:
            raise ValueError("a page doesn't end where its source does")
        yield one.encoding.encode(text[start : end - len(PAGE_END)])


def _not_ours(path: Path) -> InputError:
    return InputError(
        f"{path}: holds no sources to restore",
        remedy="Name an edition that `publisher build` made; others don't bring their sources.",
    )


def _spoilt(path: Path, reason: str) -> ArchiveError:
    return ArchiveError(f"{path}: {reason}", remedy=_REMEDY)
