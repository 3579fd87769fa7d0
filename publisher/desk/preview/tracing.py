"""Where a passage of an edition stands in the source: its file, its line, and what is around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from publisher.ledger import Origin
from publisher.manuscripts import PAGE_END, Manuscript
from publisher.model import Article, Issue
from publisher.repairs import Repaired
from publisher.repairs.evidence.answers import bare
from publisher.text import Span

#: So many characters without white space find a passage; so many of the source stand beside it.
_SOUGHT, _BESIDE = 40, 60


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of the source with what stands before and after it; `line` counts from 1."""

    file: str
    line: int
    before: str
    passage: str
    after: str


class Tracer:
    """Finds passages of an issue in its source, made once for many passages."""

    def __init__(self, manuscript: Manuscript, repaired: Repaired, issue: Issue) -> None:
        self._manuscript = manuscript
        self._back = Origin(repaired.ledger.passes)
        self._issue = issue
        self._offsets = [at for at, one in enumerate(issue.text) if bare(one)]
        self._bare = bare(issue.text)

    def place(self, article: str, text: str) -> Place | None:
        """Where a passage of an article stands; None where it isn't found.

        `article` is the end of the article's id ("" is any); `text` is the passage as an edition
        shows it: words of the edition's own in it, such as those for lost text, stand in no source.
        """
        sought = bare(text)
        for start in (0, len(sought) // 3, 2 * len(sought) // 3):
            piece = sought[start : start + _SOUGHT]
            span = self._found(piece, self._spans(article)) if piece else None
            if span:
                return self._shown(self._back.of(span))
        return None

    def _spans(self, article: str) -> Sequence[Span]:
        if article:
            for one in self._issue.articles:
                if one.id.endswith(article):
                    return _spans(one)
        return (Span(0, len(self._issue.text)),)

    def _found(self, piece: str, spans: Sequence[Span]) -> Span | None:
        at = self._bare.find(piece)
        while at >= 0:
            start = self._offsets[at]
            if any(span.start <= start < span.end for span in spans):
                return Span(start, self._offsets[at + len(piece) - 1] + 1)
            at = self._bare.find(piece, at + 1)
        return None

    def _shown(self, span: Span) -> Place:
        source = self._manuscript.transcript.text
        page = source.count(PAGE_END, 0, span.start)
        names = [one.name for one in self._manuscript.sources]
        whole = len(names) < 2 or page >= len(names)
        start = 0 if whole else source.rfind(PAGE_END, 0, span.start) + 1
        return Place(
            names[0] if whole else names[page],
            source.count("\n", start, span.start) + 1,
            source[max(start, span.start - _BESIDE) : span.start],
            source[span.start : span.end],
            source[span.end : span.end + _BESIDE].partition(PAGE_END)[0],
        )


def _spans(article: Article) -> Sequence[Span]:
    return (article.origin, *article.continued)
