"""The inks of a printer's copy, by Ghostscript."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf


def without_slug(pdf: Path, folder: Path) -> Path:
    """The pages cut to their bleed, where no marks are."""
    with pikepdf.open(pdf) as file:
        for page in file.pages:
            page.obj.MediaBox = page.obj.BleedBox
        file.save(folder / "cut.pdf")
    return folder / "cut.pdf"


def inks(pdf: Path) -> list[list[float]]:
    """How much of each page each ink covers, by Ghostscript."""
    command = ["gs", "-q", "-o", "-", "-sDEVICE=inkcov", str(pdf)]
    rows = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()
    return [[float(one) for one in row.split()[:4]] for row in rows if "CMYK" in row]
