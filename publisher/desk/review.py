"""The review of an issue: its source beside its text, with all that an editor may judge. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from publisher.desk.alignment import Run, pieces, runs
from publisher.desk.points import Point, points
from publisher.diagnostics import Diagnostic
from publisher.ledger import Origin
from publisher.manuscripts import PAGE_END, Manuscript
from publisher.model import Continuation, Issue
from publisher.repairs import Answer, Repaired
from publisher.text import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the source, a paragraph mostly, and what became of it.

    `page` counts from 1. `points` and `notes` are those whose place is in it.
    """

    page: int
    source: Span
    text: Span
    runs: tuple[Run, ...]
    points: tuple[Point, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A doubt about how the issue was read, at a place of the source; an answer goes elsewhere."""

    place: int
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the contents: under which section and column, and where it begins."""

    place: int
    section: str
    column: str
    headline: str
    id: str


@dataclass(frozen=True, slots=True)
class Review:
    """What an editor sees of an issue.

    `stale` are the answers that found no place. `pages` names each page of the source.
    """

    name: str
    language: str
    source: str
    text: str
    passages: tuple[Passage, ...]
    points: tuple[Point, ...]
    contents: tuple[Entry, ...]
    continuations: tuple[Continuation, ...]
    stale: tuple[Answer, ...]
    pages: tuple[str, ...]

    @property
    def asked(self) -> tuple[Point, ...]:
        """The points that ask for an answer, those that have one too."""
        return tuple(one for one in self.points if one.asks)

    @property
    def answered(self) -> int:
        """How many of them have one."""
        return sum(one.answered for one in self.asked)

    def point(self, id: str) -> Point | None:
        """The point that is called so."""
        return next((one for one in self.points if one.id == id), None)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The doubts about the reading, in order of place."""
        return tuple(note for one in self.passages for note in one.notes)

    def passage_at(self, place: int) -> Passage:
        """The passage that a place of the source is in."""
        begun = bisect_right(self.passages, place, key=lambda one: one.source.start)
        return self.passages[max(0, begun - 1)]

    def headline(self, id: str) -> str:
        """An article's headline, "" where it has none."""
        return next((one.headline for one in self.contents if one.id == id), "")

    def told(self, id: str, answer: Answer | None) -> Review:
        """The review with a point's answer, where the text isn't made anew yet."""
        return replace(
            self,
            points=_told(self.points, id, answer),
            passages=tuple(
                replace(one, points=_told(one.points, id, answer)) for one in self.passages
            ),
        )


def _told(points: Sequence[Point], id: str, answer: Answer | None) -> tuple[Point, ...]:
    return tuple(replace(one, answer=answer) if one.id == id else one for one in points)


def review(
    manuscript: Manuscript,
    repaired: Repaired,
    issue: Issue,
    doubts: Iterable[tuple[Diagnostic, Span]],
    answers: Sequence[Answer],
    stale: Sequence[Answer] = (),
) -> Review:
    """An issue's review; `doubts` are about spans of the issue's text."""
    source = manuscript.transcript.text
    back = Origin(repaired.ledger.passes)
    found = points(source, repaired, answers)
    notes = [Note(back.of(span).start, diagnostic) for diagnostic, span in doubts]
    notes.sort(key=lambda note: note.place)
    aligned = runs(repaired.ledger, source, repaired.text)
    return Review(
        name=str(issue.title.name or issue.name),
        language=issue.language,
        source=source,
        text=repaired.text,
        passages=tuple(_passages(pieces(aligned, source, repaired.text), source, found, notes)),
        points=found,
        contents=tuple(_contents(issue, back)),
        continuations=issue.continuations,
        stale=tuple(stale),
        pages=_pages(manuscript),
    )


def _pages(manuscript: Manuscript) -> tuple[str, ...]:
    count = manuscript.transcript.text.count(PAGE_END) + 1
    names = [one.name for one in manuscript.sources]
    return tuple(names) if len(names) == count else ("",) * count


def _passages(
    parts: Iterable[tuple[Run, ...]], source: str, found: Sequence[Point], notes: Sequence[Note]
) -> Iterator[Passage]:
    turns = list(accumulate((len(one) + 1 for one in source.split(PAGE_END)), initial=0))
    point = note = 0
    for part in parts:
        whole = Span(part[0].source.start, part[-1].source.end)
        last = whole.end == len(source)
        first, begun = point, note
        while point < len(found) and (last or found[point].span.start < whole.end):
            point += 1
        while note < len(notes) and (last or notes[note].place < whole.end):
            note += 1
        yield Passage(
            bisect_right(turns, whole.start),
            whole,
            Span(part[0].text.start, part[-1].text.end),
            part,
            tuple(found[first:point]),
            tuple(notes[begun:note]),
        )


def _contents(issue: Issue, back: Origin) -> Iterator[Entry]:
    for part in issue.parts:
        for section in part.sections:
            for article in section.articles:
                yield Entry(
                    back.of(article.origin).start,
                    part.label,
                    str(section.label or ""),
                    str(article.headline or ""),
                    article.id,
                )
