"""The desk's templates, Jinja2 with escaping always on; the only importer of Jinja2 here."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from publisher.desk.words import WORDS
from publisher.text.marks import GAP_MARK
from publisher.theme.rendering import printable


def render(template: str, language: str, **context: Any) -> bytes:
    """A page in UTF-8; a character that XML can't hold is shown as U+FFFD.

    Templates have `lost`, which puts the mark of lost text in words.
    """
    words = WORDS[language]

    def lost(text: str) -> str:
        return text.replace(GAP_MARK, words["gap"])

    page = _environment().get_template(template).render(words=words, lost=lost, **context)
    return printable(page).encode()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("publisher.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
