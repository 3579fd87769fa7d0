"""An issue's review as its files stand; what took long to read is kept for the next opening."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from publisher.batch.inputs import digest, issue_digest
from publisher.batch.jobs import cache_of
from publisher.cache import Cache
from publisher.config import Settings
from publisher.decisions import read_decisions, stale
from publisher.desk.review import Review, review
from publisher.manuscripts import Manuscript, read_manuscript
from publisher.pipeline import repair_manuscript
from publisher.pipeline.reading import structured
from publisher.structure import placed_doubts

#: An issue of more characters is read anew behind the editor's back: an answer mustn't wait for it.
QUICK = 60_000


def open_review(path: Path, settings: Settings) -> Review:
    """An issue's review as its files stand. Raises InputError or UsageError.

    That of a large issue is kept in the cache, the last alone, under the issue's place.
    """
    manuscript = read_manuscript(path)
    if len(manuscript.transcript.text) <= QUICK:
        return _read(manuscript, settings)
    cache, key = cache_of(settings), digest("review", str(path.resolve()))
    made_from = digest(str(path), issue_digest(path, settings)).encode()
    told = cache.get(key) or b""
    if told.startswith(made_from):
        return _from_json(told[len(made_from) :])
    found = _read(manuscript, settings)
    # A file that was changed meanwhile may be in it or not.
    if digest(str(path), issue_digest(path, settings)).encode() == made_from:
        _keep(cache, key, made_from, found)
    return found


def _read(manuscript: Manuscript, settings: Settings) -> Review:
    answers = read_decisions(manuscript.path)
    repaired = repair_manuscript(manuscript, settings=settings)
    issue, _ = structured(manuscript, repaired, settings)
    return review(
        manuscript,
        repaired,
        issue,
        placed_doubts(issue, str(manuscript.path)),
        answers,
        stale(answers, manuscript.transcript.text, repaired),
    )


def _keep(cache: Cache, key: str, made_from: bytes, found: Review) -> None:
    from pydantic import TypeAdapter
    from pydantic_core import PydanticSerializationError

    # Text that UTF-8 can't hold is read each time.
    with suppress(PydanticSerializationError):
        cache.put(key, made_from + TypeAdapter(Review).dump_json(found))
        cache.trim()


def _from_json(told: bytes) -> Review:
    from pydantic import TypeAdapter

    return TypeAdapter(Review).validate_json(told)
