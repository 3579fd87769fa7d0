"""The plates of a page: how much of each ink is where, as Ghostscript paints it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from operator import add
from typing import IO

from publisher.errors import InputError, ToolMissing
from publisher.preflight.press.file import Box, PressFile

#: Coarse: it's areas that are too wet, not points.
_PIXELS_AN_INCH = 50
_NO_INK = b"\0"


@dataclass(frozen=True, slots=True)
class Plates:
    """The inks of a page inside its bleed: bytes of cyan, magenta, yellow, black, 255 is full."""

    inks: tuple[bytes, bytes, bytes, bytes]

    @property
    def coverage(self) -> tuple[float, ...]:
        """How much of the page each ink covers, from 0 to 1."""
        return tuple(sum(one) / (255 * max(1, len(one))) for one in self.inks)

    @property
    def most(self) -> int:
        """The most ink in one place, in percent."""
        return round(max(self._totals(), default=0) / 2.55)

    def over(self, percent: float) -> float:
        """The part of the page, from 0 to 1, that has more ink than so many percent.

        >>> Plates((b"\\xff\\0", b"\\xff\\0", b"\\xff\\0", b"\\0\\xff")).over(220)
        0.5
        """
        if percent >= 100 and not any(one.strip(_NO_INK) for one in self.inks[:3]):
            return 0.0
        most = percent * 2.55
        totals = self._totals()
        return sum(total > most for total in totals) / max(1, len(totals))

    def _totals(self) -> list[int]:
        cyan, magenta, yellow, black = self.inks
        return list(map(add, map(add, cyan, magenta), map(add, yellow, black)))


def plates(file: PressFile) -> Iterator[Plates]:
    """The plates of each page, in their order.

    Raises ToolMissing where Ghostscript isn't there, InputError where it can't paint a page.
    """
    program = shutil.which("gs")
    if program is None:
        raise ToolMissing(
            "Ghostscript is needed to measure ink",
            remedy="Install it (Debian: apt-get install ghostscript; macOS: brew install"
            " ghostscript).",
        )
    command = [program, "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pamcmyk32"]
    # Ghostscript says what it finds odd where the pages go, unless it's told not to.
    command += [f"-r{_PIXELS_AN_INCH}", "-sstdout=%stderr", "-sOutputFile=-", str(file.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
        assert run.stdout is not None
        for page in file.pages:
            width, height, samples = _picture(run.stdout, file)
            media = page.box("/CropBox") or page.box("/MediaBox") or page.bleed
            yield _cut(samples, width, height, media, page.bleed)


def _picture(stream: IO[bytes], file: PressFile) -> tuple[int, int, bytes]:
    """The next picture of a stream in PAM: lines of a header, then four bytes a pixel."""
    said = {}
    for line in iter(stream.readline, b""):
        if line.strip() == b"ENDHDR":
            break
        key, _, value = line.decode("latin-1").strip().partition(" ")
        said[key] = value
    if "WIDTH" not in said or "HEIGHT" not in said:
        raise InputError(
            f"{file.path}: Ghostscript can't paint every page", remedy="Build it again."
        )
    width, height = int(said["WIDTH"]), int(said["HEIGHT"])
    return width, height, stream.read(4 * width * height)


def _cut(samples: bytes, width: int, height: int, media: Box, bleed: Box) -> Plates:
    """What lies inside the bleed: the slug has marks in every ink."""
    scale = _PIXELS_AN_INCH / 72
    left = max(0, round((bleed[0] - media[0]) * scale))
    right = min(width, round((bleed[2] - media[0]) * scale))
    top = max(0, round((media[3] - bleed[3]) * scale))
    bottom = min(height, round((media[3] - bleed[1]) * scale))
    rows = (
        samples[4 * (row * width + left) : 4 * (row * width + right)] for row in range(top, bottom)
    )
    inside = b"".join(rows)
    return Plates((inside[0::4], inside[1::4], inside[2::4], inside[3::4]))
