"""Java: where it is, and the archives (jars) of the validators that run on it."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

from publisher.errors import ToolMissing

_JAVA_REMEDY = (
    "Install a Java runtime (Debian: apt-get install default-jre-headless; macOS: brew install"
    " openjdk)."
)


def java() -> str:
    """The path of `java`; ToolMissing where it isn't there."""
    path = shutil.which("java")
    if path is None:
        raise ToolMissing("java is needed to check editions", remedy=_JAVA_REMEDY)
    return path


def jar(package: str, pattern: str, extra: str = "check") -> Path:
    """The jar that a Python package carries; ToolMissing where the package isn't there."""
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    found = sorted(Path(folders[0]).rglob(pattern)) if folders else []
    if not found:
        raise ToolMissing(
            f"the package {package} is needed for this check",
            remedy=f'Install the extra: pip install "publisher[{extra}]".',
        )
    return found[0]
