"""A sitting at the desk: an issue under review, its answers kept, its changes noticed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from publisher.config import ISSUE_FILE, PROJECT_FILE, read_settings
from publisher.decisions import path_of, read_decisions
from publisher.desk.addresses import Sides
from publisher.desk.answering import answer_on
from publisher.desk.keeping import ChangedMeanwhile, current, keep, put_back, version
from publisher.desk.opening import QUICK, open_review
from publisher.desk.review import Review
from publisher.errors import PublisherError, UsageError
from publisher.files import read_bytes
from publisher.manuscripts import page_files, read_manuscript
from publisher.readers import MAX_BYTES
from publisher.repairs import Answer


@dataclass(frozen=True, slots=True)
class Seen:
    """A state of the issue: what its files held, and the review made of them."""

    files: str
    decisions: str
    review: Review
    sides: Sides
    fresh: bool = True

    @property
    def version(self) -> str:
        """What the state is called, in pages made of it."""
        return f"{self.files}-{self.decisions}"


@dataclass(frozen=True, slots=True)
class _Step:
    """An answer that can be undone: the file before and after, its point, and what it answered."""

    before: bytes
    after: bytes
    point: str
    answer: Answer | None


class Sitting:
    """An open issue of the project in a folder. All methods may be called from any thread."""

    def __init__(self, path: Path, project: Path) -> None:
        self.path = path
        self._project = project
        self.decisions = path_of(path)
        self._lock = threading.RLock()
        self._undo: list[_Step] = []
        self._stamp: object = None
        self._seen: Seen | None = None
        self._behind = False
        self._reading: threading.Thread | None = None

    def begin(self) -> None:
        """Read the issue behind, so that the desk can be opened meanwhile.

        Raises InputError or UsageError at once where its files can't be read.
        """
        read_settings(self._project)
        read_manuscript(self.path)
        read_decisions(self.path)
        self._reading = threading.Thread(target=self._try, daemon=True)
        self._reading.start()

    def _try(self) -> None:
        # Who looks next is told what is wrong.
        with suppress(PublisherError):
            self.see()

    @property
    def waiting(self) -> bool:
        """Whether there is nothing to see yet."""
        return self._seen is None and self._reading is not None and self._reading.is_alive()

    def see(self) -> Seen:
        """The issue as it stands, read anew where a file of it has changed.

        Raises InputError or UsageError where it can't be read as it stands.
        """
        with self._lock:
            if self._seen is None or self._stamp != self._stamps():
                self._read()
            assert self._seen is not None
            return self._seen

    @property
    def undoable(self) -> int:
        """How many answers of this sitting can be taken back, the last first."""
        return len(self._undo)

    def answer(self, seen: str, id: str, verdict: str, text: str = "") -> Seen:
        """Keep an answer on a point; `seen` is the version that the editor answered on.

        The verdict "open" takes an answer out. Raises ChangedMeanwhile, and what `keep` raises.
        """
        with self._lock:
            state = self._same(seen)
            point = state.review.point(id)
            if point is None:
                raise UsageError(f"no point is called {id!r}", remedy="Look at the issue again.")
            new = None
            if verdict != "open":
                new = answer_on(state.sides, point, verdict, text)
            before, after = keep(self.decisions, state.decisions, point.answer, new)
            if before != after:
                self._undo.append(_Step(before, after, id, point.answer))
            return self._went_on(state, after, id, new)

    def undo(self, seen: str) -> Seen:
        """Take the sitting's last answer back. ChangedMeanwhile where the file isn't as left."""
        with self._lock:
            state = self._same(seen)
            if not self._undo:
                raise UsageError("there is nothing to undo", remedy="Change the answer itself.")
            step = self._undo[-1]
            put_back(self.decisions, version(step.after), step.before)
            self._undo.pop()
            return self._went_on(state, step.before, step.point, step.answer)

    def _same(self, seen: str) -> Seen:
        state = self.see()
        if state.version != seen:
            raise ChangedMeanwhile(
                "the issue or its answers were changed meanwhile, so nothing was written",
                remedy="Look at the issue again, then answer.",
            )
        return state

    def _went_on(self, state: Seen, after: bytes, id: str, new: Answer | None) -> Seen:
        """The state with an answer other: read anew at once where that is quick, else behind."""
        if len(state.review.source) <= QUICK:
            self._read()
        else:
            told = state.review.told(id, new)
            self._seen = Seen(state.files, version(after), told, state.sides, fresh=False)
            self._stamp = self._stamps()
            if not self._behind:
                self._behind = True
                threading.Thread(target=self._catch_up, daemon=True).start()
        assert self._seen is not None
        return self._seen

    def _catch_up(self) -> None:
        """Read the issue behind the editor's back, until what is seen has every answer in it."""
        while True:
            try:
                made = self._made()
            except PublisherError:
                # A file has changed under it; who looks next is told.
                made = None
            with self._lock:
                if made and self._seen and made.version == self._seen.version:
                    self._seen = made
                if made is None or self._seen is made or self._stamp != self._stamps():
                    self._behind = False
                    return

    def _read(self) -> None:
        stamp = self._stamps()
        self._seen = self._made()
        self._stamp = stamp

    def _made(self) -> Seen:
        files = sha256()
        for path in self._files():
            files.update(path.name.encode() + b"\0" + sha256(read_bytes(path, MAX_BYTES)).digest())
        decisions = version(current(self.decisions))
        found = open_review(self.path, read_settings(self._project))
        if version(current(self.decisions)) != decisions:
            # Another window has answered meanwhile: which answers are in it isn't known.
            return self._made()
        return Seen(files.hexdigest()[:16], decisions, found, Sides(found.source))

    def _files(self) -> Iterator[Path]:
        yield from page_files(self.path) if self.path.is_dir() else (self.path,)
        told = (self.path / ISSUE_FILE, self._project / PROJECT_FILE)
        yield from (one for one in told if one.exists())

    def _stamps(self) -> object:
        """What changes when a file of the issue does."""
        paths = [*self._files(), self.decisions]
        told = [(path, path.stat()) for path in paths if path.exists()]
        return [(path.name, one.st_mtime_ns, one.st_size, one.st_ino) for path, one in told]
