"""The normalizer: speed and memory at four sizes, and beside calibre's heuristics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from tests.benchmarks import calibre, material
from tests.benchmarks.measure import Run, Work, exponent, measured
from tests.quality.table import Cell, Table

SIZES = (0.5, 1.0, 2.0, 4.0)
#: How large a text both programs get, in MB.
BESIDE = 1.0

_COLUMNS = ("load s", "run s", "run CPU s", "MB/s", "peak MB")
_NOTE = (
    "MB of UTF-8. The load is the processor's time from the program's start until every table that "
    "the text needs is there; the speed is by the processor's time after it."
)
_ABSENT = "calibre-debug isn't installed here, so calibre was skipped."


def in_chinese() -> Work:
    """`publisher.normalize` with the tables that Chinese needs."""
    return _ready("同时，围绕产\n\n业链分层分类。")


def in_english() -> Work:
    """`publisher.normalize` with the word lists that English needs."""
    return _ready("The old infra-\nstructure in San\n\nAntonio.")


def _ready(sample: str) -> Work:
    from publisher import normalize

    normalize(sample)
    return lambda text: normalize(text).text


CHINESE, ENGLISH = f"{__name__}:in_chinese", f"{__name__}:in_english"
MATERIAL: Mapping[str, tuple[str, Callable[[float], str]]] = {
    "Chinese, clean": (CHINESE, material.chinese),
    "Chinese, 30 % of paragraphs cut": (CHINESE, material.cut_chinese),
    "English, clean": (ENGLISH, material.english),
    "English, in columns": (ENGLISH, lambda size: material.in_columns(material.english(size))),
}


def tables() -> Iterator[Table]:
    """Speed by size, growth, and both programs on the same English text."""
    rows: list[tuple[Cell, ...]] = []
    growth: list[tuple[Cell, ...]] = []
    for name, (work, make) in MATERIAL.items():
        runs = [measured(work, make(size)) for size in SIZES]
        rows += [(name, *_figures(run)) for run in runs]
        growth.append((name, f"{exponent(runs):.2f}"))
    yield Table("Normalizer", ("text", "MB", *_COLUMNS), tuple(rows), _NOTE)
    yield Table("Growth of time with size", ("text", "exponent"), tuple(growth), "1 is linear.")
    yield beside()


def beside() -> Table:
    """Both programs on the same English in columns: speed, and what comes back of its words.

    Drawn sentences repeat, and each word that is whole somewhere helps to mend the others; so the
    articles stand there once, as a paper would print them.
    """
    debug = calibre.program()
    rows: list[tuple[Cell, ...]] = []
    for clean in (material.english_articles(), material.english(BESIDE)):
        column = material.in_columns(clean)
        runs = {"publisher": measured(ENGLISH, column)}
        if debug:
            runs[calibre.version(debug)] = calibre.heuristics(debug, column)
        divided = column.count("-\n")
        for name, run in runs.items():
            words = 1 - words_lost(clean, run.result) / divided
            back = f"{words:.3f}", f"{paragraphs_back(clean, run.result):.3f}"
            rows.append((name, *_figures(run), divided, *back))
    columns = ("program", "MB", *_COLUMNS, "divided words", "back", "whole paragraphs")
    title = "English news in columns, beside calibre's heuristics"
    return Table(title, columns, tuple(rows), "" if debug else _ABSENT)


def words_lost(clean: str, result: str) -> int:
    """How many of a text's words the result hasn't.

    >>> words_lost("the old infrastructure", "the old infra- structure")
    1
    """
    return (Counter(clean.split()) - Counter(result.split())).total()


def paragraphs_back(clean: str, result: str) -> float:
    """The share of a text's paragraphs that the result has whole."""
    wanted, found = Counter(clean.split("\n\n")), Counter(result.split("\n\n"))
    return (wanted & found).total() / wanted.total()


def _figures(run: Run) -> tuple[str, ...]:
    return tuple(
        f"{one:.2f}" for one in (run.size, run.load, run.wall, run.cpu, run.speed, run.peak)
    )
