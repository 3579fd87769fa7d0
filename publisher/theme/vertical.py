"""Vertical lines: short numbers stand upright in them, as one character does."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

#: One or two digits that are no part of a longer number or a word.
_SHORT = re.compile(r"(?<![0-9A-Za-z.,:/-])([0-9]{1,2})(?![0-9A-Za-z.,:/-])")


def upright(text: str) -> Markup:
    """A text as markup in which numbers of one or two digits stand upright; longer ones lie.

    >>> print(upright("5月20日、2025年 <b>"))
    <span class="upright">5</span>月<span class="upright">20</span>日、2025年 &lt;b&gt;
    """
    parts = _SHORT.split(text)
    return Markup("").join(
        Markup('<span class="upright">{}</span>').format(part) if place % 2 else escape(part)
        for place, part in enumerate(parts)
    )
