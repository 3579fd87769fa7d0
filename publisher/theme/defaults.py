"""What a theme sets where a paper's settings say nothing: its `theme.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from publisher.errors import UsageError
from publisher.model.printing import colour_fault, page_fault


@dataclass(frozen=True, slots=True)
class Defaults:
    """The keys of a `theme.toml`, each taken from the theme's basis where it isn't there.

    `basis` is the shipped theme that stands in for what this one leaves out. `page`, `body`,
    `text`, `headlines` and `colour` are as in `[print]`; `leading` is the distance of lines in
    sizes of the text, `top`, `bottom` and `side` are the least margins in mm, `gutter` is what
    parts columns, `han` and `words` how wide one should be for Chinese characters and for words,
    in sizes of the text.
    """

    basis: str = "gazette"
    page: str = "A4"
    body: float = 10.5
    leading: float = 1.62
    text: str = "serif"
    headlines: str = "serif"
    colour: str = "#000000"
    top: float = 22.0
    bottom: float = 19.0
    side: float = 16.0
    gutter: float = 1.5
    han: float = 15.0
    words: float = 22.0


def read_defaults(root: Path, shipped: Path, basis: str) -> Defaults:
    """What the theme in a folder sets, on what its basis among the shipped themes does.

    Raises UsageError with every fault of a `theme.toml`.
    """
    own = _read(root / "theme.toml")
    below = own.get("basis", basis)
    told: dict[str, Any] = {"basis": basis}
    if shipped / below != root:
        if not (shipped / below).is_dir():
            raise UsageError(
                f"{root / 'theme.toml'}: basis: no shipped theme {below!r}",
                remedy=f'Name a shipped theme, such as "{basis}".',
            )
        told |= _read(shipped / below / "theme.toml")
    return Defaults(**(told | own | {"basis": below}))


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as broken:
        raise UsageError(f"{path}: {broken}", remedy="Write it as TOML in UTF-8.") from broken
    said = ((key, _fault(key, value)) for key, value in told.items())
    faults = [f"{path}: {key} {fault}" for key, fault in said if fault]
    if faults:
        known = ", ".join(field.name for field in fields(Defaults))
        raise UsageError("\n".join(faults), remedy=f"The keys are: {known}.")
    return told


def _type_fault(value: str) -> str:
    return "" if value in ("serif", "sans") else "must be serif or sans"


_TEXTS: Mapping[str, Callable[[str], str]] = {
    "basis": lambda value: "" if Path(value).name == value else "must be the name of a theme",
    "page": page_fault,
    "text": _type_fault,
    "headlines": _type_fault,
    "colour": colour_fault,
}

#: The least and the most of each number.
_NUMBERS: Mapping[str, tuple[float, float]] = {
    "body": (6, 16),
    "leading": (1, 3),
    "top": (5, 100),
    "bottom": (5, 100),
    "side": (5, 100),
    "gutter": (0.5, 5),
    "han": (8, 60),
    "words": (8, 60),
}


def _fault(key: str, value: Any) -> str:
    """What is wrong with a key of a theme; "" where nothing is."""
    if key in _TEXTS:
        return _TEXTS[key](value) if isinstance(value, str) else "must be a text in quotes"
    if key not in _NUMBERS:
        return "is no setting of a theme"
    least, most = _NUMBERS[key]
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return "must be a number"
    return "" if least <= value <= most else f"must be {least:g} to {most:g}"
