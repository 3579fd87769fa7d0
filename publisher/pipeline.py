"""The whole line, from bytes to editions; the only room that knows every stage."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from publisher import ledger_json
from publisher.config import ISSUE_FILE, IssueSettings, Settings, read_issue_settings, read_settings
from publisher.config.first import first_settings_of
from publisher.decisions import read_decisions, stale
from publisher.diagnostics import CODES, Diagnostic
from publisher.errors import UsageError
from publisher.files import read_bytes, read_inside, write_bytes
from publisher.ledger import Certainty, Pass, Query, landing
from publisher.manuscripts import PAGE_END, Manuscript, identifier, read_manuscript
from publisher.model import (
    Edition,
    ImageSettings,
    Issue,
    Page,
    PageStatement,
    Provenance,
    SourceFile,
    Title,
)
from publisher.repairs import Answer, Material, Repaired, Tables, Verdict, repair
from publisher.repairs.catalogue import CATALOGUE
from publisher.repairs.evidence import ngrams, shipped_digests
from publisher.text import Span, Transcript

if TYPE_CHECKING:
    from publisher.preflight.tools import Tool

#: The earliest day a ZIP can hold: the modification time of an issue whose day isn't known.
NO_DAY = "1980-01-01T00:00:00Z"

#: The largest edition that is checked, in bytes.
EDITION_LIMIT = 2_000_000_000

Progress = Callable[[str], None]

_FIRST_PROJECT = """\
# The settings of this paper; every key may be left out.
theme = "gazette"
# writing = "vertical"
formats = ["epub", "pdf"]
# language = "zh-Hans"

[title]
# name = ""
# name_en = ""
# issn = ""
# cn = ""
# publisher = ""
# place = ""
# rights = ""
"""


def normalize(
    text: str, *, language: str | None = None, evidence: Tables | Sequence[Tables] = ()
) -> Repaired:
    """Repair page-split text.

    `language` is a BCP 47 tag; without it each block goes by its script and words. `evidence` is
    what `learn` made of a paper's archive. The result has `.text`, `.ledger`, `.queries` and
    `.breaks` (`.offset`, `.verdict`, `.certainty`, `.evidence`); lost text is marked `⟦gap⟧`.

    >>> normalize("同时，围绕产\\n\\n业链分层分类开展劳动竞赛。").text
    '同时，围绕产业链分层分类开展劳动竞赛。'
    """
    tables = (evidence,) if isinstance(evidence, Tables) else tuple(evidence)
    return _repair(Transcript.of(text), language or "", tables)


def learn(texts: Iterable[str], *, name: str = "archive") -> Tables:
    """What a paper has printed, as evidence for its repairs: `normalize(text, evidence=…)`.

    `texts` are clean texts with a paragraph a line. The same texts give the same digest, which
    stands in the ledger of what was decided with them.

    >>> learn(["围绕产业链分层分类开展劳动竞赛。"]).name
    'archive'
    """
    counts = ngrams.learned(texts)
    return Tables(name, sha256(counts.to_bytes()).hexdigest(), counts)


def _repair(
    transcript: Transcript,
    language: str,
    tables: tuple[Tables, ...] = (),
    answers: tuple[Answer, ...] = (),
) -> Repaired:
    material = Material(transcript.text, language, tables, answers)
    done = repair(transcript, CATALOGUE, material)
    used = (*shipped_digests(), *done.ledger.evidence)
    return replace(done, ledger=replace(done.ledger, evidence=used))


def repair_manuscript(
    manuscript: Manuscript, language: str = "", settings: Settings | None = None
) -> Repaired:
    """A manuscript's text repaired; a `language` that is given holds against the settings'.

    The answers in the decisions file beside it win over every rule. Without `settings`, those of
    the working folder hold. Raises UsageError where a file of settings or decisions is faulty.
    """
    project = read_settings(Path()) if settings is None else settings
    tongue = language or _own_settings(manuscript.path).language or project.language
    answers = read_decisions(manuscript.path)
    return _repair(manuscript.transcript, tongue, _evidence(project), answers)


def _evidence(settings: Settings) -> tuple[Tables, ...]:
    """What the settings say that the paper's archive has learned."""
    if not settings.evidence:
        return ()
    from publisher.learning import evidence

    return evidence(settings)


def _own_settings(issue: Path) -> IssueSettings:
    return read_issue_settings(issue) if issue.is_dir() else IssueSettings()


def stale_answers(manuscript: Manuscript, repaired: Repaired) -> tuple[Answer, ...]:
    """The editor's answers that found no break, or more than one: none of them was applied."""
    answers = read_decisions(manuscript.path)
    return stale(answers, manuscript.transcript.text, repaired)


def read_issue(
    path: str | Path,
    settings: Settings | None = None,
    *,
    looked_for: Callable[[tuple[str, ...]], None] = lambda _: None,
) -> Issue:
    """Read an issue from a file or a folder: repaired, in articles, with its provenance.

    Without `settings`, those of the working folder hold. `looked_for` is told the names of the
    picture files that it wants, there or not. Raises InputError or UsageError.
    """
    project = read_settings(Path()) if settings is None else settings
    manuscript = read_manuscript(Path(path))
    repaired = repair_manuscript(manuscript, settings=project)
    return _structured(manuscript, repaired, project, looked_for)[0]


