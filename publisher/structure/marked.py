"""Headings with signs (`#`): which is a banner, a column, a headline, a deck, a subhead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from publisher.structure.bare_kickers import with_kickers, without_standing_lines
from publisher.structure.bare_subheads import with_subheads
from publisher.structure.columns import is_capitals, is_section_name, is_slogan
from publisher.structure.datelines import read_opening
from publisher.structure.jump_lines import Way, read_jump
from publisher.structure.kinds import is_label, told_kind
from publisher.structure.lines import width
from publisher.structure.lists import is_numbered_subhead
from publisher.structure.piece import Piece, Role

#: What stands between a heading and its text without being either.
_BETWEEN = frozenset(
    {Role.KICKER, Role.FURNITURE, Role.RULE, Role.PICTURE, Role.CREDIT, Role.CAPTION, Role.JUMP}
)

#: Behind these, a heading that is deeper than the headline stands inside the article.
_BEGUN = frozenset(
    {
        *(Role.TEXT, Role.LIST, Role.TABLE, Role.VERSE, Role.GAP, Role.QUOTE),
        *(Role.BYLINE, Role.SUMMARY, Role.NOTE, Role.JUMP),
    }
)

#: What ends an article, so that a deeper heading behind it begins one.
_CLOSING = frozenset({Role.SOURCE, Role.RULE})

_LABEL = 8

_DASH = re.compile(r"[—–―-]{1,2}\s*\S")


@dataclass(frozen=True, slots=True)
class _Open:
    """Where the reading stands: levels of the open column and headline, and what was read."""

    column: int = 0
    headline: int = 0
    body: bool = False
    first: bool = True
    first_page: bool = True


def read_marked(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with each heading's role told; only for texts that sign their headings."""
    signed = with_kickers(text, without_standing_lines(text, pieces))
    found: list[Piece] = []
    state = _Open()
    decks: set[int] = set()
    for place, piece in enumerate(signed):
        if piece.role is Role.HEADING:
            role = Role.DECK if place in decks else _role(text, signed, place, state)
            if role is Role.HEADLINE and (deck := _deck_below(text, signed, place)) is not None:
                decks.add(deck)
            piece = replace(piece, role=role)
        found.append(piece)
        state = _after(state, piece)
    return list(with_subheads(text, found))


def _after(state: _Open, piece: Piece) -> _Open:
    match piece.role:
        case Role.PAGE_END:
            return _Open(headline=state.headline, body=state.body, first_page=False)
        case Role.BANNER:
            return replace(state, first=False)
        case Role.COLUMN if piece.level:
            return _Open(column=piece.level, first=False, first_page=state.first_page)
        case Role.HEADLINE:
            column = state.column if piece.level > state.column else 0
            return _Open(column, piece.level, False, False, state.first_page)
        case role if role in _BEGUN:
            return replace(state, body=True)
    return state


def _next(pieces: Sequence[Piece], place: int) -> int | None:
    """The heading that stands below this one with nothing of its own text between."""
    for other in range(place + 1, len(pieces)):
        if pieces[other].role is Role.HEADING:
            return other
        if pieces[other].role not in _BETWEEN:
            return None
    return None


def _siblings(pieces: Sequence[Piece], place: int, level: int) -> list[int]:
    """The headings of the next heading's level below one of `level`, up to its scope's end."""
    found: list[int] = []
    for other in range(place + 1, len(pieces)):
        piece = pieces[other]
        ends = piece.role is Role.PAGE_END or (0 < piece.level <= level)
        if ends:
            break
        if piece.role is Role.HEADING and (not found or piece.level == pieces[found[0]].level):
            found.append(other)
    return found


def _role(text: str, pieces: Sequence[Piece], place: int, state: _Open) -> Role:
    below = _next(pieces, place)
    piece = pieces[place]
    if place + 1 < len(pieces) and comes_from(text, pieces[place + 1]):
        return Role.HEADLINE
    deeper = 0 < state.headline < piece.level
    if deeper and is_numbered_subhead(piece.span.of(text)):
        return Role.SUBHEAD
    if below is None or _jumps(pieces, place, below):
        return _with_text(text, pieces, place, state)
    other = pieces[below]
    if other.level < piece.level:
        printed = piece.span.of(text)
        named = is_label(printed) or is_section_name(printed) or is_capitals(printed)
        return Role.COLUMN if named else Role.KICKER
    if other.level > piece.level:
        return _over_deeper(text, pieces, place, state)
    banner = state.first and _is_slogan(text, piece)
    return Role.BANNER if banner else Role.HEADLINE


def comes_from(text: str, piece: Piece) -> bool:
    """Whether a piece is a jump line that says from where the text below comes."""
    jump = read_jump(text, piece.span) if piece.role is Role.JUMP else None
    return jump is not None and jump.way is Way.FROM


def _jumps(pieces: Sequence[Piece], place: int, below: int) -> bool:
    """Whether a jump line stands between two headings: the upper one is a jump head."""
    return any(piece.role is Role.JUMP for piece in pieces[place + 1 : below])


