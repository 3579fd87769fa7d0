"""Inlines: what stands inside a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from publisher.text import Span


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as they print."""

    text: str
    origin: Span


@dataclass(frozen=True, slots=True)
class Strong:
    """Text set bold in the source."""

    children: tuple[Inline, ...]
    origin: Span


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text set apart in the source by slope or emphasis marks."""

    children: tuple[Inline, ...]
    origin: Span


@dataclass(frozen=True, slots=True)
class InlineGap:
    """Lost text inside a paragraph."""

    origin: Span


@dataclass(frozen=True, slots=True)
class PageTurn:
    """Where an article goes on on another page, by its sequence (from 1) and printed number."""

    page: int
    label: str
    origin: Span


@dataclass(frozen=True, slots=True)
class Ruby:
    """Characters with their reading beside them (漢字《かんじ》), without the notation's signs."""

    base: str
    reading: str
    origin: Span


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The mark (①, [1], *) that leads to a footnote, by its number; `again` if not the first."""

    mark: str
    note: int
    origin: Span
    again: bool = False


Inline: TypeAlias = Text | Strong | Emphasis | InlineGap | PageTurn | Ruby | NoteReference

#: An inline that holds no other.
Leaf: TypeAlias = Text | InlineGap | PageTurn | Ruby | NoteReference


def leaves(content: Iterable[Inline]) -> Iterator[Leaf]:
    """The inlines that hold no other, in the order of print: what all dress is taken off of.

    >>> bold = Strong((Text("本报讯", Span(2, 5)),), Span(0, 7))
    >>> [leaf.origin.start for leaf in leaves((bold, Text("近日", Span(7, 9))))]
    [2, 7]
    """
    for inline in content:
        if isinstance(inline, Strong | Emphasis):
            yield from leaves(inline.children)
        else:
            yield inline


def plain(content: Iterable[Inline]) -> str:
    """The characters of inlines without dress, readings and note marks; lost text adds none.

    >>> plain((Strong((Text("本报讯", Span(2, 5)),), Span(0, 7)), Text("近日", Span(7, 9))))
    '本报讯近日'
    """
    return "".join(map(_plain, leaves(content)))


def _plain(leaf: Leaf) -> str:
    match leaf:
        case Text(text=text) | Ruby(base=text):
            return text
    return ""
