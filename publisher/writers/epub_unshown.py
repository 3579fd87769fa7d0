"""What the fonts of an EPUB don't show: told article by article, and left to the reader's fonts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from publisher.diagnostics import CODES, Diagnostic
from publisher.writers.epub_parts import Item


def unshown(
    lacking: set[str], pages: Iterable[Item], heads: Mapping[str, str], name: str
) -> Iterator[Diagnostic]:
    """A doubt for each article with characters that are lacking, then one for those in none.

    `heads` are the articles' headlines by their files, `name` is the book's.

    >>> page = Item("a.xhtml", "application/xhtml+xml", "<p>𪚥</p>".encode())
    >>> [one.where for one in unshown({"𪚥"}, [page], {"a.xhtml": "甲"}, "x.epub")]
    ['x.epub!EPUB/a.xhtml']
    """
    left = set(lacking)
    for page in pages if lacking else ():
        found = lacking & set(page.content.decode("utf-8"))
        if found and page.name in heads:
            left -= found
            where = f"{name}!EPUB/{page.name}"
            yield CODES["PUB013"].at(where, f"“{heads[page.name]}”: {_told(found)}")
    if left:
        yield CODES["PUB013"].at(name, _told(left))


def _told(signs: Iterable[str]) -> str:
    shown = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in sorted(signs)[:20])
    return f"no font in the book has {shown}"
