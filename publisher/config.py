"""Settings of a project (`publisher.toml`) and of an issue (`issue.toml`), checked as a whole."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from publisher.errors import UsageError
from publisher.files import read_bytes
from publisher.model import Title

PROJECT_FILE = "publisher.toml"
ISSUE_FILE = "issue.toml"
_LIMIT = 1_000_000

_TITLE_KEYS = ("name", "name_en", "issn", "cn", "publisher", "place", "rights")


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every issue of a project; each field is a key of `publisher.toml`."""

    theme: str = "gazette"
    formats: tuple[str, ...] = ("epub", "pdf")
    seeds: str = "seeds"
    output: str = "build"
    archive: str = "build/archive"
    language: str = ""
    title: Title = Title()

    @property
    def digest(self) -> str:
        """The SHA-256 of the settings that an edition depends on, hexadecimal."""
        return sha256(repr((self.theme, self.language, self.title)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class IssueSettings:
    """What an editor says of one issue; each field is a key of `issue.toml`, "" is unsaid."""

    id: str = ""
    language: str = ""
    date: str = ""
    number: str = ""
    title: Title = Title()


#: Says what is wrong with a value, or "" where nothing is.
Check = Callable[[Any], str]


def _text(value: Any) -> str:
    return "" if isinstance(value, str) else "must be a text in quotes"


def _matching(pattern: str, wanted: str) -> Check:
    def check(value: Any) -> str:
        return "" if isinstance(value, str) and re.fullmatch(pattern, value) else wanted

    return check


def _formats(value: Any) -> str:
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return ""
    return 'must be a list of formats, such as ["epub", "pdf"]'


def _date(value: Any) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return ""
    if isinstance(value, str):
        try:
            date.fromisoformat(value)
            return ""
        except ValueError:
            pass
    return "must be a day, such as 2025-05-20"


_LANGUAGE = _matching(
    r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", 'must be a language tag, such as "zh-Hans"'
)
_ID = _matching(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", "must be letters, digits, - and _")
_ISSN = _matching(r"\d{4}-\d{3}[\dX]", 'must be of the form "1234-567X"')

_TITLE: Mapping[str, Check] = {key: _ISSN if key == "issn" else _text for key in _TITLE_KEYS}
_PROJECT: Mapping[str, Check | Mapping[str, Check]] = {
    "theme": _text,
    "formats": _formats,
    "seeds": _text,
    "output": _text,
    "archive": _text,
    "language": _LANGUAGE,
    "title": _TITLE,
}
_ISSUE: Mapping[str, Check | Mapping[str, Check]] = {
    "id": _ID,
    "language": _LANGUAGE,
    "date": _date,
    "number": _text,
    "title": _TITLE,
}


def read_settings(folder: Path) -> Settings:
    """The settings of the project in a folder; the defaults where it has no `publisher.toml`.

    Raises UsageError with every fault of the file at once, each with its line.
    """
    values = _read(folder / PROJECT_FILE, _PROJECT)
    if "formats" in values:
        values["formats"] = tuple(values["formats"])
    return Settings(**_with_title(values))


def read_issue_settings(folder: Path) -> IssueSettings:
    """The settings of the issue in a folder; none where it has no `issue.toml`.

    Raises UsageError as `read_settings` does.
    """
    values = _read(folder / ISSUE_FILE, _ISSUE)
    if "date" in values:
        values["date"] = str(values["date"])
    return IssueSettings(**_with_title(values))


def _with_title(values: dict[str, Any]) -> dict[str, Any]:
    return values | ({"title": Title(**values["title"])} if "title" in values else {})


def _read(path: Path, keys: Mapping[str, Check | Mapping[str, Check]]) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        source = read_bytes(path, _LIMIT).decode("utf-8")
        values = tomllib.loads(source)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise UsageError(f"{path}: {fault}", remedy="Write it as TOML in UTF-8.") from fault
    faults = list(_faults(values, keys, source.splitlines()))
    if faults:
        raise UsageError(
            "\n".join(f"{path}:{fault}" for fault in faults),
            remedy=f"The keys are: {', '.join(_names(keys))}.",
        )
    return values


def _names(keys: Mapping[str, Check | Mapping[str, Check]]) -> Iterator[str]:
    for key, check in keys.items():
        if isinstance(check, Mapping):
            yield from (f"{key}.{name}" for name in check)
        else:
            yield key


def _faults(
    values: Mapping[str, Any],
    keys: Mapping[str, Check | Mapping[str, Check]],
    lines: list[str],
    table: str = "",
) -> Iterator[str]:
    for key, value in values.items():
        name = f"{table}.{key}" if table else key
        line = _line(lines, table, key)
        check = keys.get(key)
        if check is None:
            yield f"{line}: unknown setting {name!r}"
        elif isinstance(check, Mapping):
            if isinstance(value, dict):
                yield from _faults(value, check, lines, name)
            else:
                yield f"{line}: {name} must be a table [{name}]"
        elif reason := check(value):
            yield f"{line}: {name} {reason}"


def _line(lines: list[str], table: str, key: str) -> int:
    """The line (from 1) where a key of a table stands, or the best guess at it."""
    current = ""
    for number, line in enumerate(lines, start=1):
        if head := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
            current = head[1]
            if not table and current.split(".")[0] == key:
                return number
        elif current == table and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[.=]""", line):
            return number
    return 1
