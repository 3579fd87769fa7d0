"""The tree of exceptions: a broken promise, with an exit code and a remedy.

    PublisherError (1: our bug)
    ├── UsageError (2)            settings or arguments can't be used
    ├── InputError (3)            a source can't be read
    ├── CheckFailed (4)           a check found errors
    ├── BuildError (5)            an edition can't be made
    ├── ToolMissing (6)           a tool or library of the system isn't there
    ├── ArchiveError (7)          a kept issue isn't what was kept
    ├── LedgerError (1)           an edit doesn't fit the text it was made for
    └── LostText (1)              structure can't account for a character

A fault in the *material* is a value, `publisher.diagnostics.Diagnostic`; only `cli` catches these.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of the command line, as `publisher --help` documents them."""

    OK = 0
    BUG = 1
    USAGE = 2
    INPUT = 3
    CHECK = 4
    BUILD = 5
    TOOL = 6
    ARCHIVE = 7
    BATCH = 8
    ANSWER = 9
    INTERRUPTED = 130


class PublisherError(Exception):
    """A broken promise.

    `str(error)` says what and where in one line; `remedy` says what to do next.

    >>> error = InputError("seeds/a.txt is empty", remedy="Put the issue's text into it.")
    >>> int(error.exit_code), error.remedy
    (3, "Put the issue's text into it.")
    """

    exit_code: ExitCode = ExitCode.BUG

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


class UsageError(PublisherError):
    """Arguments or settings that can't be used; nothing was read or written."""

    exit_code = ExitCode.USAGE


class InputError(PublisherError):
    """A source that can't be read, or that would not come back byte for byte."""

    exit_code = ExitCode.INPUT


class CheckFailed(PublisherError):
    """A check found at least one error."""

    exit_code = ExitCode.CHECK


class BuildError(PublisherError):
    """An edition that can't be made; an older edition stands untouched."""

    exit_code = ExitCode.BUILD


class ToolMissing(PublisherError):
    """A program, library or font of the system is missing; the remedy names how to install it."""

    exit_code = ExitCode.TOOL


class ArchiveError(PublisherError):
    """A kept issue that isn't what was kept, or what can't be kept as it is."""

    exit_code = ExitCode.ARCHIVE


class LedgerError(PublisherError):
    """An edit whose `before` is not what stands at its span: a bug, or a changed source."""


class LostText(PublisherError):
    """A character that stands in no block and in no declared omission."""
