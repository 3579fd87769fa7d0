"""Rendering: Jinja2 with escaping always on, and nothing in the output that XML can't hold."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.text.marks import GAP_MARK
from publisher.theme.bylines import byline_line, run_in
from publisher.theme.themes import Theme

if TYPE_CHECKING:
    from jinja2 import Environment

#: What XML 1.0 (clause 2.2, Char) can't hold; shown as U+FFFD, kept in the source and the ledger.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(theme: Theme, template: str, **context: Any) -> str:
    """A template of a theme as XHTML; lost text is said with `words.gap` where `words` is given.

    Every value is escaped; an undefined name in a template raises jinja2.UndefinedError.
    """
    page = printable(_environment(theme.root).get_template(template).render(context))
    lost = context.get("words", {}).get("gap")
    # A headline or a byline is plain text: lost text in it is still the mark the repairs left.
    return page.replace(GAP_MARK, lost) if lost else page


def printable(text: str) -> str:
    """The text with U+FFFD for each character that XML can't hold.

    >>> printable("a\\x00b")
    'a\\ufffdb'
    """
    return _NO_XML.sub("\ufffd", text)


@lru_cache(maxsize=8)
def _environment(root: Path) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(root),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {"run_in": run_in, "byline_line": byline_line}
    environment.tests["kind"] = lambda value, name: type(value).__name__ == name
    return environment
