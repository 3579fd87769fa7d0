"""Inlines: bold and sloped text, escaped signs, and lost text inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from publisher.model import Emphasis, Inline, InlineGap, Strong, Text, plain
from publisher.text import GAP_MARK, Span

_SIGN = re.compile(
    rf"(?P<gap>{re.escape(GAP_MARK)})"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+\-.!|<>~])"
    r"|(?P<strong>\*\*(?=\S)(?:[^*\n]|\*(?!\*))+?(?<=\S)\*\*)"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\s*])[^*\n]+?(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])[^_\n]+?(?<=[^\s_])_(?![\w_]))"
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


def replaced(
    content: tuple[Inline, ...], find: Callable[[Text], Iterable[Inline]]
) -> tuple[Inline, ...]:
    """The inlines with what `find` finds in each text put in the place of its characters.

    What it finds stands in order, none over another. A text that isn't what the source has, such
    as a space between lines, holds nothing to find.

    >>> from publisher.model import NoteReference
    >>> mark = NoteReference("①", 1, Span(2, 3))
    >>> [type(one).__name__ for one in replaced((Text("夜校①好", Span(0, 4)),), lambda _: [mark])]
    ['Text', 'NoteReference', 'Text']
    """
    changed: list[Inline] = []
    for inline in content:
        match inline:
            case Strong(children=children) | Emphasis(children=children):
                changed.append(replace(inline, children=replaced(children, find)))
            case Text(text=text, origin=origin) if len(text) == len(origin):
                changed += _parted(inline, find(inline))
            case _:
                changed.append(inline)
    return tuple(changed)


def _parted(whole: Text, found: Iterable[Inline]) -> Iterator[Inline]:
    start, place = whole.origin.start, 0
    for one in found:
        if place < one.origin.start - start:
            yield _part(whole, place, one.origin.start - start)
        yield one
        place = one.origin.end - start
    if place < len(whole.text):
        yield _part(whole, place, len(whole.text))


def _part(whole: Text, start: int, end: int) -> Text:
    first = whole.origin.start
    return Text(whole.text[start:end], Span(first + start, first + end))