def _structured(
    manuscript: Manuscript,
    repaired: Repaired,
    project: Settings,
    looked_for: Callable[[tuple[str, ...]], None] = lambda _: None,
) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The issue that a repaired manuscript is, with what the settings say of it and its pictures.

    Beside it stands what was in doubt about the pictures.
    """
    from publisher import structure

    place = manuscript.path
    own = _own_settings(place)
    title = _over(project.title, own.title)
    issue = structure.read_issue(
        repaired.transcript,
        id=_issue_id(manuscript, own, title),
        name=place.stem,
        language=own.language or project.language or title.language,
        source=manuscript.transcript.text,
        leaves=_pages(manuscript, repaired, own.pages),
        stated=structure.Statements(own.articles, own.continuations),
    )
    issue = replace(
        issue,
        title=_over(issue.title, title),
        date=own.date or issue.date,
        number=own.number or issue.number,
        volume=own.volume or issue.volume,
        edition=own.edition,
        supplements=own.supplements,
    )
    issue = replace(issue, provenance=_provenance(manuscript, repaired, issue, project))
    return _illustrated(issue, place, own.images, looked_for)


def _illustrated(
    issue: Issue,
    path: Path,
    settings: Sequence[ImageSettings],
    looked_for: Callable[[tuple[str, ...]], None],
) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The issue with the pictures that its folder holds, and what was in doubt."""
    from publisher import images

    folder = path if path.is_dir() else path.parent
    names = images.named(issue, settings)
    looked_for(names)
    files = {
        name: read_inside(folder, name, images.MAX_BYTES)
        for name in names
        # What a mark in the text names may never have come with it.
        if (folder / name).exists()
    }
    return images.place(issue, settings, files, str(path))


def _over(title: Title, told: Title) -> Title:
    """A title with what is told of it in place of what it says."""
    said = {key: value for key in told.__slots__ if (value := getattr(told, key))}
    return replace(title, **said)


def issue_id(path: Path, settings: Settings) -> str:
    """The id of the issue at a path, which its editions are called by.

    The text is read only where the id depends on it. Raises InputError or UsageError.
    """
    own = _own_settings(path)
    title = _over(settings.title, own.title)
    if own.id or not title.id:
        return own.id or identifier(path)
    return _issue_id(read_manuscript(path), own, title)


def _issue_id(manuscript: Manuscript, own: IssueSettings, title: Title) -> str:
    """The id: as the settings say, else of title, day and edition, else of the file's name."""
    from publisher import structure

    if own.id or not title.id:
        return own.id or identifier(manuscript.path)
    day = own.date or structure.printed_date(manuscript.transcript.text)
    return f"{title.id}-{day}-{own.edition or 'a'}" if day else identifier(manuscript.path)


def _pages(
    manuscript: Manuscript, repaired: Repaired, stated: Sequence[PageStatement]
) -> tuple[Page, ...]:
    """The source's pages in the repaired text, where a join may have taken out the mark between.

    What the editor states of a page, by its file, holds against what is printed on it.
    """
    from publisher import structure

    passes = repaired.ledger.passes
    told = {one.file: one for one in stated}
    found = structure.read_pages(manuscript.transcript.text)
    sources = manuscript.sources if len(manuscript.sources) == len(found) else ()
    return tuple(
        _page(page, told, sources[place] if sources else None, passes)
        for place, page in enumerate(found)
    )


def _page(
    page: Page,
    told: Mapping[str, PageStatement],
    source: SourceFile | None,
    passes: Sequence[Pass],
) -> Page:
    span = Span(landing(passes, page.span.start), landing(passes, page.span.end))
    if source is None:
        return replace(page, span=span)
    said = told.get(source.name, PageStatement(source.name))
    return replace(
        page,
        span=span,
        printed=page.printed if said.printed is None else said.printed,
        section=page.section if said.section is None else said.section,
        editors=page.editors if said.editors is None else said.editors,
        file=source.name,
        digest=source.digest,
    )


def _provenance(
    manuscript: Manuscript, repaired: Repaired, issue: Issue, settings: Settings
) -> Provenance:
    sure = [one.verdict for one in repaired.breaks if one.certainty is not Certainty.DOUBTFUL]
    return Provenance(
        sources=manuscript.sources,
        ledger=ledger_json.to_lines(repaired.ledger).encode(),
        settings_digest=settings.digest,
        builder=f"publisher {version('publisher')}",
        modified=_modified(issue.date),
        edits=sum(len(one.edits) for one in repaired.ledger.passes),
        joins=sure.count(Verdict.JOIN),
        gaps=sure.count(Verdict.GAP),
        queries=len(repaired.queries),
    )


def _modified(date: str) -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        if not epoch.isdecimal() or len(epoch) > 11:
            raise UsageError(
                f"SOURCE_DATE_EPOCH is {epoch!r}, not a number of seconds",
                remedy="Set it to the seconds since 1970, or unset it.",
            )
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{date}T00:00:00Z" if date else NO_DAY


