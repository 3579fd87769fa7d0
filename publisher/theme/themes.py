"""Themes: a folder each, in `styles/` or anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from publisher.errors import UsageError


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its name and its folder of templates (*.j2) and style sheets (*.css)."""

    name: str
    root: Path


def find_theme(name: str) -> Theme:
    """The theme of a name in `styles/`, or in the folder that a path names.

    Raises UsageError with the names there are.

    >>> find_theme("gazette").name
    'gazette'
    """
    shipped = Path(str(files("styles")))
    root = shipped / name if name.isidentifier() else Path(name)
    if not (root / "article.j2").is_file():
        known = sorted(path.parent.name for path in shipped.glob("*/article.j2"))
        raise UsageError(
            f"no theme {name!r}",
            remedy=f"Themes are: {', '.join(known)}; or name a folder with an article.j2.",
        )
    return Theme(root.name, root)


def stylesheet(theme: Theme, name: str) -> str:
    """A style sheet of a theme; UsageError where the theme has none of the name."""
    path = theme.root / name
    if not path.is_file():
        raise UsageError(
            f"the theme {theme.name} has no {name}", remedy=f"Add {name} to {theme.root}."
        )
    return path.read_text("utf-8")
