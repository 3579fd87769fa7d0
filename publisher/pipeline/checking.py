"""Check editions by their validators, and issues by their doubts and lost text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from publisher.config import ISSUE_FILE, Settings, read_settings
from publisher.diagnostics import CODES, Diagnostic
from publisher.files import read_bytes
from publisher.ledger import Query
from publisher.manuscripts import PAGE_END, Manuscript, read_manuscript
from publisher.model import Issue
from publisher.pipeline.reading import structured
from publisher.pipeline.repairing import own_settings, repair_manuscript, stale_answers

#: The largest edition that is checked, in bytes.
EDITION_LIMIT = 2_000_000_000


def check(path: Path, profile: str = "") -> tuple[Diagnostic, ...]:
    """The faults of an edition (by its validators) or of an issue (its doubts and lost text).

    `profile` says what a PDF is for: `print`, `screen` or `archive`. Raises ToolMissing
    where a validator isn't there.
    """
    from publisher import preflight, structure

    suffix = path.suffix.lower()
    if suffix in preflight.CHECKS:
        read_bytes(path, EDITION_LIMIT)
        known = (profile,) if suffix == ".pdf" else ()
        return preflight.checker(suffix)(path, *known)
    project = read_settings(Path())
    manuscript = read_manuscript(path)
    repaired = repair_manuscript(manuscript, settings=project)
    answers = (
        CODES["PUB009"].at(str(path), f"an answer finds no break: {one.left} / {one.right}")
        for one in stale_answers(manuscript, repaired)
    )
    queries = (
        CODES["PUB002"].at(_line(path, manuscript, query), f"{query.rule}: {query.question}")
        for query in repaired.queries
    )
    issue, pictures = structured(manuscript, repaired, project)
    as_read = structure.read_issue(repaired.transcript, id=issue.id, name=issue.name)
    own = own_settings(path)
    named = [one.article for one in own.articles]
    named += [name for one in own.continuations for name in (one.article, one.continues)]
    unknown = structure.unknown(as_read, named, str(path / ISSUE_FILE))
    return (
        *answers,
        *queries,
        *unknown,
        *structure.doubts(issue, str(path)),
        *pictures,
        *_coarse_pictures(issue, project, str(path)),
    )


def check_all(
    paths: Sequence[Path], *, ace: bool = False, profile: str = ""
) -> tuple[tuple[Diagnostic, ...], ...]:
    """The faults of each file, in their order; the EPUBs share one run of EPUBCheck.

    With `ace`, what Ace finds in the EPUBs too; `profile` says what PDFs are for.
    Raises what `check` raises.
    """
    from publisher.preflight.ace import check_accessibility
    from publisher.preflight.epub import check_epubs

    books = [path for path in dict.fromkeys(paths) if path.suffix.lower() == ".epub"]
    for book in books:
        read_bytes(book, EDITION_LIMIT)
    further = {book: check_accessibility(book) if ace else () for book in books}
    found = dict(zip(books, check_epubs(books), strict=True))
    return tuple(
        (*found[path], *further[path]) if path in found else check(path, profile) for path in paths
    )


def check_report(
    paths: Sequence[Path], found: Sequence[Sequence[Diagnostic]], profile: str = ""
) -> bytes:
    """What was found in each file as one HTML page, with a PDF's pages and their ink.

    Raises ToolMissing where a PDF is among them and Poppler or Ghostscript isn't there.
    """
    from publisher.preflight.report import as_html, subject

    pairs = zip(paths, found, strict=True)
    return as_html([subject(path, faults, profile) for path, faults in pairs])


def _coarse_pictures(issue: Issue, settings: Settings, where: str) -> Iterator[Diagnostic]:
    """The pictures with too few pixels for their size in print."""
    from publisher.images import check_print
    from publisher.theme import find_theme
    from publisher.theme.layout import layout
    from publisher.theme.measures import print_widths

    theme = find_theme(settings.theme, pages=settings.print)
    widths = print_widths(issue, layout(theme, issue.language))
    for picture in issue.pictures:
        yield from check_print(picture, widths[picture.name], where)


def _line(path: Path, manuscript: Manuscript, query: Query) -> str:
    """Where a query stands: the file and its line."""
    before = manuscript.transcript.text[: query.span.start]
    page = before.count(PAGE_END)
    if len(manuscript.sources) < 2 or page >= len(manuscript.sources):
        return f"{path}:{before.count(chr(10)) + 1}"
    line = before.rpartition(PAGE_END)[2].count("\n") + 1
    return f"{path / manuscript.sources[page].name}:{line}"
