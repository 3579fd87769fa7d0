"""Themes: a folder each, in `styles/` or anywhere; what one leaves out is taken from the basis."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from publisher.errors import UsageError

#: The shipped theme whose templates and style sheets stand in for those a theme doesn't have.
BASIS = "gazette"

#: Characters of an article in a file of its own, unless a theme is told otherwise: of Chinese, some
#: 300 KB, which small readers still load at once.
SPLIT = 100_000


#: Languages that are set in vertical lines where a paper wants it.
_VERTICAL = frozenset({"zh", "ja", "ko"})


class Writing(StrEnum):
    """How the lines of an EPUB in Chinese, Japanese or Korean run; those of others are level."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its name and its folder of templates (*.j2) and style sheets (*.css).

    `writing` and `split` are options for EPUB: how lines run, and how many characters of an
    article a file holds before another is begun.
    """

    name: str
    root: Path
    writing: Writing = Writing.HORIZONTAL
    split: int = SPLIT

    def is_vertical(self, language: str) -> bool:
        """Whether a text of a BCP 47 language is set in vertical lines.

        >>> Theme("a", Path(), Writing.VERTICAL).is_vertical("ja-JP")
        True
        """
        return self.writing is Writing.VERTICAL and language.split("-")[0] in _VERTICAL

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where its files are looked for, in this order."""
        return tuple(dict.fromkeys((self.root, _shipped() / BASIS)))


def find_theme(name: str, writing: str = "horizontal", split: int = SPLIT) -> Theme:
    """The theme of a name in `styles/`, or in the folder that a path names, with its options.

    Raises UsageError with the names there are, or the ways that lines may run.

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
    if writing not in tuple(Writing):
        raise UsageError(f"no writing {writing!r}", remedy=f"Lines run: {', '.join(Writing)}.")
    return Theme(root.name, root, Writing(writing), split)


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
