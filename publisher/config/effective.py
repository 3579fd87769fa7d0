"""The settings that hold for an issue, each with where it was said."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publisher.config import ISSUE_FILE, PROJECT_FILE
from publisher.config.shapes import IssueShape, ProjectShape, Shape
from publisher.config.toml import line_of, read_toml


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its key with its table, its value, and `file:line` or `default`."""

    key: str
    value: Any
    origin: str


def effective(project: Path, issue: Path | None = None) -> tuple[Setting, ...]:
    """The settings of a project's folder, and of an issue's on top of them.

    Raises UsageError as the readers of both files do.
    """
    found = {one.key: one for one in _settings(project / PROJECT_FILE, ProjectShape)}
    if issue is not None:
        for one in _settings(issue / ISSUE_FILE, IssueShape):
            if one.origin != "default" or one.key not in found:
                found[one.key] = one
    return tuple(found.values())


def _settings(path: Path, shape: type[Shape]) -> Iterator[Setting]:
    told = read_toml(path, shape).model_dump()
    source = path.read_text("utf-8") if path.is_file() else ""
    written = tomllib.loads(source)
    lines = source.splitlines()
    for place, value in _leaves(told):
        said: Any = written
        for part in place:
            said = said.get(part) if isinstance(said, Mapping) else None
        origin = "default" if said is None else f"{path}:{line_of(lines, place)}"
        yield Setting(".".join(place), value, origin)


def _leaves(
    values: Mapping[str, Any], table: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, (*table, key))
        else:
            yield (*table, key), value
