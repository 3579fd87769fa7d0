"""The diagnostic, a fault in the material as a value, and the documented kind it is of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a fault is; `error` fails a check."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault found in a source, a model or an edition.

    `where` is a place a person can open: `file`, `file:line`, `file:line:column`, or a page.
    `remedy` says what to do next.
    """

    code: str
    severity: Severity
    message: str
    where: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A documented kind of fault; `remedy` is what a user can do about it."""

    code: str
    severity: Severity
    summary: str
    remedy: str

    def at(self, where: str, message: str = "") -> Diagnostic:
        """The diagnostic of this kind at a place.

        >>> from publisher.diagnostics import CODES
        >>> CODES["PUB001"].at("seeds/a.txt:3").code
        'PUB001'
        """
        return Diagnostic(self.code, self.severity, message or self.summary, where, self.remedy)
