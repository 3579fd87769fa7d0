"""Themes: a folder each, in `styles/` or anywhere; what one leaves out is taken from the basis."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from publisher.errors import UsageError

#: The shipped theme whose templates and style sheets stand in for those a theme doesn't have.
BASIS = "gazette"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its name and its folder of templates (*.j2) and style sheets (*.css)."""

    name: str
    root: Path

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where its files are looked for, in this order."""
        return tuple(dict.fromkeys((self.root, _shipped() / BASIS)))


def find_theme(name: str) -> Theme:
    """The theme of a name in `styles/`, or in the folder that a path names.

    Raises UsageError with the names there are.

    >>> find_theme("gazette").name
    'gazette'
    """
    inside = _shipped() / name
    root = inside if Path(name).name == name and inside.is_dir() else Path(name)
    if not _is_theme(root):
        known = sorted(path.name for path in _shipped().iterdir() if _is_theme(path))
        raise UsageError(
            f"no theme {name!r}",
            remedy=f"Themes are: {', '.join(known)}; or name a folder of *.j2 and *.css files.",
        )
    return Theme(root.name, root)


def stylesheet(theme: Theme, name: str) -> str:
    """A style sheet of a theme or of the basis.

    Raises UsageError where neither has one of the name, or where it isn't UTF-8.
    """
    for folder in theme.folders:
        path = folder / name
        if path.is_file():
            return _text(path)
    raise UsageError(f"the theme {theme.name} has no {name}", remedy=f"Add {name} to {theme.root}.")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as fault:
        raise UsageError(f"{path} isn't UTF-8", remedy="Save it as UTF-8.") from fault


def _shipped() -> Path:
    return Path(str(files("styles")))


def _is_theme(root: Path) -> bool:
    return root.is_dir() and any(path.suffix in {".j2", ".css"} for path in root.glob("*"))
