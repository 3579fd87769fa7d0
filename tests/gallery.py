"""Pictures of the themes for README: `python -m tests.gallery` builds the issues and draws them."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from publisher.config import Settings
from publisher.model import PrintSettings
from publisher.pipeline import build, read_issue
from publisher.theme.fonts import fetch

ROOT = Path(__file__).parents[1]
ISSUES = ROOT / "tests" / "structure" / "issues"

#: Each picture's file, with its pages: the issue, the theme, what is set, and which pages.
PICTURES = {
    "gazette/preview.png": [("chinese-daily", "gazette", {}, (1, 2, 6))],
    "magazine/preview.png": [("chinese-daily", "magazine", {}, (1, 2, 3))],
    "book/preview.png": [("chinese-daily", "book", {}, (1, 3, 6))],
    "gazette/preview-english.png": [
        ("english-daily", "gazette", {"page": "tabloid", "columns": 5, "body": 9.5}, (1,)),
        ("english-daily", "magazine", {"colour": "#9e1b1b"}, (3,)),
        ("english-daily", "book", {}, (5,)),
    ],
}

#: Each page's height, and what parts two, in pixels.
_HEIGHT, _APART = 700, 12

#: Colours of a picture, most of them grey.
_COLOURS = 32


def picture(
    folder: Path, parts: list[tuple[str, str, dict[str, object], tuple[int, ...]]]
) -> Image.Image:
    """The pages side by side."""
    pages = [page for part in parts for page in _pages(folder, *part)]
    width = sum(page.width + _APART for page in pages) + _APART
    drawn = Image.new("RGB", (width, _HEIGHT + 2 * _APART), "#bbbbbb")
    left = _APART
    for page in pages:
        drawn.paste(page, (left, _APART))
        left += page.width + _APART
    return drawn.quantize(_COLOURS, dither=Image.Dither.NONE)


def _pages(
    folder: Path, name: str, theme: str, told: dict[str, object], numbers: tuple[int, ...]
) -> list[Image.Image]:
    issue = read_issue(ISSUES / name / "issue", Settings())
    fetch(issue.language)
    (edition,) = build(issue, ["pdf"], folder, theme=theme, pages=PrintSettings(**told))  # type: ignore[arg-type]
    return [_page(folder / edition.name, number) for number in numbers]


def _page(pdf: Path, number: int) -> Image.Image:
    drawn = pdf.with_name("page")
    command = ["pdftoppm", "-png", "-singlefile", "-f", str(number), "-scale-to-x", "-1"]
    command += ["-scale-to-y", str(2 * _HEIGHT), str(pdf), str(drawn)]
    subprocess.run(command, check=True)
    with Image.open(drawn.with_suffix(".png")) as page:
        return page.convert("RGB").resize((page.width // 2, _HEIGHT), Image.Resampling.BOX)


def main() -> None:
    """Draw every picture into its theme's folder."""
    for path, parts in PICTURES.items():
        with tempfile.TemporaryDirectory() as folder:
            picture(Path(folder), parts).save(ROOT / "styles" / path, "PNG", optimize=True)


if __name__ == "__main__":
    main()
