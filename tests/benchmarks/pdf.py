"""The PDF writer: time and memory a page in three columns and in one, beside others' programs.

`python -m tests.benchmarks.pdf IN.json OUT.pdf COLUMNS` makes the PDF of one run of ours.
PUBLISHER_BENCHMARK_PAGES (such as `10,50`) names other sizes than those of PAGES.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from tests.benchmarks import material
from tests.benchmarks.measure import MB, Run, exponent
from tests.benchmarks.programs import run_program
from tests.peers import paper
from tests.peers.paper import Paper
from tests.peers.pictures import page_count
from tests.peers.setters import SETTERS
from tests.quality.table import Cell, Table

#: About so many pages are set; how many they are is counted in each PDF.
PAGES = (10, 50, 200, 1000)
#: What a page holds, by its columns.
_CHARACTERS = {3: 1350, 1: 1300}
#: Others by their names; calibre is left out, since what it reads is a book and no page.
_OTHERS = ("WeasyPrint", "typst", "Chromium", "Vivliostyle")

_COLUMNS = ("program", "pages", "s", "CPU s", "ms a page", "CPU ms a page", "peak MB")
_NOTE = (
    "Each program whole, from start to end, on the same text. Ours justifies Chinese, breaks"
    " headlines by words, tags, and keeps the source inside; WeasyPrint and Chromium are as they"
    " come, with tags, and WeasyPrint's Chinese is not justified; Typst sets the page, not a story,"
    " in columns. A browser's memory is that of its largest process."
)


@dataclass(frozen=True, slots=True)
class Sized:
    """A run and how many pages it made."""

    run: Run
    pages: int


def tables() -> Iterator[Table]:
    """For each measure the runs by program and size, then how time and memory grow.

    A program that fails at a size has no row for it.
    """
    sizes = _sizes()
    for columns in _CHARACTERS:
        runs = {name: list(_runs(name, columns, sizes)) for name in ("publisher", *_OTHERS)}
        yield _speed(columns, {name: some for name, some in runs.items() if some})
        if grown := {name: some for name, some in runs.items() if len(some) > 1}:
            yield _growth(columns, grown)


def _sizes() -> tuple[int, ...]:
    told = os.environ.get("PUBLISHER_BENCHMARK_PAGES", "")
    return tuple(map(int, told.split(","))) if told else PAGES


def _speed(columns: int, runs: dict[str, list[Sized]]) -> Table:
    rows = tuple(_row(name, one) for name, some in runs.items() for one in some)
    absent = [name for name in _OTHERS if name not in runs]
    skipped = f" Not installed here, so skipped: {', '.join(absent)}." if absent else ""
    return Table(f"PDF, {_measure(columns)}", _COLUMNS, rows, _NOTE + skipped)


def _row(name: str, one: Sized) -> tuple[Cell, ...]:
    wall, cpu = (1000 * time / one.pages for time in (one.run.wall, one.run.cpu))
    figures = (one.run.wall, one.run.cpu, wall, cpu, one.run.peak)
    said = f"{name} {SETTERS[name].version()}"
    return said, one.pages, *(f"{figure:.1f}" for figure in figures)


def _growth(columns: int, runs: dict[str, list[Sized]]) -> Table:
    """The exponent of time, and what a further page costs between the smallest and the largest."""
    rows = []
    for name, some in runs.items():
        first, last = some[0], some[-1]
        pages = last.pages - first.pages
        cpu = 1000 * (last.run.cpu - first.run.cpu) / pages
        memory = (last.run.peak - first.run.peak) / pages
        grows = exponent([replace(one.run, size=one.pages) for one in some])
        rows.append((name, f"{grows:.2f}", f"{cpu:.1f}", f"{memory:.2f}"))
    heads = ("program", "exponent", "CPU ms a further page", "MB a further page")
    return Table(f"PDF, {_measure(columns)}: growth", heads, tuple(rows), "1 is linear.")


def _measure(columns: int) -> str:
    return "one column" if columns == 1 else f"{columns} justified columns"


def _runs(name: str, columns: int, sizes: Sequence[int]) -> Iterator[Sized]:
    if not SETTERS[name].version():
        return
    for pages in sizes:
        size = pages * _CHARACTERS[columns] * 3 / MB
        told = paper.from_paragraphs("报", material.chinese(size).split("\n\n"))
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "out.pdf"
            try:
                run = run_program(_command(name, told, columns, Path(folder), made), size)
            except subprocess.CalledProcessError as fault:
                # What is too much for a program is a figure, too: its larger sizes are left out.
                sys.stderr.write(f"{name} fails at {pages} pages: {fault}\n")
                return
            yield Sized(run, page_count(made))


def _command(name: str, told: Paper, columns: int, folder: Path, made: Path) -> list[str]:
    kind = SETTERS[name].source
    source = folder / f"in.{kind}"
    if name == "publisher":
        source.write_text(json.dumps(asdict(told)), "utf-8")
        return [sys.executable, "-m", __name__, str(source), str(made), str(columns)]
    if kind == "typst":
        source.write_text(paper.as_typst(told, columns), "utf-8")
    else:
        paper.write_html(told, source, columns)
    return SETTERS[name].screen(source, made)


def main(source: Path, made: Path, columns: int) -> None:
    """Set a paper with our own writer, its text in so many columns."""
    from publisher.model import Article, Issue, Paragraph, Phrase, Provenance, SourceFile, Text
    from publisher.text import Span
    from publisher.theme import Theme, find_theme, stylesheet
    from publisher.writers.pdf import write_pdf

    told = json.loads(source.read_bytes())
    text = "\n\n".join(piece["text"] for story in told["stories"] for piece in story["pieces"])
    span = Span(0, len(text))
    articles = tuple(
        Article(
            f"x-i{number:04}",
            Phrase(story["headline"], span),
            tuple(Paragraph((Text(piece["text"], span),), span) for piece in story["pieces"]),
            span,
        )
        for number, story in enumerate(told["stories"], start=1)
    )
    issue = Issue("x", told["title"], "zh-Hans", articles, text)
    sources = (SourceFile("in.txt", text.encode()),)
    provenance = Provenance(sources, b"", "0" * 64, "publisher", "2025-05-20T00:00:00Z")
    with tempfile.TemporaryDirectory() as folder:
        theme = find_theme("gazette")
        if columns != 3:
            style = stylesheet(theme, "print.css") + f"\n.text:lang(zh) {{ columns: {columns} }}\n"
            (Path(folder) / "print.css").write_text(style, "utf-8")
            theme = Theme("benchmark", Path(folder))
        made.write_bytes(write_pdf(issue, provenance, theme).content)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
