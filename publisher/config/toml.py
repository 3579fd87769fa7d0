"""Settings files: TOML read by its shape, every fault told at once with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from publisher.errors import UsageError
from publisher.files import read_bytes

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from publisher.config.shapes import Shape

    Kind = TypeVar("Kind", bound=Shape)

_LIMIT = 10_000_000

_WANTED = {
    "string_type": "must be a text in quotes",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "list_type": 'must be a list, such as ["a", "b"]',
    "too_short": "must not be empty",
    "missing": "is missing",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than_equal": "must be {le:g} or less",
}
_TABLE = re.compile(r"\s*(?P<open>\[\[?)\s*(?P<name>[^\[\]]+?)\s*\]\]?\s*(?:#.*)?")

Path_ = Sequence[int | str]


def read_toml(path: Path, shape: type[Kind]) -> Kind:
    """The settings in a file; those of an empty one where it isn't there.

    Raises UsageError with every fault of the file, each with its line.
    """
    from pydantic import ValidationError

    if not path.is_file():
        return shape()
    try:
        source = read_bytes(path, _LIMIT).decode("utf-8")
        values = tomllib.loads(source)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise UsageError(f"{path}: {fault}", remedy="Write it as TOML in UTF-8.") from fault
    try:
        return shape.model_validate(values)
    except ValidationError as fault:
        lines = source.splitlines()
        told = sorted((line_of(lines, error["loc"]), _said(error)) for error in fault.errors())
        raise UsageError(
            "\n".join(f"{path}:{line}: {said}" for line, said in told),
            remedy=f"The keys are: {', '.join(_keys(shape))}.",
        ) from fault


def _said(error: ErrorDetails) -> str:
    name = _name(error["loc"])
    kind = error["type"]
    if kind == "extra_forbidden":
        return f"unknown setting {name!r}"
    if kind in {"model_type", "dict_type"}:
        return f"{name} must be a table [{name}]"
    wanted = _WANTED.get(kind) or error["msg"].removeprefix("Value error, ")
    return f"{name} {wanted.format(**error.get('ctx', {})) if kind in _WANTED else wanted}"


def _name(place: Path_) -> str:
    return ".".join(f"{part + 1}" if isinstance(part, int) else part for part in place)


def _keys(shape: type[Shape], table: str = "") -> Iterator[str]:
    from publisher.config.shapes import Shape as Base

    for key, field in shape.model_fields.items():
        kind = field.annotation
        inner = [kind, *getattr(kind, "__args__", ())]
        below = [one for one in inner if isinstance(one, type) and issubclass(one, Base)]
        if below:
            yield from _keys(below[0], f"{table}{key}.")
        else:
            yield f"{table}{key}"


def line_of(lines: Sequence[str], place: Path_) -> int:
    """The line (from 1) where a key stands, or the nearest that encloses it.

    >>> line_of(["[[pages]]", "file = 1", "[[pages]]", "file = 2"], ("pages", 1, "file"))
    4
    """
    best, found = 1, 0
    current: list[int | str] = []
    counts: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if table := _TABLE.fullmatch(line):
            name = table["name"]
            current = [*name.split(".")]
            if table["open"] == "[[":
                current.append(counts.get(name, 0))
                counts[name] = counts.get(name, 0) + 1
            here = current
        elif key := re.match(r"""\s*["']?(?P<key>[\w-]+)["']?\s*[.=]""", line):
            here = [*current, key["key"]]
        else:
            continue
        shared = _shared(here, place)
        if shared == len(here) and shared > found:
            best, found = number, shared
    return best


def _shared(here: Path_, place: Path_) -> int:
    pairs = zip(here, place, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(here), len(place)))
