"""Themes: a folder each, in `styles/` or anywhere; what one leaves out is taken from its basis."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from publisher.errors import UsageError
from publisher.model import PrintSettings
from publisher.theme.defaults import Defaults, read_defaults
from publisher.theme.shipped import shipped

#: The shipped theme that all others stand on in the end.
BASIS = "gazette"

#: Characters of an article in a file of its own, unless a theme is told otherwise: of Chinese, some
#: 300 KB, which small readers still load at once.
SPLIT = 100_000

#: Where a paper keeps themes of its own, beside `publisher.toml`.
OWN = Path("styles")

#: Languages that are set in vertical lines where a paper wants it.
_VERTICAL = frozenset({"zh", "ja", "ko"})

_IMPORT = re.compile(r'^@import "(?P<path>[^"]+)";[ \t]*\n?', re.MULTILINE)


class Writing(StrEnum):
    """How the lines of an EPUB in Chinese, Japanese or Korean run; those of others are level."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its name and its folder of templates (*.j2) and style sheets (*.css).

    `writing` and `split` are options for EPUB: how lines run, and how many characters of an
    article a file holds before another is begun; `embed_fonts` says whether it holds fonts.
    `pages` is what the paper wants of them;
    `defaults` hold where it wants nothing.
    """

    name: str
    root: Path
    writing: Writing = Writing.HORIZONTAL
    split: int = SPLIT
    pages: PrintSettings = PrintSettings()
    defaults: Defaults = Defaults()
    embed_fonts: bool = True

    def is_vertical(self, language: str) -> bool:
        """Whether a text of a BCP 47 language is set in vertical lines.

        >>> Theme("a", Path(), Writing.VERTICAL).is_vertical("ja-JP")
        True
        """
        return self.writing is Writing.VERTICAL and language.split("-")[0] in _VERTICAL

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where its files are looked for, in this order."""
        bases = (shipped() / self.defaults.basis, shipped() / BASIS)
        return tuple(dict.fromkeys((self.root, *bases)))


def find_theme(
    name: str,
    writing: str = "horizontal",
    split: int = SPLIT,
    pages: PrintSettings = PrintSettings(),
    embed_fonts: bool = True,
) -> Theme:
    """The theme of a name: shipped, in the paper's own `styles/`, or the folder that a path names.

    Raises UsageError with the names there are, or the ways that lines may run, or where the
    theme's own `theme.toml` is faulty.

    >>> find_theme("gazette").name
    'gazette'
    """
    places = (shipped() / name, OWN / name) if Path(name).name == name else ()
    root = next((place for place in places if _is_theme(place)), Path(name))
    if not _is_theme(root):
        known = {path.name for path in _themes(shipped())} | {path.name for path in _themes(OWN)}
        raise UsageError(
            f"no theme {name!r}",
            remedy=f"Themes are: {', '.join(sorted(known))}; or name a folder of *.j2 and *.css"
            " files.",
        )
    if writing not in tuple(Writing):
        raise UsageError(f"no writing {writing!r}", remedy=f"Lines run: {', '.join(Writing)}.")
    defaults = read_defaults(root, shipped(), BASIS)
    return Theme(root.name, root, Writing(writing), split, pages, defaults, embed_fonts)


def stylesheet(theme: Theme, name: str) -> str:
    """A style sheet of a theme or of its basis, with those of shipped themes that it imports.

    `@import "gazette/print.css";` on a line of its own stands for that sheet. Raises UsageError
    where there is no sheet of the name, or where one isn't UTF-8.
    """
    for folder in theme.folders:
        path = folder / name
        if path.is_file():
            return _whole(path, theme)
    raise UsageError(f"the theme {theme.name} has no {name}", remedy=f"Add {name} to {theme.root}.")


def _whole(path: Path, theme: Theme) -> str:
    def imported(found: re.Match[str]) -> str:
        sheet = shipped() / found["path"]
        if not sheet.is_file() or sheet == path:
            raise UsageError(
                f"{path} imports {found['path']!r}, which no shipped theme has",
                remedy=f'Import a shipped sheet, such as "{BASIS}/{path.name}".',
            )
        return _whole(sheet, theme)

    return _IMPORT.sub(imported, _text(path))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as fault:
        raise UsageError(f"{path} isn't UTF-8", remedy="Save it as UTF-8.") from fault


def _themes(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if _is_theme(path)] if folder.is_dir() else []


def _is_theme(root: Path) -> bool:
    return root.is_dir() and any(path.suffix in {".j2", ".css"} for path in root.glob("*"))
