"""`publisher archive search|reindex`: articles found, and the index that finds them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli.archive.options import (
    Json,
    Place,
    progress,
    standing_still,
    store_at,
)
from publisher.cli.console import out, out_json, say, styled

if TYPE_CHECKING:
    pass


def reindex(place: Place = None) -> None:
    """Make the catalogue again, from the store alone."""
    from publisher.archive.catalogue import reindex as index
    from publisher.archive.writer import writing

    with writing(store_at(place), say) as writer:
        count = index(writer, progress())
    say(f"{count} issue(s) in the catalogue")


def search(
    query: Annotated[
        str, typer.Argument(help='Words, all of which must be there; "…" holds some together.')
    ] = "",
    byline: Annotated[str, typer.Option(help="Only by this writer.")] = "",
    section: Annotated[str, typer.Option(help="Only in this section (栏目).")] = "",
    since: Annotated[str, typer.Option(help="From this day, month or year: 2025-05.")] = "",
    until: Annotated[str, typer.Option(help="To this day, month or year.")] = "",
    page: Annotated[int, typer.Option(min=0, help="Only what begins on this page.")] = 0,
    issue: Annotated[str, typer.Option(help="Only in this issue.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=1000, help="So many at once.")] = 20,
    offset: Annotated[int, typer.Option(min=0, help="Leave out so many first.")] = 0,
    place: Place = None,
    as_json: Json = False,
) -> None:
    """Find articles: any word of any length, traditional and simplified alike."""
    from publisher.archive.catalogue import behind
    from publisher.archive.search import Question
    from publisher.archive.search import search as find

    store = store_at(place)
    if behind(store):
        with standing_still(store):
            pass
    question = Question(query, byline, section, since, until, page, issue)
    results = find(store, question, limit=limit, offset=offset)
    if as_json:
        out_json(asdict(results))
        return
    for hit in results.hits:
        head = "  ".join(filter(None, (hit.date, hit.section, f"p. {hit.page}", hit.byline)))
        out(styled(f"{hit.headline or hit.article}", bold=True))
        out(f"  {hit.issue}  {head}")
        out("  " + _marked(hit.excerpt, hit.marks).replace("\n", " / "))
    say(f"{len(results.hits)} of {results.total}")


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    parts: list[str] = []
    place = 0
    for start, end in marks:
        parts += [text[place:start], styled(text[start:end], "yellow", bold=True)]
        place = max(place, end)
    return "".join(parts) + text[place:]
