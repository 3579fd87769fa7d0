"""The edition, a finished file, and the provenance that travels inside it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from publisher.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Edition:
    """A finished file: its name, its IANA media type, its bytes; `doubts` are about its looks."""

    name: str
    media_type: str
    content: bytes
    doubts: tuple[Diagnostic, ...] = ()

    @property
    def digest(self) -> str:
        """The SHA-256 of the content, hexadecimal."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as received, to the byte."""

    name: str
    content: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of the content, hexadecimal."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an edition came from: the sources as received, the ledger, and the builder.

    `sources` are an issue's files in page order; `ledger` is the ledger in JSON Lines; `model` is
    the issue as JSON, if it travels along.
    `joins`, `gaps` and `edits` count what was repaired, for the colophon. `modified` is an
    ISO 8601 time in UTC, from the issue or `SOURCE_DATE_EPOCH`, never the clock.
    """

    sources: tuple[SourceFile, ...]
    ledger: bytes
    settings_digest: str
    builder: str
    modified: str
    edits: int = 0
    joins: int = 0
    gaps: int = 0
    queries: int = 0
    model: bytes = b""
