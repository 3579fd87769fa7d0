"""Characters and glyphs: what is shown for an unreadable one, and which ones no font has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from publisher.errors import BuildError
from publisher.theme.fonts import Face, faces, locate, stand_ins
from publisher.theme.glyphs import UNREADABLE, held, seen

#: Printed for a character that was unreadable already in the source.
BOX = "□"

_TAG = re.compile(r"<[^>]*>")
_HEADLINE = re.compile(r'class="headline">(.*?)</h', re.DOTALL)


def show_unreadable(page: str) -> str:
    """A page with a box for each unreadable character, which no font shows.

    >>> show_unreadable("大\\ufffd模\\ue5e5班")
    '大□模□班'
    """
    return UNREADABLE.sub(BOX, page)


def faces_for(language: str, *pages: str) -> dict[Face, bytes]:
    """The faces that pages or drawings of a language are set in, and their bytes.

    Those that stand in for the language's own are there where a character needs them. Raises
    ToolMissing where one isn't in the cache.
    """
    fonts = {face: locate(face).read_bytes() for face in faces(language)}
    left = seen("".join(map(_text, pages)))
    for font in fonts.values():
        left -= held(font)
    for face in stand_ins(language) if left else ():
        font = locate(face).read_bytes()
        if found := left & held(font):
            fonts[face] = font
            left -= found
    return fonts


def refuse_unprintable(page: str, fonts: Iterable[bytes], drawing: str = "") -> None:
    """Raise BuildError where no font has a glyph for a character, with the article it's in.

    The page may also be a drawing, of this name.
    """
    wanted = seen(_text(page))
    for font in fonts:
        wanted -= held(font)
    if wanted:
        shown = ", ".join(_named(sign, page) for sign in sorted(wanted)[:20])
        raise BuildError(
            f"{drawing}{': ' if drawing else ''}the fonts have no glyph for: {shown}",
            remedy="Correct the source, or set the issue's language to one whose fonts have them; "
            "an EPUB is built all the same (-o epub).",
        )


def _text(markup: str) -> str:
    return unescape(_TAG.sub("", markup))


def _named(sign: str, page: str) -> str:
    """A character, its number, and the headline of the first article that has it."""
    articles = page.split("<article ")[1:]
    found = next((article for article in articles if sign in _text(article)), "")
    headline = _HEADLINE.search(found)
    where = f", in {_text(headline[1])}" if headline else ""
    return f"{sign} (U+{ord(sign):04X}{where})"
