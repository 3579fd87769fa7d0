"""Build an issue's editions: all of them made before the first is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.config.press import read_press
from publisher.files import write_bytes
from publisher.model import Edition, Issue, Press, PressSettings, PrintSettings
from publisher.pipeline.provenance import made_by_hand

if TYPE_CHECKING:
    from publisher.theme import Theme

Progress = Callable[[str], None]
InkOf = Callable[[float, float, float], tuple[float, float, float, float]]


def build(
    issue: Issue,
    formats: Sequence[str] = ("epub", "pdf"),
    output: str | Path = "build",
    *,
    theme: str = "gazette",
    press: Press | None = None,
    writing: str = "horizontal",
    split: int = 100_000,
    embed_fonts: bool = True,
    pages: PrintSettings = PrintSettings(),
    dry_run: bool = False,
    progress: Progress = lambda _: None,
) -> tuple[Edition, ...]:
    """Make an issue's editions and put each into the folder `output`, whole or not at all.

    `press` is what the formats `print` and `sheets` are made for; without one, a profile stands in
    for the printer's. All editions are made before the first is written. `writing` ("horizontal",
    "vertical") says how an EPUB's lines run, `split` how many characters of an article one of its
    files holds, `embed_fonts` whether it holds fonts, `pages` how those of a PDF are set.

    Raises UsageError for an unknown format or theme, BuildError where an edition can't be made or
    written, ToolMissing where a library or font of the system isn't there.
    """
    from publisher.structure import to_json
    from publisher.theme import find_theme
    from publisher.writers import PRESS_WRITERS, press_writer, writer

    names = tuple(dict.fromkeys(formats))
    writers = {name: writer(name) for name in names if name not in PRESS_WRITERS}
    dress = find_theme(theme, writing, split, pages, embed_fonts)
    if len(writers) < len(names):
        press = press or read_press(PressSettings())
    model = json.dumps(to_json(issue), separators=(",", ":")).encode()
    provenance = replace(issue.provenance or made_by_hand(issue), model=model)
    editions: list[Edition] = []
    for name in names:
        progress(name)
        if name in writers:
            ready = _with_ready_pictures(issue, name, dress)
            editions.append(writers[name](ready, provenance, dress))
        elif press:
            ready, ink_of = _ready_for_press(issue, press, dress)
            editions.append(press_writer(name)(ready, provenance, dress, press, ink_of))
    if not dry_run:
        for edition in editions:
            write_bytes(Path(output) / edition.name, edition.content)
    return tuple(editions)


def _with_ready_pictures(issue: Issue, format: str, theme: Theme) -> Issue:
    """The issue with its pictures as an edition of a format holds them."""
    if not issue.pictures:
        return issue
    from publisher.images import for_epub, for_print
    from publisher.theme.layout import layout
    from publisher.theme.measures import print_widths

    if format == "epub":
        return replace(issue, pictures=tuple(map(for_epub, issue.pictures)))
    widths = print_widths(issue, layout(theme, issue.language))
    ready = (for_print(one, widths[one.name]) for one in issue.pictures if one.name in widths)
    return replace(issue, pictures=tuple(ready))


def _ready_for_press(issue: Issue, press: Press, theme: Theme) -> tuple[Issue, InkOf]:
    """The issue with its pictures as the press prints them, and what takes colours there."""
    from publisher.images import Inks, for_press
    from publisher.theme.layout import layout
    from publisher.theme.measures import print_widths

    inks = Inks(press)
    widths = print_widths(issue, layout(theme, issue.language)) if issue.pictures else {}
    pictures = (
        for_press(one, widths[one.name], inks) for one in issue.pictures if one.name in widths
    )
    return replace(issue, pictures=tuple(pictures)), inks.of
