"""Small pictures of a PDF's pages, as Poppler paints them."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from publisher.errors import InputError, ToolMissing

#: The longer side in pixels: a page is told by its shapes, and a headline can be read.
_LONGEST = 480
_QUALITY = 72


def thumbnails(path: Path, count: int) -> tuple[bytes, ...]:
    """A JPEG of each of so many pages, in their order; the same file gives the same bytes.

    Raises ToolMissing where Poppler isn't there, InputError where it can't paint every page.
    """
    program = shutil.which("pdftoppm")
    if program is None:
        raise ToolMissing(
            "Poppler is needed to show pages",
            remedy="Install it (Debian: apt-get install poppler-utils; macOS: brew install"
            " poppler).",
        )
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "-jpeg", "-jpegopt", f"quality={_QUALITY}", "-scale-to", str(_LONGEST)]
        done = subprocess.run(
            [*command, str(path), str(Path(folder) / "page")], capture_output=True, check=False
        )
        # Poppler fills the numbers up with noughts, so that names are in the pages' order.
        made = tuple(one.read_bytes() for one in sorted(Path(folder).iterdir()))
    if done.returncode or len(made) != count:
        raise InputError(f"{path}: Poppler can't paint every page", remedy="Build it again.")
    return made
