"""What an editor states of an issue beyond what its text says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A person and what they did for a page or an article; "" is unsaid."""

    name: str
    role: str = ""
    organisation: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class PageStatement:
    """A page: its file, printed number, section label and editors; None is unsaid."""

    file: str
    printed: str | None = None
    section: str | None = None
    editors: tuple[Person, ...] | None = None


@dataclass(frozen=True, slots=True)
class ArticleStatement:
    """Corrections to an article, named by its headline as read or its id.

    A field that is None stays as read; "" takes it out.
    """

    article: str
    headline: str | None = None
    kicker: str | None = None
    deck: str | None = None
    summary: str | None = None
    column: str | None = None
    section: str | None = None
    kind: str | None = None
    language: str | None = None
    bylines: tuple[Person, ...] | None = None


@dataclass(frozen=True, slots=True)
class ContinuationStatement:
    """That an article goes on in another one (both named by headline or id), or doesn't."""

    article: str
    continues: str
    apart: bool = False
