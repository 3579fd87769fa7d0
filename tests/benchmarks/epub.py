"""The EPUB writer: time and memory at four sizes, beside pandoc and calibre on the same text.

`python -m tests.benchmarks.epub IN.md OUT.epub` writes the book of one run.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.benchmarks import material
from tests.benchmarks.measure import MB, Run, exponent
from tests.benchmarks.programs import run_program
from tests.quality.table import Cell, Table

#: How many articles of about so many characters; the last is a thick paper of 600,000.
ARTICLES = (62, 125, 250, 500)
CHARACTERS = 1200

_COLUMNS = ("program", "articles", "characters", "s", "CPU s", "peak MB", "book MB")
_NOTE = (
    "Each program whole, from start to end, on a Markdown file with a heading for each article. "
    "Ours reads the headings only, embeds subsets of two fonts, draws the cover, reads each page "
    "back and keeps the source inside; the others embed no font and keep no source."
)


def tables() -> Iterator[Table]:
    """Time and memory by size and program, then how time grows."""
    rows: list[tuple[Cell, ...]] = []
    growth: list[tuple[Cell, ...]] = []
    absent = [name for name in PROGRAMS if not _there(name)]
    for name, command in PROGRAMS.items():
        if name in absent:
            continue
        runs = []
        for count in ARTICLES:
            text = newspaper(count)
            run, size = _run(command, text)
            figures = (f"{one:.2f}" for one in (run.wall, run.cpu, run.peak, size))
            rows.append((name, count, len(text), *figures))
            runs.append(run)
        growth.append((name, f"{exponent(runs):.2f}"))
    skipped = f" Not installed here, so skipped: {', '.join(absent)}." if absent else ""
    yield Table("EPUB", _COLUMNS, tuple(rows), _NOTE + skipped)
    yield Table("Growth of time with size", ("program", "exponent"), tuple(growth), "1 is linear.")


def newspaper(count: int) -> str:
    """So many articles as Markdown: a heading, then paragraphs of news and official texts."""
    paragraphs = iter(material.chinese(count * CHARACTERS * 4 / MB).split("\n\n"))
    return "\n\n".join(_article(number, paragraphs) for number in range(1, count + 1)) + "\n"


def _article(number: int, paragraphs: Iterator[str]) -> str:
    parts = [f"# 第{number}条"]
    left = CHARACTERS
    while left > 0:
        # Marks at a line's beginning would be headings and lists to the others.
        text = next(paragraphs).replace("\n", "").lstrip("#-+*> 0123456789.")[:left]
        parts.append(text)
        left -= max(1, len(text))
    return "\n\n".join(parts)


def _ours(given: Path, made: Path) -> list[str]:
    return [sys.executable, "-m", "tests.benchmarks.epub", str(given), str(made)]


def _pandoc(given: Path, made: Path) -> list[str]:
    title = ("--metadata", "title=报", "--metadata", "lang=zh-Hans")
    return ["pandoc", "-f", "markdown", "-t", "epub3", *title, "-o", str(made), str(given)]


def _calibre(given: Path, made: Path) -> list[str]:
    told = ("--formatting-type", "markdown", "--language", "zh", "--title", "报")
    return ["ebook-convert", str(given), str(made), *told]


PROGRAMS: Mapping[str, Callable[[Path, Path], list[str]]] = {
    "publisher": _ours,
    "pandoc": _pandoc,
    "calibre": _calibre,
}


def _there(name: str) -> bool:
    return name == "publisher" or shutil.which(PROGRAMS[name](Path(), Path())[0]) is not None


def _run(command: Callable[[Path, Path], list[str]], text: str) -> tuple[Run, float]:
    """A run, and the size of the book in MB."""
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder) / "in.txt", Path(folder) / "out.epub"
        given.write_text(text, "utf-8")
        run = run_program(command(given, made), len(text.encode()) / MB)
        return run, made.stat().st_size / MB


def main() -> None:
    """Write the book of a Markdown file."""
    from publisher.model import Article, Issue, Paragraph, Phrase, Provenance, SourceFile, Text
    from publisher.text import Span
    from publisher.theme import find_theme
    from publisher.writers.epub import write_epub

    source = Path(sys.argv[1]).read_bytes()
    text = source.decode()
    articles = []
    for number, part in enumerate(text.removeprefix("# ").split("\n\n# "), start=1):
        headline, *rest = part.split("\n\n")
        span = Span(0, len(text))
        body = tuple(Paragraph((Text(one.strip(), span),), span) for one in rest)
        articles.append(Article(f"x-i{number:04}", Phrase(headline, span), body, span))
    issue = Issue("x", "报", "zh-Hans", tuple(articles), text)
    sources = (SourceFile("in.md", source),)
    provenance = Provenance(sources, b"", "0" * 64, "publisher", "2025-05-20T00:00:00Z")
    edition = write_epub(issue, provenance, find_theme("gazette"))
    Path(sys.argv[2]).write_bytes(edition.content)


if __name__ == "__main__":
    main()
