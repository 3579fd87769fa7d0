"""`publisher review`: an issue's repairs and doubts, answered in a browser or the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli.console import out, say
from publisher.errors import UsageError

if TYPE_CHECKING:
    from publisher.desk.sitting import Sitting


def review(
    issue: Annotated[Path, typer.Argument(help="A seed or an issue's folder.")],
    html: Annotated[
        Path | None,
        typer.Option("--html", help="Write the review as one page that needs nothing else."),
    ] = None,
    language: Annotated[str, typer.Option(help="The language of that page: en or zh-Hans.")] = "en",
    tui: Annotated[
        bool, typer.Option("--tui", help="Ask in the terminal, one question after the other.")
    ] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 0,
) -> None:
    """Show each repair in its place, ask every doubt, and keep the answers at once."""
    from publisher.desk.sitting import Sitting

    if html and tui:
        raise UsageError("--html and --tui are different faces", remedy="Give one of them.")
    sitting = Sitting(issue, Path())
    if html:
        _write(sitting, html, language)
    elif tui:
        from publisher.cli.asking import ask

        ask(sitting)
    else:
        _open(sitting, port)


def _write(sitting: Sitting, html: Path, language: str) -> None:
    from publisher.desk.pages import report
    from publisher.files import write_bytes
    from publisher.wordings import LANGUAGES

    if language not in LANGUAGES:
        raise UsageError(
            f"the report doesn't speak {language!r}", remedy=f"Name one of {', '.join(LANGUAGES)}."
        )
    review = sitting.see().review
    write_bytes(html, report(review, language))
    out(str(html))
    say(f"{review.answered} of {len(review.asked)} answered")


def _open(sitting: Sitting, port: int) -> None:
    from publisher.desk.app import application
    from publisher.desk.guard import Guard
    from publisher.serving import serve

    guards: list[Guard] = []

    def desk(address: str) -> object:
        guards.append(Guard(address))
        return application(sitting, guards[0])

    sitting.begin()
    say("press Ctrl+C to end; answers are kept as they are given")
    serve(desk, "127.0.0.1", port, lambda _: out(guards[0].entrance))
