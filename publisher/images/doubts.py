"""Doubts about pictures: what an editor should look at once they are placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.diagnostics import CODES, Diagnostic
from publisher.images.marks import read_marks
from publisher.model import Issue, Match


def doubts(issue: Issue, left_out: Sequence[str], where: str) -> Iterator[Diagnostic]:
    """The doubts in reading order, and last the files in `left_out`, which have no place.

    `where` is the issue's source.
    """
    place = where or issue.name
    for article in issue.articles:
        for figure in article.figures:
            called = f"“{figure.text or figure.alternative}”"
            if figure.image and not (figure.alternative or figure.decorative):
                yield CODES["PUB040"].at(place, f"{figure.image} has no text alternative")
            elif not figure.image and figure.matched is Match.NONE:
                yield CODES["PUB044"].at(place, f"the picture of {called} isn't at hand")
            elif not figure.image:
                file = next((one.file for one in read_marks(issue.text, figure.origin)), called)
                yield CODES["PUB045"].at(place, f"{file} isn't in the issue's folder")
    for file in left_out:
        yield CODES["PUB043"].at(place, f"{file} belongs to no article")
