"""Read an issue: its text repaired, in articles, with its pages, pictures and provenance."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from publisher.config import IssueSettings, Settings, read_settings
from publisher.diagnostics import Diagnostic
from publisher.files import read_inside
from publisher.ledger import Landing
from publisher.manuscripts import Manuscript, identifier, read_manuscript
from publisher.model import ImageSettings, Issue, Page, PageStatement, SourceFile, Title
from publisher.pipeline.provenance import provenance_of
from publisher.pipeline.repairing import own_settings, repair_manuscript
from publisher.repairs import Repaired
from publisher.text import Span


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
    return structured(manuscript, repaired, project, looked_for)[0]


def structured(
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
    own = own_settings(place)
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
    issue = replace(issue, provenance=provenance_of(manuscript, repaired, issue, project))
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
    own = own_settings(path)
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

    landing = Landing(repaired.ledger.passes)
    told = {one.file: one for one in stated}
    found = structure.read_pages(manuscript.transcript.text)
    sources = manuscript.sources if len(manuscript.sources) == len(found) else ()
    return tuple(
        _page(page, told, sources[place] if sources else None, landing)
        for place, page in enumerate(found)
    )


def _page(
    page: Page,
    told: Mapping[str, PageStatement],
    source: SourceFile | None,
    landing: Landing,
) -> Page:
    span = Span(landing.of(page.span.start), landing.of(page.span.end))
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
