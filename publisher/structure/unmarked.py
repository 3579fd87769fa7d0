"""Headings without signs: short lines over text, told by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from publisher.structure.bylines import lone_name
from publisher.structure.datelines import read_opening
from publisher.structure.lines import could_be_heading, width
from publisher.structure.lists import is_numbered_subhead
from publisher.structure.marked import is_subhead
from publisher.structure.pieces import Piece, Role
from publisher.structure.signatures import is_signature

#: From this width on, a lone short line over a lead may be a headline, in ems.
_HEADLINE = 9

_LEAD = re.compile(
    "近日|近期|日前|昨[日天]|今[日天]|连日来|(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?|[记記]者|据悉|為|为"
)
_DASH = re.compile(r"[—–―-]{1,2}\s*\S")

#: What may stand between a headline and its text.
_BETWEEN = frozenset({Role.CREDIT, Role.CAPTION, Role.PICTURE, Role.SUMMARY, Role.NOTE})

#: Behind these, the next headline begins an article.
_CLOSING = frozenset({Role.SOURCE, Role.RULE, Role.PAGE_END, Role.KICKER, Role.COLUMN, Role.BYLINE})


def read_unmarked(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with headlines, kickers, decks and subheads told; for texts that sign none."""
    found = list(pieces)
    started = False
    place = 0
    while place < len(found):
        run = _run(text, found, place)
        if not run:
            started = started or found[place].role in {Role.TEXT, Role.BYLINE}
            place += 1
            continue
        roles = _roles(text, found, place, run, started)
        for offset, role in enumerate(roles):
            found[place + offset] = replace(found[place + offset], role=role, level=1)
        place += run
    return found


def _run(text: str, pieces: Sequence[Piece], place: int) -> int:
    """How many pieces from here on could be headings."""
    end = place
    while end < len(pieces) and _candidate(text, pieces[end]):
        end += 1
    return end - place


def _candidate(text: str, piece: Piece) -> bool:
    if piece.role is not Role.TEXT or len(piece.lines) > 1:
        return False
    printed = piece.span.of(text)
    if _DASH.match(printed) and width(printed) < _HEADLINE * 4:
        return True
    return could_be_heading(printed) and not is_signature(text, piece.span)


def _roles(
    text: str, pieces: Sequence[Piece], place: int, run: int, started: bool
) -> tuple[Role, ...]:
    """The roles of a run of short lines; all stay text where no body follows."""
    body = _body(pieces, place + run)
    if body is None:
        return (Role.TEXT,) * run
    names = int(run > 1 and bool(lone_name(text, pieces[place + run - 1].span)))
    heads = run - names
    if not started or _begins_article(text, pieces, place, heads, body):
        return _cluster(text, pieces, place, heads) + (Role.TEXT,) * names
    before = pieces[place - 1]
    after = pieces[place + run]
    numbered = is_numbered_subhead(pieces[place].span.of(text))
    if run == 1 and (numbered or is_subhead(text, before, pieces[place], after)):
        return (Role.SUBHEAD,)
    return (Role.TEXT,) * run


def _body(pieces: Sequence[Piece], place: int) -> Piece | None:
    for piece in pieces[place:]:
        if piece.role in {Role.TEXT, Role.BYLINE, Role.LIST, Role.TABLE}:
            return piece
        if piece.role not in _BETWEEN:
            return None
    return None


def _begins_article(
    text: str, pieces: Sequence[Piece], place: int, heads: int, body: Piece
) -> bool:
    printed = pieces[place].span.of(text)
    if is_numbered_subhead(printed) and heads == 1:
        return False
    if body.role is Role.BYLINE or read_opening(text, body.span):
        return True
    if heads > 1 or (place > 0 and pieces[place - 1].role in _CLOSING):
        return True
    return width(printed) >= _HEADLINE and bool(_LEAD.match(text, body.span.start))


def _cluster(text: str, pieces: Sequence[Piece], place: int, heads: int) -> tuple[Role, ...]:
    """Kicker, headline, decks: three lines have all, two have the headline first."""
    dashes = [bool(_DASH.match(pieces[place + at].span.of(text))) for at in range(heads)]
    lead = 1 if heads > 2 and not dashes[1] else 0
    kicker = (Role.KICKER,) * lead
    return (*kicker, Role.HEADLINE, *(Role.DECK,) * (heads - lead - 1))
