"""Accession: an issue made into what the archive keeps of it, and made again from that."""

from __future__ import annotations

import json
import platform
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from hashlib import sha256
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from publisher import pipeline, restoration
from publisher.archive import record
from publisher.archive.report_page import report_page
from publisher.archive.store import SCHEME, Store
from publisher.archive.writer import check_paths
from publisher.config import ISSUE_FILE, Settings
from publisher.decisions import path_of
from publisher.errors import InputError, PublisherError
from publisher.files import read_bytes, write_bytes
from publisher.learning import pinned
from publisher.model import Edition, Issue, PrintSettings, Title
from publisher.structure import doubts, to_json
from publisher.theme import find_theme
from publisher.theme.fonts import faces
from publisher.theme.themes import Theme
from publisher.writers import PRESS_WRITERS

SETTINGS = "settings/settings.json"
_THEME = "settings/theme"
_LIMIT = 20_000_000
#: The libraries whose versions decide an edition's bytes.
_LIBRARIES = ("brotli", "ebooklib", "fonttools", "jinja2", "pydyf", "uharfbuzz", "weasyprint")


@dataclass(frozen=True, slots=True)
class Accession:
    """An issue ready to be kept: its id and every file that is kept of it."""

    id: str
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a rebuilding gave: the paths that came out as kept, and those that didn't."""

    same: tuple[str, ...]
    different: tuple[str, ...]


def prepare(path: Path, settings: Settings) -> Accession:
    """Read and build the issue at a path; raises what reading and building raise.

    A printer's copy isn't kept: it is made for a press and its profile, and those pass.
    """
    settings = pinned(settings)
    lasting = tuple(name for name in settings.formats if name not in PRESS_WRITERS)
    settings = replace(settings, formats=lasting)
    issue = pipeline.read_issue(path, settings)
    editions = _editions(issue, settings)
    theme = find_theme(settings.theme)
    builder, report = _builder(issue, settings, theme), _report(issue, editions)
    more = {
        record.BUILDER: record.as_json(builder),
        record.REPORT: record.as_json(report),
        record.REPORT_PAGE: report_page(issue, editions, report, builder),
        **{path: _schema(path) for path in record.SCHEMAS},
        SETTINGS: record.as_json(_settings(path, issue, settings)),
        **dict(_beside(path)),
        **dict(_own_theme(theme)),
    }
    return Accession(issue.id, record.record(issue, editions, to_json(issue), more))


def _builder(issue: Issue, settings: Settings, theme: Theme) -> dict[str, Any]:
    return {
        "builder": f"publisher {version('publisher')}",
        "python": platform.python_version(),
        "libraries": {name: found for name in _LIBRARIES if (found := _version(name))},
        "settings": settings.digest,
        "theme": {"name": theme.name, "sha256": _theme_digest(theme)},
        "fonts": {face.name: face.sha256 for face in faces(issue.language)},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _theme_digest(theme: Theme) -> str:
    total = sha256()
    for folder in theme.folders:
        for path in _theme_files(folder):
            total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def _theme_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file())


def _own_theme(theme: Theme) -> Iterator[tuple[str, bytes]]:
    """A theme of the paper's own is kept with the issue; a shipped one comes with the builder."""
    if theme.root.parent != theme.folders[-1].parent:
        for path in _theme_files(theme.root):
            yield f"{_THEME}/{record.file_name(path.name)}", read_bytes(path, _LIMIT)


def _schema(path: str) -> bytes:
    return resources.files("publisher").joinpath(path.rpartition("/")[2]).read_bytes()


def _report(issue: Issue, editions: Iterable[Edition]) -> dict[str, Any]:
    known = issue.provenance
    counts = ("edits", "joins", "gaps", "queries")
    return {
        "articles": len(issue.articles),
        "characters": len(issue.text),
        **({key: getattr(known, key) for key in counts} if known else {}),
        "checks": {record.edition_path(one): _gives_back(one) for one in editions},
        "doubts": [asdict(one) for one in doubts(issue, issue.name)],
    }


