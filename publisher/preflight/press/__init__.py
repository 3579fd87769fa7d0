"""Preflight for a press: what a printer asks of a PDF, one rule a module in `rules`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from publisher.diagnostics import Diagnostic
from publisher.preflight.broken import judged
from publisher.preflight.press.file import PressFile

Rule = Callable[[PressFile], Iterator[Diagnostic]]

#: The rules, in the order in which they report; each is a module with a function `check`.
RULES = (
    "output_intent",
    "identification",
    "trapping",
    "boxes",
    "annotations",
    "forbidden",
    "fonts",
    "missing_glyphs",
    "screen_colours",
    "calibrated_colours",
    "blending",
    "every_ink",
    "spot_inks",
    "total_ink",
    "resolution",
    "hairlines",
    "white_overprint",
    "rich_black",
    "overprinted_glyphs",
)


def check_press(file: PressFile) -> Iterator[Diagnostic]:
    """The faults of a PDF for a press, by every rule.

    A printer's own preflight has the last word. Raises ToolMissing where Ghostscript or Poppler
    isn't there.
    """
    for page in file.pages:
        if page.unreadable:
            yield file.at(
                "PUB131", f"what it paints can't be read ({page.unreadable})", page.number
            )
    for name in RULES:
        rule: Rule = import_module(f"publisher.preflight.press.rules.{name}").check
        yield from judged(partial(rule, file), file.path, name.replace("_", " "))
