"""Readings (ruby) above their characters, which WeasyPrint can't lay out: each is moved there.

The reading is a box of no width of its own, moved back over its characters by margins. One that
is longer than them may lean over its neighbours by a quarter of an em on each side; where that
isn't enough, the characters keep apart. Source: JLREQ, 3.3.6 and 3.3.8.
"""

from __future__ import annotations

import re

from publisher.writers.pdf_headlines import width

#: How far a reading may lean over its neighbours, in ems of the text.
_OVERHANG = 0.25

_RUBY = re.compile(r"<ruby>([^<]*)<rt>([^<]*)</rt></ruby>")


def place_readings(page: str) -> str:
    """A page whose readings stand above their characters, centred, in half their size.

    >>> place_readings("<ruby>憂鬱<rt>ゆううつ</rt></ruby>")
    '<ruby>憂鬱<rt style="margin: -1em 0.00em 0 -4.00em; width: 4.00em">ゆううつ</rt></ruby>'
    """
    return _RUBY.sub(_placed, page)


def _placed(ruby: re.Match[str]) -> str:
    base, reading = ruby.groups()
    # In ems of the reading, two of which are one of the text.
    below, above = 2 * width(base), width(reading)
    apart = max(0.0, (above - below) / 4 - _OVERHANG)
    padding = f' style="padding: 0 {apart:.2f}em"' if apart else ""
    margins = f"margin: -1em {(below - above) / 2:.2f}em 0 {-(below + above) / 2:.2f}em"
    return f'<ruby{padding}>{base}<rt style="{margins}; width: {above:.2f}em">{reading}</rt></ruby>'