def build(
    issue: Issue,
    formats: Sequence[str] = ("epub", "pdf"),
    output: str | Path = "build",
    *,
    theme: str = "gazette",
    writing: str = "horizontal",
    split: int = 100_000,
    dry_run: bool = False,
    progress: Progress = lambda _: None,
) -> tuple[Edition, ...]:
    """Make an issue's editions and put each into the folder `output`, whole or not at all.

    All editions are made before the first is written. `writing` ("horizontal", "vertical") says how
    an EPUB's lines run, `split` how many characters of an article one of its files holds.

    Raises UsageError for an unknown format or theme, BuildError where an edition can't be made or
    written, ToolMissing where a library or font of the system isn't there.
    """
    from publisher.structure import to_json
    from publisher.theme import find_theme
    from publisher.writers import writer

    writers = [(name, writer(name)) for name in dict.fromkeys(formats)]
    dress = find_theme(theme, writing, split)
    model = json.dumps(to_json(issue), separators=(",", ":")).encode()
    provenance = replace(issue.provenance or _made_by_hand(issue), model=model)
    editions: list[Edition] = []
    for name, write in writers:
        progress(name)
        editions.append(write(_with_ready_pictures(issue, name), provenance, dress))
    if not dry_run:
        for edition in editions:
            write_bytes(Path(output) / edition.name, edition.content)
    return tuple(editions)


def _with_ready_pictures(issue: Issue, format: str) -> Issue:
    """The issue with its pictures as an edition of a format holds them."""
    if not issue.pictures:
        return issue
    from publisher.images import for_epub, for_print
    from publisher.theme.measures import print_widths

    if format == "epub":
        return replace(issue, pictures=tuple(map(for_epub, issue.pictures)))
    widths = print_widths(issue)
    ready = (for_print(one, widths[one.name]) for one in issue.pictures if one.name in widths)
    return replace(issue, pictures=tuple(ready))


def _made_by_hand(issue: Issue) -> Provenance:
    content = issue.text.encode("utf-8", "surrogatepass")
    return Provenance(
        sources=(SourceFile(f"{issue.id}.txt", content),),
        ledger=b"",
        settings_digest=sha256(b"").hexdigest(),
        builder=f"publisher {version('publisher')}",
        modified=_modified(issue.date),
    )


def check(path: Path) -> tuple[Diagnostic, ...]:
    """The faults of an edition (by its validators) or of an issue (its doubts and lost text).

    Raises ToolMissing where a validator isn't there.
    """
    from publisher import preflight, structure

    suffix = path.suffix.lower()
    if suffix in preflight.CHECKS:
        read_bytes(path, EDITION_LIMIT)
        return preflight.checker(suffix)(path)
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
    issue, pictures = _structured(manuscript, repaired, project)
    as_read = structure.read_issue(repaired.transcript, id=issue.id, name=issue.name)
    own = _own_settings(path)
    named = [one.article for one in own.articles]
    named += [name for one in own.continuations for name in (one.article, one.continues)]
    unknown = structure.unknown(as_read, named, str(path / ISSUE_FILE))
    return (
        *answers,
        *queries,
        *unknown,
        *structure.doubts(issue, str(path)),
        *pictures,
        *_coarse_pictures(issue, str(path)),
    )


def check_all(paths: Sequence[Path], *, ace: bool = False) -> tuple[Diagnostic, ...]:
    """The faults of all the files, in their order; the EPUBs share one run of EPUBCheck.

    With `ace`, what Ace finds in the EPUBs too. Raises what `check` raises.
    """
    from publisher.preflight.ace import check_accessibility
    from publisher.preflight.epub import check_epubs

    books = [path for path in dict.fromkeys(paths) if path.suffix.lower() == ".epub"]
    for book in books:
        read_bytes(book, EDITION_LIMIT)
    further = {book: check_accessibility(book) if ace else () for book in books}
    found = dict(zip(books, check_epubs(books), strict=True))
    return tuple(
        one
        for path in paths
        for one in ((*found[path], *further[path]) if path in found else check(path))
    )


def _coarse_pictures(issue: Issue, where: str) -> Iterator[Diagnostic]:
    """The pictures with too few pixels for their size in print."""
    from publisher.images import check_print
    from publisher.theme.measures import print_widths

    widths = print_widths(issue)
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


def probe_tools(language: str = "zh-Hans") -> tuple[Tool, ...]:
    """What of the system's programs, libraries and a language's fonts is there."""
    from publisher.preflight.tools import probe

    return probe(language)


def fetch_fonts(language: str, progress: Progress) -> tuple[Path, ...]:
    """Bring a language's pinned fonts into the cache; ToolMissing where npm can't."""
    from publisher.theme.fonts import fetch

    return fetch(language, progress)


def first_settings() -> str:
    """A first `publisher.toml`, each key explained."""
    return _FIRST_PROJECT


def first_issue_settings(folder: Path) -> str:
    """A first `issue.toml`: what the text says, and the keys that nothing was found for."""
    return first_settings_of(read_issue(folder))
