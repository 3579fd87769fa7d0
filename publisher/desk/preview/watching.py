"""A preview that keeps up: its state, and the threads that make it anew as files change."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from watchfiles import watch

from publisher.config import PROJECT_FILE
from publisher.decisions import path_of
from publisher.desk.preview.making import Made, PageMaker, make, page_count, settings_and_theme
from publisher.errors import PublisherError

#: So long, in milliseconds, files are left alone before a change of theirs is taken as done.
_STILL, _LOOK = 60, 40


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an edition couldn't be made, and what to do."""

    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class State:
    """What a preview shows: the last that could be made, and why the newest couldn't.

    `version` grows with every change of the book or its problem, `pages_version` with those of the
    pages; `setting` tells that the pages are being made anew.
    """

    version: int = 0
    made: Made | None = None
    problem: Problem | None = None
    pages_version: int = 0
    pdf: bytes = b""
    count: int = 0
    pages_problem: Problem | None = None
    setting: bool = False


class Preview:
    """An issue in view. All methods may be called from any thread."""

    def __init__(self, path: Path, theme: str | None = None) -> None:
        self.path = path
        self._theme = theme
        self._state = State()
        self._lock = threading.Lock()
        self._wanted = threading.Event()
        self._ended = threading.Event()
        self._maker = PageMaker(path, theme)

    @property
    def state(self) -> State:
        """The state now."""
        return self._state

    def start(self) -> None:
        """Make everything once, and then again whenever a file has changed."""
        self._make()
        for work in (self._set_pages, self._watch):
            threading.Thread(target=work, daemon=True).start()

    def end(self) -> None:
        """Stop watching, and what is being typeset."""
        self._ended.set()
        self._wanted.set()
        self._maker.stop()

    def _watch(self) -> None:
        for _ in watch(
            *self._places(),
            watch_filter=lambda _, name: not Path(name).name.startswith((".", "~")),
            debounce=_STILL,
            step=_LOOK,
            stop_event=self._ended,
            raise_interrupt=False,
            recursive=True,
        ):
            self._make()

    def _places(self) -> set[Path]:
        """What is watched: the issue, the project's settings, the theme's and the basis' files."""
        folder = self.path if self.path.is_dir() else self.path.parent
        places = {folder, path_of(self.path).parent}
        if Path(PROJECT_FILE).exists():
            places.add(Path(PROJECT_FILE))
        # Where the settings are faulty, the page tells it; they are watched, and mend it.
        with suppress(PublisherError):
            places.update(settings_and_theme(self._theme)[1].folders)
        return {place.resolve() for place in places}

    def _make(self) -> None:
        made, problem = self._state.made, None
        try:
            made = make(self.path, self._theme)
        except PublisherError as fault:
            problem = Problem(str(fault), fault.remedy)
        with self._lock:
            number = self._state.version + 1
            self._state = replace(self._state, version=number, made=made, problem=problem)
        if problem is None:
            self._wanted.set()
            self._maker.stop()

    def _set_pages(self) -> None:
        """Typeset the pages, again and again, whenever the book is another."""
        while not self._ended.is_set():
            self._wanted.wait()
            self._wanted.clear()
            self._put(setting=True)
            try:
                pdf = self._maker.make()
            except PublisherError as fault:
                self._put(pages_problem=Problem(str(fault), fault.remedy), setting=False)
                continue
            if pdf is not None:
                count = page_count(pdf)
                number = self._state.pages_version + 1
                self._put(
                    pdf=pdf, count=count, pages_version=number, pages_problem=None, setting=False
                )

    def _put(self, **changed: object) -> None:
        with self._lock:
            self._state = replace(self._state, **changed)  # type: ignore[arg-type]
