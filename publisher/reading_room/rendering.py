"""The room's templates, Jinja2 with escaping always on; the only importer of Jinja2 here."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from publisher.reading_room.addresses import link
from publisher.reading_room.words import WORDS
from publisher.text.marks import GAP_MARK
from publisher.theme.rendering import printable


def render(template: str, here: str, language: str, **context: Any) -> bytes:
    """A page in UTF-8; `here` is its address, which its links start from.

    A character that XML can't hold is shown as U+FFFD, and the mark of lost text in words.
    """
    words = WORDS[language]
    page = (
        _environment()
        .get_template(template)
        .render(words=words, here=here, link=partial(link, here), **context)
    )
    return printable(page).replace(GAP_MARK, words["gap"]).encode()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("publisher.reading_room"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
