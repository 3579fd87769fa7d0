"""A picture of a page that is small enough to be kept: grey, in few tones."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image

#: The longest side in pixels, tones of grey, and what a picture may weigh, in bytes.
_LONGEST, _TONES, LIMIT = 1000, 12, 200_000


def pictured(pdf: Path) -> bytes:
    """A page of text, behind masthead and contents, as a PNG of at most 200,000 bytes."""
    which = str(page_count(pdf) // 8 + 1)
    command = ["pdftoppm", "-gray", "-scale-to", str(_LONGEST), "-f", which, "-l", which, str(pdf)]
    done = subprocess.run(command, capture_output=True, check=True)
    image = Image.open(BytesIO(done.stdout))
    tones = image.point(
        [round(one * (_TONES - 1) / 255) * 255 // (_TONES - 1) for one in range(256)]
    )
    out = BytesIO()
    tones.quantize(_TONES).save(out, "PNG", optimize=True)
    assert out.tell() <= LIMIT, f"{pdf}: its picture has {out.tell()} bytes"
    return out.getvalue()


def page_count(pdf: Path) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(pdf) as file:
        return len(file.pages)
