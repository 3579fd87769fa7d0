"""Repairing and reading a large issue: the processor's time of both by the number of its pages.

The material is the tests' issue of each language, again and again, either with the page numbers of
all copies alike or counted on, so that each jump line has one page to lead to.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from publisher.config import Settings
from publisher.manuscripts import Manuscript
from publisher.model import SourceFile
from publisher.pipeline.reading import structured
from publisher.pipeline.repairing import repair_manuscript
from publisher.text import Transcript
from tests.benchmarks.measure import MB, Run, exponent
from tests.quality.table import Cell, Table

PAGES = (50, 150, 500)

_ISSUES = Path(__file__).parents[1] / "structure" / "issues"
#: What names a page in each issue.
_NUMBERS: Mapping[str, re.Pattern[str]] = {
    "chinese-daily": re.compile(r"(?<=第)\d{1,2}(?=版)"),
    "english-daily": re.compile(r"(?<=\b[AB])\d{1,2}\b"),
}
_COLUMNS = ("issue", "page numbers", "pages", "MB", "repair CPU s", "structure CPU s")
_NOTE = "MB of UTF-8. The processor's time, without the load of the tables."


def tables() -> Iterator[Table]:
    """Time by pages, then how it grows."""
    rows: list[tuple[Cell, ...]] = []
    growth: list[tuple[Cell, ...]] = []
    for name in _NUMBERS:
        _timed(issue(name, 8, counted_on=True))
        for counted_on in (True, False):
            told = "counted on" if counted_on else "alike"
            repairs: list[Run] = []
            readings: list[Run] = []
            for count in PAGES:
                pages = issue(name, count, counted_on=counted_on)
                size = sum(len(page.encode()) for page in pages) / MB
                repair, structure = _timed(pages)
                repairs.append(Run(size, 0, 0, repair, 0, ""))
                readings.append(Run(size, 0, 0, structure, 0, ""))
                figures = (f"{one:.2f}" for one in (size, repair, structure))
                rows.append((name, told, count, *figures))
            growth.append((name, told, f"{exponent(repairs):.2f}", f"{exponent(readings):.2f}"))
    yield Table("Reading a large issue", _COLUMNS, tuple(rows), _NOTE)
    columns = ("issue", "page numbers", "repair", "structure")
    yield Table("Growth of time with size", columns, tuple(growth), "Exponents; 1 is linear.")


def issue(name: str, count: int, *, counted_on: bool) -> list[str]:
    """So many pages of a test issue, which begins again behind its last page."""
    own = [path.read_text("utf-8") for path in sorted((_ISSUES / name / "issue").glob("*.txt"))]

    def page(place: int) -> str:
        copy, page = divmod(place, len(own))
        if not counted_on or not copy:
            return own[page]
        on = copy * len(own)
        return _NUMBERS[name].sub(lambda found: str(int(found[0]) + on), own[page])

    return [page(place) for place in range(count)]


def _timed(pages: list[str]) -> tuple[float, float]:
    """The processor's seconds for repairing and for reading an issue."""
    sources = tuple(SourceFile(f"{n:03}.txt", page.encode()) for n, page in enumerate(pages, 1))
    manuscript = Manuscript(Path("issue.txt"), sources, Transcript.of("\f".join(pages)))
    settings = Settings()
    begun = time.process_time()
    repaired = repair_manuscript(manuscript, settings=settings)
    between = time.process_time()
    structured(manuscript, repaired, settings)
    return between - begun, time.process_time() - between
