"""The room as files: every page and edition in a folder, to be read from a disk or any server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from publisher.archive.store import SCHEME, Store
from publisher.errors import UsageError
from publisher.files import write_bytes
from publisher.reading_room import holdings
from publisher.reading_room.addresses import (
    HOME,
    article_address,
    cover_address,
    issue_address,
    kept_address,
    shelf_address,
    year_address,
)
from publisher.reading_room.catalogue import ALL, shelf
from publisher.reading_room.holdings import IssueRow
from publisher.reading_room.kept import open_issue
from publisher.reading_room.pages import DRESS, Room


def write_site(
    store: Store,
    folder: Path,
    language: str = "en",
    base: str = "",
    progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Write the room of an archive into a new folder; how many files.

    `base` is the address that it will stand at, up to its last slash, or "".

    Raises UsageError where something stands in the folder, ArchiveError where what is kept is
    damaged, BuildError where a file can't be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder}: is not empty", remedy="Name a new folder.")
    count = 0
    for count, (address, content) in enumerate(
        _files(Room(store, language, served=False, base=base)), 1
    ):
        write_bytes(folder / address, content)
        progress(count)
    return count


def _files(room: Room) -> Iterator[tuple[str, bytes]]:
    yield HOME, room.home().content
    yield from ((name, room.dress(name).content) for name in DRESS)
    for year, _ in holdings.years(room.store):
        yield year_address(year), room.year(year).content
    for row in holdings.issues(room.store):
        yield from _issue(room, row)
    yield from _catalogue(room)


def _issue(room: Room, row: IssueRow) -> Iterator[tuple[str, bytes]]:
    yield issue_address(row.id), room.issue(row.id).content
    yield cover_address(row.id), room.cover(row.id).content
    for article in holdings.contents(room.store, row.id):
        yield article_address(row.id, article.id), room.article(row.id, article.id).content
        for suffix in (".bib", ".json"):
            address = article_address(row.id, article.id, suffix)
            yield address, room.citation(row.id, article.id, suffix).content
    for edition in open_issue(room.store, row.id).editions:
        content = room.store.read(SCHEME + row.id, edition.path)
        yield kept_address(row.id, edition.path), content


def _catalogue(room: Room) -> Iterator[tuple[str, bytes]]:
    for suffix in ("xml", "json"):
        yield shelf_address("index", 0, suffix), room.catalogue("index", 0, suffix).content
        for name in (ALL, *(year for year, _ in holdings.years(room.store))):
            for number in range(1, shelf(room.store, name, 1).last + 1):
                address = shelf_address(name, number, suffix)
                yield address, room.catalogue(name, number, suffix).content
