"""Characters and glyphs: what is shown for an unreadable one, and which ones no font has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from publisher.errors import BuildError

#: Printed for a character that was unreadable already in the source.
BOX = "□"

#: The replacement character, the private use areas (a font's own signs, left over where a page was
#: extracted without its fonts) and control characters.
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff\x7f-\x84\x86-\x9f]")

#: Characters that need no glyph: white space, zero-width marks, directional controls, variation
#: selectors.
_UNSEEN = re.compile(
    "[\\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_TAG = re.compile(r"<[^>]*>")
_HEADLINE = re.compile(r'class="headline">(.*?)</h', re.DOTALL)


def show_unreadable(page: str) -> str:
    """A page with a box for each unreadable character, which no font shows.

    >>> show_unreadable("大\\ufffd模\\ue5e5班")
    '大□模□班'
    """
    return _UNREADABLE.sub(BOX, page)


def refuse_unprintable(page: str, fonts: Iterable[bytes], drawing: str = "") -> None:
    """Raise BuildError where no font has a glyph for a character, with the article it's in.

    The page may also be a drawing, of this name.
    """
    import uharfbuzz

    wanted = set(_UNSEEN.sub("", _text(page)))
    for font in fonts:
        wanted -= {chr(code) for code in uharfbuzz.Face(font).unicodes}
    if wanted:
        shown = ", ".join(_named(sign, page) for sign in sorted(wanted)[:20])
        raise BuildError(
            f"{drawing}{': ' if drawing else ''}the fonts have no glyph for: {shown}",
            remedy="Correct the source, or set the issue's language to one whose fonts have them.",
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
