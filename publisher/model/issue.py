"""The issue: one number of a newspaper or magazine, as read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby

from publisher.model.article import Article, Phrase
from publisher.model.edition import Provenance
from publisher.model.page import Page
from publisher.model.picture import Picture
from publisher.text import Span


@dataclass(frozen=True, slots=True)
class Title:
    """The newspaper or magazine itself; a field is "" where it isn't known.

    `certifier` vouches that its editions meet EPUB Accessibility 1.1.
    """

    name: str = ""
    name_en: str = ""
    issn: str = ""
    issn_l: str = ""
    cn: str = ""
    postal_code: str = ""
    publisher: str = ""
    sponsor: str = ""
    place: str = ""
    frequency: str = ""
    language: str = ""
    rights: str = ""
    id: str = ""
    certifier: str = ""


@dataclass(frozen=True, slots=True)
class Omission:
    """A stretch of the transcript that is in no block on purpose, and why (running head, rule)."""

    origin: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Continuation:
    """An article that goes on on another page (both by their sequence, from 1).

    `marker` holds the jump lines as printed; `matched_by` says what told where it goes on:
    markers, jump head, or the editor.
    """

    article: str
    from_page: int
    to_page: int
    marker: str
    matched_by: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """Articles that follow each other under one column label (栏目), or under none."""

    label: Phrase | None
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The articles that begin on pages of one section label (要闻), "" where none is printed."""

    label: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue with its articles in reading order.

    `date` is ISO 8601 or "" where it isn't known; `name` is what the issue is called where it has
    no title (its folder or file). `text` is the repaired transcript that every `origin` counts in.
    `pictures` are those that figures name. `provenance` is None for an issue made by hand.
    """

    id: str
    name: str
    language: str
    articles: tuple[Article, ...]
    text: str
    title: Title = Title()
    date: str = ""
    number: str = ""
    volume: str = ""
    edition: str = ""
    supplements: tuple[str, ...] = ()
    banners: tuple[Phrase, ...] = ()
    pages: tuple[Page, ...] = ()
    continuations: tuple[Continuation, ...] = ()
    omissions: tuple[Omission, ...] = ()
    pictures: tuple[Picture, ...] = ()
    provenance: Provenance | None = None

    @property
    def banner(self) -> Phrase | None:
        """The slogan over the first page."""
        return self.banners[0] if self.banners else None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The articles by column, in reading order."""
        return _by_column(self.articles)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The articles by the section of the page they begin on, then by column."""
        groups = groupby(self.articles, key=lambda article: article.section)
        return tuple(Part(label, _by_column(tuple(group))) for label, group in groups)

    def page_at(self, place: int) -> Page | None:
        """The page that holds a place in the text; None where the issue knows no pages."""
        begun = bisect_right(self.pages, place, key=lambda page: page.span.start)
        return self.pages[begun - 1] if begun else None


def _by_column(articles: tuple[Article, ...]) -> tuple[Section, ...]:
    groups = groupby(articles, key=lambda article: str(article.column or ""))
    runs = [tuple(group) for _, group in groups]
    return tuple(Section(run[0].column, run) for run in runs)
