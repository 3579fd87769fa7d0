"""The article, with the names that PERIODICAL standards (NITF, JATS, schema.org) give its parts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from publisher.model.block import Block, Figure, Gap, Paragraph, inlines_of
from publisher.model.credit import Credit
from publisher.model.inline import Inline, InlineGap, leaves
from publisher.text import Span


class ArticleKind(StrEnum):
    """What sort of article it is."""

    NEWS = "news"
    BRIEF = "brief"
    COMMENTARY = "commentary"
    EDITORIAL = "editorial"
    FEATURE = "feature"
    INTERVIEW = "interview"
    NOTICE = "notice"
    CORRECTION = "correction"
    PHOTO_STORY = "photo story"
    ADVERTISEMENT = "advertisement"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A short text of one style, such as a headline.

    >>> str(Phrase("北京经验", Span(3, 7)))
    '北京经验'
    """

    text: str
    origin: Span

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a story was filed; `raw` is as printed (本报讯, 新华社北京5月1日电)."""

    raw: str
    origin: Span
    agency: str = ""
    place: str = ""
    date: str = ""

    def __str__(self) -> str:
        return self.raw


@dataclass(frozen=True, slots=True)
class Byline:
    """A writer: name, role (记者, 通讯员, By …), organisation, place; "" where not printed."""

    name: str
    role: str
    origin: Span
    organisation: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class SourceCredit:
    """Where an article was taken from (转自《中工网》); `text` as printed."""

    text: str
    name: str
    origin: Span
    address: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note that a mark in the text leads to, by its number, which counts through the issue.

    `mark` is as printed (①, [1], *), without the signs of Markdown; `referred` says whether a mark
    in the text leads here.
    """

    mark: str
    content: tuple[Inline, ...]
    number: int
    origin: Span
    referred: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `column` is the label (栏目) it stands under; "" or None mean: not printed.

    `origin` is where it begins, `continued` where it goes on on other pages; `pages` are those it
    stands on, by sequence (from 1), and `section` is the label of the first of them. `footnotes`
    stand below the body, wherever they were printed.
    """

    id: str
    headline: Phrase | None
    body: tuple[Block, ...]
    origin: Span
    kind: ArticleKind = ArticleKind.NEWS
    column: Phrase | None = None
    kicker: Phrase | None = None
    deck: Phrase | None = None
    summary: Phrase | None = None
    dateline: Dateline | None = None
    bylines: tuple[Byline, ...] = ()
    credits: tuple[Credit, ...] = ()
    source_credit: SourceCredit | None = None
    language: str = ""
    section: str = ""
    pages: tuple[int, ...] = ()
    continued: tuple[Span, ...] = ()
    footnotes: tuple[Footnote, ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The body's paragraphs, in order."""
        return tuple(block for block in self.body if isinstance(block, Paragraph))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The places between blocks where text is lost."""
        return tuple(block for block in self.body if isinstance(block, Gap))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The body's figures, in order."""
        return tuple(block for block in self.body if isinstance(block, Figure))

    @property
    def lost_text(self) -> bool:
        """Whether text is lost anywhere in the body or its notes, between blocks or inside one."""
        runs = [inlines_of(block) for block in self.body]
        runs += [note.content for note in self.footnotes]
        return bool(self.gaps) or any(
            isinstance(leaf, InlineGap) for run in runs for leaf in leaves(run)
        )
