"""Inlines: what stands inside a paragraph."""

from __future__ import annotations

from collections.abc import Iterable
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


Inline: TypeAlias = Text | Strong | Emphasis | InlineGap | PageTurn


def plain(content: Iterable[Inline]) -> str:
    """The characters of inlines without their dress; lost text adds none.

    >>> plain((Strong((Text("本报讯", Span(2, 5)),), Span(0, 7)), Text("近日", Span(7, 9))))
    '本报讯近日'
    """
    parts: list[str] = []
    for inline in content:
        match inline:
            case Text(text=text):
                parts.append(text)
            case Strong(children=children) | Emphasis(children=children):
                parts.append(plain(children))
            case InlineGap() | PageTurn():
                pass
    return "".join(parts)
