"""Sets the Chinese daily by each program and judges it: `python -m tests.peers [NAME…]`.

It writes README.md and the pictures beside this file. What isn't installed is skipped and said:
`pip install typst==0.15.0`; `npm install -g @vivliostyle/cli@11.3.3`; `apt-get install calibre`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from publisher.pipeline import build, read_issue
from tests.benchmarks.machine import machine
from tests.benchmarks.measure import MB, Run
from tests.benchmarks.programs import run_program
from tests.peers import FOLDER, paper
from tests.peers.judging import Copy, Fault, copy, faults, lost
from tests.peers.pictures import pictured
from tests.peers.setters import SETTERS, Setter
from tests.quality.table import Table

ISSUE = Path(__file__).parents[1] / "structure" / "issues" / "chinese-daily" / "issue"


@dataclass(frozen=True, slots=True)
class Judged:
    """A program's two prints, the run that made the first, and what is wrong with the second."""

    setter: Setter
    run: Run
    size: float
    copy: Copy
    faults: tuple[Fault, ...]
    lost: int


def main(names: Sequence[str]) -> int:
    """Judge the programs named, or all that are there, and write the page."""
    chosen = [one for one in SETTERS.values() if not names or one.name in names]
    there = [one for one in chosen if one.version()]
    with tempfile.TemporaryDirectory() as folder:
        text, sources = _sources(Path(folder))
        judged = [_judged(one, sources[one.source], text, Path(folder)) for one in there]
    absent = [one.name for one in chosen if one not in there]
    (FOLDER / "README.md").write_text(_page(judged, absent), "utf-8")
    return 0


def _sources(folder: Path) -> tuple[str, Mapping[str, Path]]:
    """The paper's text, and the file that each kind of program reads."""
    issue = read_issue(ISSUE)
    (edition,) = build(issue, ["epub"], folder)
    book = folder / edition.name
    told = paper.from_epub(book, issue.title.name)
    html, typst = folder / "paper.html", folder / "paper.typ"
    paper.write_html(told, html)
    typst.write_text(paper.as_typst(told), "utf-8")
    return told.text, {"issue": ISSUE, "epub": book, "html": html, "typst": typst}


def _judged(setter: Setter, source: Path, text: str, folder: Path) -> Judged:
    screen, press = (folder / f"{setter.name}-{kind}.pdf" for kind in ("screen", "print"))
    run = run_program(setter.screen(source, screen), source.stat().st_size / MB)
    run_program(setter.print(source, press), 0)
    (FOLDER / f"{setter.name.lower()}.png").write_bytes(pictured(screen))
    found = tuple(faults(press))
    size = screen.stat().st_size / MB
    return Judged(setter, run, size, copy(screen, text), found, lost(press, text))


def _page(judged: Sequence[Judged], absent: Sequence[str]) -> str:
    said = (FOLDER / "said.md").read_text("utf-8")
    tables = [machine(), _set(judged), _reading(judged), _wrong(judged)]
    missing = f"Not installed, so left out: {', '.join(absent)}.\n\n" if absent else ""
    pictures = "\n".join(
        f"### {one.setter.name}\n\n![A page as set by {one.setter.name}]"
        f"({one.setter.name.lower()}.png)\n"
        for one in judged
    )
    whole = "\n\n".join(table.as_markdown() for table in tables)
    return f"{said}\n{missing}{whole}\n\n## A page of each\n\n{pictures}"


def _set(judged: Sequence[Judged]) -> Table:
    heads = ("program", "version", "pages", "s", "CPU s", "peak MB", "PDF MB")
    rows = tuple(
        (
            one.setter.name,
            one.setter.version(),
            one.copy.pages,
            *(f"{value:.1f}" for value in (one.run.wall, one.run.cpu, one.run.peak)),
            f"{one.size:.2f}",
        )
        for one in judged
    )
    return Table("What it takes", heads, rows)


def _reading(judged: Sequence[Judged]) -> Table:
    heads = (
        "program",
        "tags hold",
        "PDF/UA-1 clauses broken",
        "bookmarks",
        "links",
        "files attached",
        "lines",
        "loose",
        "not flush",
        "characters lost",
        "lost in print",
    )
    rows = tuple(
        (
            one.setter.name,
            "yes" if one.copy.tagged else "no",
            one.copy.clauses,
            one.copy.bookmarks,
            one.copy.links,
            one.copy.attached,
            one.copy.lines.lines,
            one.copy.lines.loose,
            one.copy.lines.ragged,
            one.copy.lost,
            one.lost,
        )
        for one in judged
    )
    return Table("What a reader gets", heads, rows)


def _wrong(judged: Sequence[Judged]) -> Table:
    heads = ("program", "asked with", "code", "severity", "pages", "such as")
    rows = tuple(row for one in judged for row in _faults(one))
    return Table("What a printer gets: the preflight's findings", heads, rows)


def _faults(one: Judged) -> Iterator[tuple[str | int, ...]]:
    if not one.faults:
        yield one.setter.name, one.setter.how, "", "nothing", "", ""
    for fault in one.faults:
        pages = fault.pages or "the file"
        yield one.setter.name, one.setter.how, fault.code, fault.severity, pages, fault.example


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