def _gives_back(edition: Edition) -> str:
    """Whether an edition gives back what it was made from, or why it doesn't."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / record.file_name(edition.name)
        path.write_bytes(edition.content)
        try:
            restoration.restore(path)
        except PublisherError as fault:
            return str(fault).replace(str(path), edition.name)
    return "gives back its sources, ledger and model, proved"


def _settings(path: Path, issue: Issue, settings: Settings) -> dict[str, Any]:
    received = path.resolve()
    known = issue.provenance
    return {
        "received": received.name,
        "folder": received.is_dir(),
        "modified": known.modified if known else "",
        "theme": settings.theme,
        "writing": settings.writing,
        "split": settings.split,
        **({} if settings.embed_fonts else {"embed_fonts": False}),
        "formats": list(settings.formats),
        "language": settings.language,
        **({"evidence": settings.evidence} if settings.evidence else {}),
        "title": asdict(settings.title),
        **({"print": asdict(settings.print)} if settings.print != PrintSettings() else {}),
    }


def _beside(path: Path) -> Iterator[tuple[str, bytes]]:
    """What an editor wrote beside the issue, as it stands there."""
    decisions = path_of(path)
    if decisions.is_file():
        yield record.DECISIONS, read_bytes(decisions, _LIMIT)
    if (path / ISSUE_FILE).is_file():
        yield f"settings/{ISSUE_FILE}", read_bytes(path / ISSUE_FILE, _LIMIT)


def rebuild(
    store: Store, issue_id: str, version: str = ""
) -> tuple[tuple[Edition, ...], Comparison]:
    """An issue's editions, made again from its kept source, and held against the kept ones.

    Without `version`, the last one that isn't withdrawn. The model and the ledger are compared
    too. Raises ArchiveError where what is kept is damaged, and what building raises.
    """
    inventory = store.inventory(SCHEME + issue_id)
    names = [version] if version else [f"v{n}" for n in range(len(inventory.versions), 0, -1)]
    name = next((one for one in names if SETTINGS in inventory.version(one).state), "")
    if not name:
        raise InputError(f"{issue_id}: has no source in {version}", remedy="Name another version.")
    state = inventory.version(name).state
    kept = {path: store.read_from(inventory, path, name) for path in state}
    check_paths(kept)
    with tempfile.TemporaryDirectory() as folder:
        issue, editions = _built(store, Path(folder), kept)
    made = {
        record.OUTLINE: record.as_json(to_json(issue)),
        record.LEDGER: issue.provenance.ledger if issue.provenance else b"",
        **{record.edition_path(edition): edition.content for edition in editions},
    }
    same = tuple(path for path in made if made[path] == kept.get(path))
    return editions, Comparison(same, tuple(path for path in made if path not in same))


def _built(
    store: Store, folder: Path, kept: Mapping[str, bytes]
) -> tuple[Issue, tuple[Edition, ...]]:
    values = json.loads(kept[SETTINGS])
    place = folder / Path(values["received"]).name
    sources = {
        record.source_name(path.removeprefix("source/")): content
        for path, content in kept.items()
        if path.startswith("source/")
    }
    for source, content in sources.items():
        write_bytes(place / source if values["folder"] else place, content)
    if record.DECISIONS in kept:
        write_bytes(path_of(place), kept[record.DECISIONS])
    if f"settings/{ISSUE_FILE}" in kept:
        write_bytes(place / ISSUE_FILE, kept[f"settings/{ISSUE_FILE}"])
    settings = replace(_read_settings(values, folder, kept), archive=str(store.root))
    issue = pipeline.read_issue(place, settings)
    if issue.provenance:
        # The day that the editions bear may have come from SOURCE_DATE_EPOCH, and a theme of the
        # paper's own lies elsewhere now.
        digest = json.loads(kept[record.BUILDER])["settings"]
        as_kept = {"modified": values["modified"], "settings_digest": digest}
        issue = replace(issue, provenance=replace(issue.provenance, **as_kept))
    return issue, _editions(issue, settings)


def _editions(issue: Issue, settings: Settings) -> tuple[Edition, ...]:
    return pipeline.build(
        issue,
        settings.formats,
        theme=settings.theme,
        writing=settings.writing,
        split=settings.split,
        embed_fonts=settings.embed_fonts,
        pages=settings.print,
        dry_run=True,
    )


def _read_settings(values: Mapping[str, Any], folder: Path, kept: Mapping[str, bytes]) -> Settings:
    theme = values["theme"]
    for path, content in kept.items():
        if path.startswith(f"{_THEME}/"):
            theme = str(folder / "theme")
            write_bytes(folder / "theme" / path.removeprefix(f"{_THEME}/"), content)
    known = {field.name for field in fields(Title)}
    title = Title(**{key: value for key, value in values["title"].items() if key in known})
    return Settings(
        theme=theme,
        writing=values.get("writing", "horizontal"),
        split=values.get("split", 100_000),
        embed_fonts=values.get("embed_fonts", True),
        formats=tuple(values["formats"]),
        language=values["language"],
        evidence=values.get("evidence", ""),
        title=title,
        print=PrintSettings(**values.get("print", {})),
    )
