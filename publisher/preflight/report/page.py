"""Renders the report: Jinja2 with escaping always on, no clock, no fonts, no scripts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from publisher.diagnostics import Diagnostic, Severity, place_of
from publisher.preflight.report.subject import Subject
from publisher.theme.rendering import printable

if TYPE_CHECKING:
    from jinja2 import Template


def as_html(subjects: Sequence[Subject]) -> bytes:
    """The page in UTF-8; the same findings and files give the same bytes."""
    every = [one for subject in subjects for one in subject.found]
    page = _template().render(subjects=subjects, counts=counts(every), counts_of=counts)
    return printable(page).encode()


def counts(found: Sequence[Diagnostic]) -> str:
    """How many faults there are of each severity, in words.

    >>> from publisher.diagnostics import CODES
    >>> counts([CODES["PUB100"].at("a.pdf"), CODES["PUB100"].at("b.pdf")]), counts([])
    ('2 errors', 'nothing found')
    """
    told = [(sum(one.severity is kind for one in found), kind) for kind in Severity]
    words = [f"{number} {kind}{'' if number == 1 else 's'}" for number, kind in told if number]
    return ", ".join(words) or "nothing found"


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("publisher.preflight.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["place"] = place_of
    return environment.get_template("report.html")
