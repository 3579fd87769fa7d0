"""The direction that a language is written in, and marks of direction inside a text."""

from __future__ import annotations

import re

#: Scripts written from right to left are the rule in these languages (ISO 639).
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def direction(language: str) -> str:
    """`rtl` or `ltr` for a BCP 47 language.

    >>> direction("ar-EG"), direction("zh-Hans")
    ('rtl', 'ltr')
    """
    return "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"


#: What opens an embedding or override, and an isolate (Unicode UAX #9, 3.3.2), with what closes it.
_CLOSED_BY = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
_OPENS = re.compile("[\u202a\u202b\u202d\u202e\u2066-\u2068]")


def closed(text: str) -> str:
    """The text with its marks of direction closed, so that what follows it isn't turned round.

    >>> closed("a\\u202eb"), closed("\\u2067a\\u2069")
    ('a\\u202eb\\u202c', '\\u2067a\\u2069')
    """
    if not _OPENS.search(text):
        return text
    awaited: list[str] = []
    for sign in text:
        if sign in _CLOSED_BY:
            awaited.append(_CLOSED_BY[sign])
        elif awaited and sign == awaited[-1]:
            awaited.pop()
    return text + "".join(reversed(awaited))
