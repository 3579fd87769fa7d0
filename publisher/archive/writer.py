"""The one writer: a version is made ready beside the store and moved in, in one step."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from publisher.archive import audits, durable
from publisher.archive.inventory import (
    NAME,
    OBJECT_DECLARATION,
    SIDECAR,
    Inventory,
    Stamp,
    digest,
    from_bytes,
    grown,
    object_path,
    sidecar,
    to_bytes,
)
from publisher.archive.lock import locked
from publisher.archive.mending import LEFT, NEW, OLD, SUBJECT, mend
from publisher.archive.store import Store, shown
from publisher.errors import ArchiveError, UsageError

#: In the work folder: objects that were damaged and have been replaced.
ASIDE = "replaced"

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Writer:
    """Who holds the lock of a store; only `writing` makes one."""

    store: Store

    def put(self, id: str, files: Mapping[str, bytes], event: str, stamp: Stamp) -> Inventory:
        """Keep `files` as an object's next version; on the disk, whole, when it returns.

        Raises BuildError where the disk says no, ArchiveError where the object is damaged; then
        the object stands as it stood.
        """
        check_paths(files)
        kept = self.store.inventory(id) if self.store.holds(id) else None
        inventory, new = grown(kept, id, files, stamp)
        return self._move_in(inventory, new, event, stamp)

    def replace(self, id: str, copy: Path, event: str, stamp: Stamp) -> None:
        """Put a copy of a whole object in place of the one here, or where none is.

        The caller has proved the copy. What stood here is set aside in the work folder.
        """
        content = (copy / NAME).read_bytes()
        with durable.writing_to(self.store.root), self._staged() as stage:
            durable.copy(copy, stage / NEW / object_path(id))
            self._settle(id, content, event, stamp, from_bytes(content).head)
            for old in (stage / OLD, stage / NEW / object_path(id)):
                if old.exists():
                    self._set_aside(old, id)

    def _set_aside(self, folder: Path, id: str) -> None:
        aside = self.store.work / ASIDE
        aside.mkdir(exist_ok=True)
        name = self.store.place(id).name
        taken = sum(1 for one in aside.iterdir() if one.name.startswith(f"{name}."))
        folder.rename(aside / f"{name}.{taken + 1}")

    def note(self, entry: audits.Entry) -> None:
        """Add an entry to the archive's ledger."""
        with durable.writing_to(self.store.root):
            audits.append(self.store.audits, entry)

    def _move_in(
        self, inventory: Inventory, new: Mapping[str, bytes], event: str, stamp: Stamp
    ) -> Inventory:
        id, content = inventory.id, to_bytes(inventory)
        with durable.writing_to(self.store.root), self._staged() as stage:
            folder = stage / NEW / object_path(id)
            if self.store.holds(id):
                folder.parent.mkdir(parents=True)
                durable.clone(self.store.place(id), folder)
                # A clone shares its files: these are unlinked here, never written to.
                (folder / NAME).unlink()
                (folder / SIDECAR).unlink()
            else:
                durable.write_new(folder / OBJECT_DECLARATION[0], OBJECT_DECLARATION[1])
            for place, part in new.items():
                durable.write_new(folder / place, part)
            for where in (folder, folder / inventory.head):
                durable.write_new(where / NAME, content)
                durable.write_new(where / SIDECAR, sidecar(content))
            self._settle(id, content, event, stamp, inventory.head)
        return inventory

    @contextmanager
    def _staged(self) -> Iterator[Path]:
        stage = self.store.work / LEFT
        durable.remove(stage)
        (stage / NEW).mkdir(parents=True)
        try:
            yield stage
        except BaseException:
            # What the disk doesn't let us mend now is mended at the next run.
            with suppress(OSError):
                list(mend(self.store))
            raise
        durable.remove(stage)

    def _settle(self, id: str, content: bytes, event: str, stamp: Stamp, head: str) -> None:
        stage, place = self.store.work / LEFT, self.store.place(id)
        entry = audits.Entry(
            event, stamp.created, stamp.by, id, head, digest(content), stamp.message
        )
        durable.write_new(stage / SUBJECT, json.dumps(asdict(entry)).encode())
        durable.sync_tree(stage)
        folder = stage / NEW / object_path(id)
        if not place.exists():
            # The first folder that isn't there is moved with all below: none stands empty.
            while not place.parent.exists():
                place, folder = place.parent, folder.parent
            durable.move_in(folder, place)
        elif not durable.exchange(folder, place):
            place.rename(stage / OLD)
            durable.move_in(folder, place)
        audits.append(self.store.audits, entry)


@contextmanager
def writing(store: Store, say: Say) -> Iterator[Writer]:
    """Hold the store's lock, and mend first what a writer that died left behind, with a word.

    Raises BuildError where another writer is at work or the place can't be written.
    """
    with durable.writing_to(store.work):
        store.work.mkdir(exist_ok=True)
        if store.work.stat().st_dev != store.root.stat().st_dev:
            raise UsageError(
                f"{store.root} and {store.work} are on two file systems",
                remedy="Name a folder below the mount point as the archive.",
            )
    with locked(store.work / "lock") as dead:
        if dead:
            say(f"{dead} was writing to the archive and ended without a word")
        with durable.writing_to(store.root):
            for word in mend(store):
                say(word)
        yield Writer(store)


def check_paths(paths: Mapping[str, bytes]) -> None:
    """Raise ArchiveError for a path that would leave its object, or that OCFL doesn't allow."""
    for path in paths:
        parts = path.split("/")
        if any(part in {"", ".", ".."} for part in parts) or any(sign in path for sign in "\0\\\n"):
            raise ArchiveError(f"{path!r} can't be the name of a kept file", remedy="Rename it.")
        if any("/".join(parts[:end]) in paths for end in range(1, len(parts))):
            raise ArchiveError(f"{path!r} lies in a file, not in a folder", remedy="Rename it.")


def unchanged(kept: Mapping[str, str], files: Mapping[str, bytes], apart: set[str]) -> bool:
    """Whether `files` are those of a version, those in `apart` left out of it."""
    return {path: key for path, key in kept.items() if path not in apart} == {
        path: digest(content) for path, content in files.items() if path not in apart
    }


def refuse_unreasoned(id: str, reason: str) -> None:
    """Raise UsageError where a correction comes without a reason."""
    if not reason.strip():
        raise UsageError(
            f"{shown(id)}: is kept already, and this one differs",
            remedy="Say why it is corrected: --reason.",
        )