def _with_text(text: str, pieces: Sequence[Piece], place: int, state: _Open) -> Role:
    """A heading with text below it: a subhead where it is deeper than the open headline."""
    inside = state.headline and pieces[place].level > state.headline and state.body
    if told_kind(pieces[place].span.of(text)):
        return Role.HEADLINE
    closed = place > 0 and pieces[place - 1].role in _CLOSING
    if inside and not closed and not _opens_story(text, pieces, place):
        return Role.SUBHEAD
    return Role.HEADLINE


def _over_deeper(text: str, pieces: Sequence[Piece], place: int, state: _Open) -> Role:
    """A heading straight over a deeper one: banner, column, or headline over its deck."""
    children = _siblings(pieces, place, pieces[place].level)
    printed = pieces[place].span.of(text)
    if is_section_name(printed) or is_capitals(printed) or is_label(printed):
        return Role.COLUMN
    deck = None if _are_labels(pieces, place) else _deck_below(text, pieces, place)
    if deck is not None and (len(children) == 1 or _opens_at(pieces, deck)):
        return Role.HEADLINE
    if state.first and _is_top(pieces, place):
        slogan = state.first_page or _is_slogan(text, pieces[place])
        return Role.BANNER if slogan else Role.COLUMN
    numbered = [is_numbered_subhead(pieces[child].span.of(text)) for child in children]
    return Role.HEADLINE if all(numbered) else Role.COLUMN


def _are_labels(pieces: Sequence[Piece], place: int) -> bool:
    """Whether headings as high as this stand over no text, and the deeper ones also by themselves.

    Over a deck, in a paper that sets each headline so, every deeper one has a headline above it.
    """
    level = pieces[place].level
    heads = [one for one, piece in enumerate(pieces) if piece.role is Role.HEADING]
    high = [one for one in heads if pieces[one].level == level]
    by_itself = [
        one
        for above, one in pairwise(heads)
        if pieces[one].level > level and _next(pieces, above) != one and _next(pieces, one) is None
    ]
    over_text = any(_next(pieces, one) is None for one in high)
    return len(high) > 1 and len(by_itself) > 1 and not over_text


def _is_top(pieces: Sequence[Piece], place: int) -> bool:
    """Whether no other heading of the page is as high."""
    level = pieces[place].level
    for other in pieces[place + 1 :]:
        if other.role is Role.PAGE_END:
            return True
        if 0 < other.level <= level:
            return False
    return True


def _deck_below(text: str, pieces: Sequence[Piece], place: int) -> int | None:
    """The heading below that is this one's deck: with a dash, or the only deeper one."""
    below = _next(pieces, place)
    if below is None or pieces[below].level < pieces[place].level:
        return None
    if _DASH.match(text, pieces[below].span.start, pieces[below].span.end):
        return below
    if pieces[below].level == pieces[place].level:
        return None
    piece = pieces[place]
    if _opens_at(pieces, below) and _heads_elsewhere(pieces, place):
        return below
    alone = len(_siblings(pieces, place, piece.level)) == 1
    calls = _is_slogan(text, piece) and not _heads_elsewhere(pieces, place)
    wide = width(piece.span.of(text)) > _LABEL and not calls
    numbered = is_numbered_subhead(pieces[below].span.of(text))
    return below if alone and wide and not numbered else None


def _opens_at(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a byline follows a heading, and no other of its level and scope."""
    level = pieces[place].level
    others = [one for one in _siblings(pieces, place - 1, level - 1) if one != place]
    opens = [_has_byline(pieces, one) for one in (place, *others)]
    return opens[0] and not any(opens[1:])


def _has_byline(pieces: Sequence[Piece], place: int) -> bool:
    return place + 1 < len(pieces) and pieces[place + 1].role is Role.BYLINE


def _heads_elsewhere(pieces: Sequence[Piece], place: int) -> bool:
    """Whether another heading of this level on the page stands right over text, as headlines do."""
    level = pieces[place].level
    for step in (-1, 1):
        other = place + step
        while 0 <= other < len(pieces) and pieces[other].role is not Role.PAGE_END:
            piece = pieces[other]
            alike = piece.level == level and piece.role in {Role.HEADING, Role.HEADLINE}
            if alike and _next(pieces, other) is None:
                return True
            other += step
    return False


def _is_slogan(text: str, piece: Piece) -> bool:
    """Whether a heading calls like a banner: clauses set apart by a blank."""
    return is_slogan(piece.span.of(text))


def _opens_story(text: str, pieces: Sequence[Piece], place: int) -> bool:
    """Whether a byline or a dateline stands below, a deck at most between."""
    seen = 0
    for piece in pieces[place + 1 : place + 6]:
        if piece.role is Role.BYLINE:
            return True
        if piece.role is Role.TEXT:
            if read_opening(text, piece.span):
                return True
            seen += 1
        if seen > 1 or piece.role in {Role.HEADING, Role.PAGE_END}:
            return False
    return False
