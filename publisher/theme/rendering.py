"""Rendering: Jinja2 with escaping always on, and nothing in the output that XML can't hold."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.errors import BuildError
from publisher.text.marks import GAP_MARK
from publisher.theme.bylines import byline_line, run_in
from publisher.theme.days import printed_day
from publisher.theme.headlines import cover_headlines, even_width, headline_of
from publisher.theme.measures import is_short
from publisher.theme.pictures import alternative_of
from publisher.theme.rows import rows
from publisher.theme.shipped import shipped
from publisher.theme.themes import Theme

if TYPE_CHECKING:
    from jinja2 import Environment

#: What XML 1.0 (clause 2.2, Char) can't hold; shown as U+FFFD, kept in the source and the ledger.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(theme: Theme, template: str, **context: Any) -> str:
    """A template of a theme as XHTML; lost text is said with `words.gap` where `words` is given.

    Every value is escaped. Raises BuildError where the template is missing, isn't Jinja2 in
    UTF-8, or uses a name that isn't there.
    """
    page = printable(_rendered(theme, template, context))
    lost = context.get("words", {}).get("gap")
    # A headline or a byline is plain text: lost text in it is still the mark the repairs left.
    return page.replace(GAP_MARK, lost) if lost else page


def printable(text: str) -> str:
    """The text with U+FFFD for each character that XML can't hold.

    >>> printable("a\\x00b")
    'a\\ufffdb'
    """
    return _NO_XML.sub("\ufffd", text)


def _rendered(theme: Theme, template: str, context: dict[str, Any]) -> str:
    from jinja2 import TemplateError

    try:
        return _environment(theme.folders).get_template(template).render(context)
    except TemplateError as fault:
        line = getattr(fault, "lineno", None)
        where = f"{getattr(fault, 'name', None) or template}{f':{line}' if line else ''}"
        raise BuildError(
            f"the theme {theme.name} can't be rendered: {where}: {fault.message}",
            remedy=f"Mend the template in {theme.root}.",
        ) from fault
    except UnicodeDecodeError as fault:
        raise BuildError(
            f"the theme {theme.name} can't be rendered: {template}, or a part of it, isn't UTF-8",
            remedy=f"Save the templates in {theme.root} as UTF-8.",
        ) from fault


def _unknown_block(block: object) -> str:
    """A theme that doesn't know a block would leave its text out: no edition is made."""
    raise BuildError(
        f"the theme doesn't know how to show a {type(block).__name__}",
        remedy="Add it to the theme's article template.",
    )


@lru_cache(maxsize=8)
def _environment(folders: tuple[Path, ...]) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        # A template may extend or import one of a shipped theme by its whole name.
        loader=FileSystemLoader((*folders, shipped())),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {
        "run_in": run_in,
        "byline_line": byline_line,
        "headline_of": headline_of,
        "cover_headlines": cover_headlines,
        "even_width": even_width,
        "alternative_of": alternative_of,
        "is_short": is_short,
        "printed_day": printed_day,
        "rows": rows,
        "unknown_block": _unknown_block,
    }
    environment.tests["kind"] = lambda value, name: type(value).__name__ == name
    return environment
