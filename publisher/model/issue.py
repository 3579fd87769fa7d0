"""The issue: one number of a newspaper or magazine, as read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from publisher.model.article import Article, Phrase
from publisher.model.edition import Provenance
from publisher.model.picture import Picture
from publisher.text import Page, Span


@dataclass(frozen=True, slots=True)
class Title:
    """The newspaper or magazine itself; a field is "" where it isn't known."""

    name: str = ""
    name_en: str = ""
    issn: str = ""
    cn: str = ""
    publisher: str = ""
    place: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class Omission:
    """A stretch of the transcript that is in no block on purpose, and why (running head, rule)."""

    origin: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Section:
    """Articles that follow each other under one column label (栏目), or under none."""

    label: Phrase | None
    articles: tuple[Article, ...]


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
    banner: Phrase | None = None
    pages: tuple[Page, ...] = ()
    omissions: tuple[Omission, ...] = ()
    pictures: tuple[Picture, ...] = ()
    provenance: Provenance | None = None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The articles by column, in reading order."""
        groups = groupby(self.articles, key=lambda article: str(article.column or ""))
        runs = [tuple(group) for _, group in groups]
        return tuple(Section(run[0].column, run) for run in runs)
