"""Inlines: bold and sloped text, escaped signs, and lost text inside a paragraph."""

from __future__ import annotations

import re

from publisher.model import Emphasis, Inline, InlineGap, Strong, Text, plain
from publisher.text import GAP_MARK, Span

_SIGN = re.compile(
    rf"(?P<gap>{re.escape(GAP_MARK)})"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+\-.!|<>~])"
    r"|(?P<strong>\*\*(?=\S)(?:[^*\n]|\*(?!\*))+?(?<=\S)\*\*)"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\s*])[^*\n]+?(?<=[^\s*])\*(?![\w*]))"
)


def inlines(text: str, span: Span) -> tuple[Inline, ...]:
    """The inlines of a stretch of text; a sign without its partner stays a character.

    >>> [type(one).__name__ for one in inlines("**本报讯**近日", Span(0, 9))]
    ['Strong', 'Text']
    """
    found: list[Inline] = []
    place = span.start
    for sign in _SIGN.finditer(text, span.start, span.end):
        if place < sign.start():
            found.append(_text(text, place, sign.start()))
        found.append(_inline(text, sign))
        place = sign.end()
    if place < span.end:
        found.append(_text(text, place, span.end))
    return tuple(found)


def _text(text: str, start: int, end: int) -> Text:
    return Text(text[start:end], Span(start, end))


def _inline(text: str, sign: re.Match[str]) -> Inline:
    origin = Span(*sign.span())
    match sign.lastgroup:
        case "gap":
            return InlineGap(origin)
        case "strong":
            return Strong(inlines(text, Span(origin.start + 2, origin.end - 2)), origin)
        case "emphasis":
            return Emphasis(inlines(text, Span(origin.start + 1, origin.end - 1)), origin)
    return Text(sign["escaped"], origin)


def unmarked(text: str, span: Span) -> str:
    """The characters of a stretch without their signs.

    >>> unmarked("**本报讯**近日", Span(0, 9))
    '本报讯近日'
    """
    return plain(inlines(text, span))
