"""Builds one issue, and of it only what isn't kept from a build of the same inputs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from publisher.batch.inputs import digest, edition_key, issue_digest, look_digest, with_pictures
from publisher.batch.jobs import Built, Failure, Job, Made, failure_of
from publisher.cache import Cache
from publisher.config import Settings
from publisher.diagnostics import Diagnostic
from publisher.errors import PublisherError
from publisher.files import remove_unfinished, write_bytes
from publisher.model import Edition, Issue, Press
from publisher.theme import find_theme


@dataclass(frozen=True, slots=True)
class _Notes:
    """What is told of an issue beside its editions, and the names of its pictures."""

    gaps: int
    queries: int
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """An issue as read, and the digest of all it was read from."""

    issue: Issue
    notes: _Notes
    digest: str


def attempt(job: Job) -> Built | Failure:
    """Build an issue; what goes wrong with it is a value, so that a batch goes on."""
    return attempted(lambda: build_job(job))


def attempted(build: Callable[[], Built]) -> Built | Failure:
    """What a build makes, or what went wrong with it."""
    try:
        return build()
    except (PublisherError, OSError, MemoryError) as error:
        return failure_of(error)


def build_job(job: Job, bring: Callable[[tuple[str, ...]], None] = lambda _: None) -> Built:
    """Build an issue and put its editions in place; what is there already isn't touched.

    `bring` is given the names of the issue's pictures before they are looked at. With a cache or
    without, the editions are the same to the byte. Raises PublisherError.
    """
    known = issue_digest(job.path, job.settings)
    theme = look_of(job.theme, job.settings, job.formats)
    notes = _kept_notes(job.cache, known)
    reading = _read(job, known, bring) if notes is None else None
    if reading is None:
        assert notes is not None
        bring(notes.pictures)
        whole = with_pictures(known, job.path, notes.pictures)
    else:
        notes, whole = reading.notes, reading.digest
    editions: dict[str, Edition] = {}
    made: set[str] = set()
    for format in dict.fromkeys(job.formats):
        kept = _kept_edition(job.cache, edition_key(whole, theme, format))
        if kept is None:
            reading = reading or _read(job, known, bring)
            kept = _made(job, reading.issue, format)
            made.add(format)
        editions[format] = kept
    if reading is not None:
        if reading.digest != whole:
            # Its files were changed since the first of them was looked at.
            return build_job(job, bring)
        if job.cache is not None and inputs_digest(job, notes.pictures) == whole:
            _keep_notes(job.cache, known, notes)
            for format in made:
                _keep_edition(job.cache, edition_key(whole, theme, format), editions[format])
    rows = [_put(job, one, kept=format not in made) for format, one in editions.items()]
    return Built(
        tuple(rows), notes.gaps, notes.queries, notes.pictures, _job_digest(job, whole, theme)
    )


def inputs_digest(job: Job, pictures: Sequence[str]) -> str:
    """The digest of an issue's files as they are now, with the pictures of these names."""
    return with_pictures(issue_digest(job.path, job.settings), job.path, pictures)


def job_digest(job: Job, pictures: Sequence[str] = ()) -> str:
    """The digest of all that a job's outcome depends on; `Built.digest` where nothing changed."""
    return _job_digest(
        job, inputs_digest(job, pictures), look_of(job.theme, job.settings, job.formats)
    )


def stands(made: Made) -> bool:
    """Whether an edition is in its place, to the byte."""
    return _holds(Path(made.path), made.sha256)


def look_of(theme: str, settings: Settings, formats: Sequence[str]) -> str:
    """The digest of a theme, and of the press where an edition is made for one."""
    return look_digest(find_theme(theme), _press(settings, formats))


def _press(settings: Settings, formats: Sequence[str]) -> Press | None:
    from publisher.config.press import read_press
    from publisher.writers import PRESS_WRITERS

    return read_press(settings.press) if set(formats) & set(PRESS_WRITERS) else None


def clear_up(job: Job) -> None:
    """Remove what a killed build of the issue has left half written beside its editions."""
    from publisher.pipeline import issue_id

    name = issue_id(job.path, job.settings)
    for format in job.formats:
        remove_unfinished(job.output / f"{name}.{format}")


def _job_digest(job: Job, whole: str, theme: str) -> str:
    return digest(whole, theme, job.formats, str(job.output), job.dry_run)


def _read(job: Job, known: str, bring: Callable[[tuple[str, ...]], None]) -> _Reading:
    from publisher.pipeline import read_issue

    pictures: tuple[str, ...] = ()
    whole = ""

    def looked_for(names: tuple[str, ...]) -> None:
        # Before they are read: a picture changed after isn't taken for this one.
        nonlocal pictures, whole
        bring(names)
        pictures, whole = names, with_pictures(known, job.path, names)

    issue = read_issue(job.path, job.settings, looked_for=looked_for)
    told = issue.provenance
    notes = _Notes(told.gaps if told else 0, told.queries if told else 0, pictures)
    return _Reading(issue, notes, whole)


def _made(job: Job, issue: Issue, format: str) -> Edition:
    from publisher.pipeline import build

    (edition,) = build(
        issue,
        [format],
        theme=job.theme,
        press=_press(job.settings, job.formats),
        writing=job.settings.writing,
        split=job.settings.split,
        embed_fonts=job.settings.embed_fonts,
        pages=job.settings.print,
        dry_run=True,
    )
    return edition


def _kept_notes(cache: Cache | None, key: str) -> _Notes | None:
    kept = cache.get(key) if cache else None
    if kept is None:
        return None
    gaps, queries, pictures = json.loads(kept)
    return _Notes(gaps, queries, tuple(pictures))


def _keep_notes(cache: Cache, key: str, notes: _Notes) -> None:
    cache.put(key, json.dumps((notes.gaps, notes.queries, notes.pictures)).encode())


def _kept_edition(cache: Cache | None, key: str) -> Edition | None:
    kept = cache.get(key) if cache else None
    if kept is None:
        return None
    head, _, content = kept.partition(b"\n")
    name, media_type, doubts = json.loads(head)
    return Edition(name, media_type, content, tuple(Diagnostic(**one) for one in doubts))


def _keep_edition(cache: Cache, key: str, edition: Edition) -> None:
    doubts = [asdict(one) for one in edition.doubts]
    head = json.dumps((edition.name, edition.media_type, doubts)).encode()
    cache.put(key, head + b"\n" + edition.content)


def _put(job: Job, edition: Edition, *, kept: bool) -> Made:
    """Write an edition, unless it's in its place already."""
    path = job.output / edition.name
    told = edition.digest
    if not job.dry_run and not _holds(path, told):
        write_bytes(path, edition.content)
    doubts = tuple(f"{one.code} {one.message}" for one in edition.doubts)
    return Made(str(path), edition.media_type, len(edition.content), told, kept, doubts)


def _holds(path: Path, sha: str) -> bool:
    return path.is_file() and sha256(path.read_bytes()).hexdigest() == sha
