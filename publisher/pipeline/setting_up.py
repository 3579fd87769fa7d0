"""Set up: what the system has, the fonts, and the first files of settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.config.first import first_settings_of
from publisher.pipeline.reading import read_issue

if TYPE_CHECKING:
    from publisher.preflight.tools import Tool

_FIRST_PROJECT = """\
# The settings of this paper; every key may be left out.
theme = "gazette"              # or magazine, book, one in styles/, a folder
# writing = "vertical"
formats = ["epub", "pdf"]
# language = "zh-Hans"

[title]
# name = ""
# name_en = ""
# issn = ""
# cn = ""
# publisher = ""
# place = ""
# rights = ""

# For `-o print`: ask the printer for both.
[press]
# condition = "newspaper"
# profile = ""

# How pages are set; the theme knows what isn't said.
[print]
# page = "A4"
# columns = 3
"""


def probe_tools(language: str = "zh-Hans") -> tuple[Tool, ...]:
    """What of the system's programs, libraries and a language's fonts is there."""
    from publisher.preflight.tools import probe

    return probe(language)


def fetch_fonts(language: str, progress: Callable[[str], None]) -> tuple[Path, ...]:
    """Bring a language's pinned fonts into the cache; ToolMissing where npm can't."""
    from publisher.theme.fonts import fetch

    return fetch(language, progress)


def first_settings() -> str:
    """A first `publisher.toml`, each key explained."""
    return _FIRST_PROJECT


def first_issue_settings(folder: Path) -> str:
    """A first `issue.toml`: what the text says, and the keys that nothing was found for."""
    return first_settings_of(read_issue(folder))
