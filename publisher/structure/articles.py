"""Articles: the elements of a story put into an article's fields and body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar, get_args

from publisher.model import (
    Article,
    Block,
    Byline,
    Credit,
    Dateline,
    Omission,
    Phrase,
    SourceCredit,
)
from publisher.structure.elements import Element, Label, elements, phrase
from publisher.structure.jump_lines import MARKER, Jump
from publisher.structure.language import language_of
from publisher.structure.piece import Role
from publisher.structure.stories import Story
from publisher.text import Span

_BLOCKS = get_args(Block)

#: Characters from which on an article tells its own language.
_TELLING = 40

_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as read, its jump lines, and what of the story is left out on purpose."""

    article: Article
    jumps: tuple[Jump, ...] = ()
    omissions: tuple[Omission, ...] = ()


def read_article(text: str, story: Story, *, language: str) -> Reading:
    """The article that a story makes, without an id.

    `language` is the issue's; an article in another language gets its own.
    """
    found = elements(text, story.pieces)
    origin = _origin(story)
    headline = _label(found, Role.HEADLINE)
    over = phrase(text, story.column.span) if story.column else None
    column = over or _label(found, Role.COLUMN)
    # Under a column, a label in brackets before the headline is a kicker.
    kickers = (Role.KICKER, Role.COLUMN) if over else (Role.KICKER,)
    sources = _of(found, SourceCredit)
    article = Article(
        id="",
        headline=headline,
        body=tuple(one for one in found if isinstance(one, _BLOCKS)),
        origin=origin,
        column=column,
        kicker=_label(found, *kickers),
        deck=_label(found, Role.DECK),
        summary=_label(found, Role.SUMMARY),
        dateline=next(iter(_of(found, Dateline)), None),
        bylines=_of(found, Byline),
        credits=_of(found, Credit),
        source_credit=sources[0] if sources else None,
        language=_language(origin.of(text), language),
    )
    jumps = _of(found, Jump)
    left_out = [*_of(found, Omission), *(Omission(one.origin, MARKER) for one in jumps)]
    return Reading(article, jumps, tuple(left_out))


def _of(found: Sequence[Element], kind: type[_Kind]) -> tuple[_Kind, ...]:
    return tuple(one for one in found if isinstance(one, kind))


def _label(found: Sequence[Element], *roles: Role) -> Phrase | None:
    """The phrase for a field; several lines of one field become one phrase."""
    phrases = [one.phrase for one in found if isinstance(one, Label) and one.role in roles]
    if not phrases:
        return None
    origin = Span(phrases[0].origin.start, phrases[-1].origin.end)
    return Phrase(" ".join(one.text for one in phrases), origin)


def _origin(story: Story) -> Span:
    if not story.pieces:
        assert story.column is not None
        return story.column.origin
    return Span(story.pieces[0].origin.start, story.pieces[-1].origin.end)


def _language(text: str, language: str) -> str:
    own = language_of(text, language) if len(text) >= _TELLING else ""
    same = own.split("-")[0] == language.split("-")[0]
    return own if own and not same else language
