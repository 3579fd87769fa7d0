"""Which characters of a text have to be seen, and which of them a font shows."""

from __future__ import annotations

import re

#: The replacement character, the private use areas (a font's own signs, left over where a page was
#: extracted without its fonts) and control characters.
UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff\x7f-\x84\x86-\x9f]")

#: Characters that need no glyph: white space, zero-width marks, directional controls, variation
#: selectors, and the tags inside a flag.
_UNSEEN = re.compile(
    "[\\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
)


def seen(text: str) -> set[str]:
    """The characters of a text that a font has to have a glyph for.

    What was unreadable already in the source is none of them.

    >>> sorted(seen("a\\u200b b\\ufffd"))
    ['a', 'b']
    """
    return {
        sign for sign in set(text) if not (_UNSEEN.fullmatch(sign) or UNREADABLE.fullmatch(sign))
    }


def held(font: bytes) -> set[str]:
    """The characters that a font has a glyph for."""
    import uharfbuzz

    return {chr(code) for code in uharfbuzz.Face(font).unicodes}
