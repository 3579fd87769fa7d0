"""Blocks: what an article's body is made of; each knows its span in the repaired transcript."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from publisher.model.credit import Credit
from publisher.model.inline import Inline, plain
from publisher.text import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    content: tuple[Inline, ...]
    origin: Span

    @property
    def text(self) -> str:
        """The paragraph's characters."""
        return plain(self.content)


@dataclass(frozen=True, slots=True)
class Subhead:
    """A heading inside an article (小题); `level` counts from 1 below the headline."""

    content: tuple[Inline, ...]
    level: int
    origin: Span

    @property
    def text(self) -> str:
        """The subhead's characters."""
        return plain(self.content)


@dataclass(frozen=True, slots=True)
class ListItems:
    """A list whose items bring their own marks (一、 · 1. · ■) in the text."""

    items: tuple[tuple[Inline, ...], ...]
    origin: Span


@dataclass(frozen=True, slots=True)
class Verse:
    """Lines that stay lines: verse, an address, a programme."""

    lines: tuple[tuple[Inline, ...], ...]
    origin: Span


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `header` says whether the first row names the columns."""

    rows: tuple[tuple[str, ...], ...]
    header: bool
    origin: Span


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of a picture (图为…) as it stands in the text, before pictures are placed."""

    content: tuple[Inline, ...]
    origin: Span


class Match(StrEnum):
    """How a picture came to its place in an article."""

    MARK = "a mark in the text"
    ARTICLE = "the article named in the settings"
    CAPTION = "its caption"
    PAGE = "the only caption of its page"
    NONE = "no picture"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption and credits; `image` is "" where the picture isn't at hand.

    `image` is the name of one of the issue's pictures. `alternative` is the text alternative as
    someone wrote it, or "". A decorative picture tells nothing.
    """

    image: str
    caption: tuple[Inline, ...]
    origin: Span
    credits: tuple[Credit, ...] = ()
    alternative: str = ""
    decorative: bool = False
    matched: Match = Match.NONE

    @property
    def content(self) -> tuple[Inline, ...]:
        """What it holds of the text, as other blocks have it: its caption."""
        return self.caption

    @property
    def text(self) -> str:
        """The caption's characters."""
        return plain(self.caption)


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's note (编者按, 编后, 更正) with its label; the label is part of the content."""

    content: tuple[Inline, ...]
    origin: Span


@dataclass(frozen=True, slots=True)
class Question:
    """What an interviewer asks; the speaker's name stays in the content as printed."""

    content: tuple[Inline, ...]
    origin: Span


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered; the speaker's name stays in the content as printed."""

    content: tuple[Inline, ...]
    origin: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage quoted as a block of its own; `attribution` is the line below that names whom."""

    content: tuple[Inline, ...]
    origin: Span
    attribution: tuple[Inline, ...] = ()

    @property
    def text(self) -> str:
        """The quotation's characters."""
        return plain(self.content)


@dataclass(frozen=True, slots=True)
class PullQuote:
    """Words of the article set large beside it; they stand in the running text as well."""

    content: tuple[Inline, ...]
    origin: Span
    attribution: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs a letter or notice, or its date; set to the right."""

    content: tuple[Inline, ...]
    origin: Span


@dataclass(frozen=True, slots=True)
class Gap:
    """Lost text between two blocks; never joined over."""

    origin: Span
    evidence: tuple[str, ...] = ()


Block: TypeAlias = (
    Paragraph
    | Subhead
    | ListItems
    | Verse
    | Table
    | Caption
    | Figure
    | Note
    | Question
    | Answer
    | Quotation
    | PullQuote
    | Signature
    | Gap
)

Change: TypeAlias = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]


def inlines_of(block: Block) -> tuple[Inline, ...]:
    """A block's inlines in the order of print; a table's cells and lost text have none."""
    match block:
        case ListItems(items=lines) | Verse(lines=lines):
            return tuple(inline for line in lines for inline in line)
        case Quotation() | PullQuote():
            return (*block.content, *block.attribution)
        case Table() | Gap():
            return ()
    return block.content


def with_inlines(block: Block, change: Change) -> Block:
    """The block with every run of its inlines changed; a table and lost text stay as they are."""
    match block:
        case ListItems(items=lines):
            return replace(block, items=tuple(map(change, lines)))
        case Verse(lines=lines):
            return replace(block, lines=tuple(map(change, lines)))
        case Figure(caption=caption):
            return replace(block, caption=change(caption))
        case Quotation() | PullQuote():
            attribution = change(block.attribution)
            return replace(block, content=change(block.content), attribution=attribution)
        case Table() | Gap():
            return block
    return replace(block, content=change(block.content))
