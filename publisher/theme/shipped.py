"""What comes with the program beside its modules: the folder of themes, fonts' pins and words."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def shipped() -> Path:
    """The folder `styles` that stands beside the package `publisher`.

    It isn't looked for by its name: a paper's own folder `styles` would be found first.

    >>> (shipped() / "gazette" / "print.css").is_file()
    True
    """
    return Path(str(files("publisher"))).parent / "styles"
