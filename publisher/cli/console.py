"""What a terminal shows: results on stdout, the rest on stderr, colour only where it's wanted."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import Any, TextIO

import typer

from publisher.diagnostics import Diagnostic, Severity
from publisher.errors import PublisherError

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
#: What would move a terminal's cursor, turn its text around, or can't be encoded.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def coloured(stream: TextIO) -> bool:
    """Whether a stream shows colour: a terminal, and NO_COLOR isn't set."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def styled(text: str, colour: str = "", *, bold: bool = False, stream: TextIO | None = None) -> str:
    """The text in a colour where the stream (stdout by default) shows it."""
    if not coloured(stream or sys.stdout):
        return text
    return typer.style(text, fg=colour or None, bold=bold)


def visible(text: str) -> str:
    """Text of others as a terminal may show it: what would steer the terminal is named instead.

    Line ends and tabs stay.

    >>> visible("a\\x1b[2Jb\\u202ec")
    'a<U+001B>[2Jb<U+202E>c'
    """
    return _UNSAFE.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def out(text: str) -> None:
    """Write a result to stdout."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def out_json(value: Any) -> None:
    """Write a value to stdout as JSON."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    out(text if _encodes(text) else json.dumps(value, indent=2))


def _encodes(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def say(text: str) -> None:
    """Write a line for the person at the terminal to stderr."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def say_error(error: PublisherError) -> None:
    """Say what went wrong and what to do next."""
    label = styled("error:", "red", bold=True, stream=sys.stderr)
    say(f"{label} {visible(str(error))}")
    if error.remedy:
        say(f"  → {visible(error.remedy)}")


def line(diagnostic: Diagnostic) -> str:
    """A diagnostic as a line for people, with its remedy below."""
    where = f"{diagnostic.where}: " if diagnostic.where else ""
    code = styled(f"{diagnostic.severity} {diagnostic.code}", _COLOURS[diagnostic.severity])
    remedy = f"\n  → {diagnostic.remedy}" if diagnostic.remedy else ""
    return f"{visible(where)}{code} {visible(diagnostic.message)}{remedy}"
