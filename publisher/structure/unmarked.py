"""Headings without signs: short lines over text, told by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from publisher.structure.bylines import lone_name
from publisher.structure.columns import is_capitals, is_section_name
from publisher.structure.datelines import read_opening
from publisher.structure.kinds import is_of_short_items
from publisher.structure.lines import could_be_heading, ends_sentence, width
from publisher.structure.lists import is_numbered_subhead
from publisher.structure.marked import is_subhead
from publisher.structure.pieces import Piece, Role
from publisher.structure.signatures import is_signature
from publisher.text import Span

#: From this width on, a lone short line over a lead may be a headline, in ems.
_HEADLINE = 9

#: The most lines of a headline with its kicker and deck that stand in one block.
_LINES = 5

_LEAD = re.compile(
    "近日|近期|日前|昨[日天]|今[日天]|连日来|(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?|[记記]者|据悉|為|为"
)
_DASH = re.compile(r"[—–―-]{1,2}\s*\S")
_ADDRESS = re.compile(r"[：:].*\d{3}|\d{3,4}-\d{3,4}")

#: Words that no line of a headline ends with, unless it goes on in the next.
_OPEN = re.compile(
    "[为與与和的在将將对對向以及把被让讓到于於从從并並又或、，之由给給]\\Z"
    r"|\b(?i:a|an|the|of|to|in|on|for|and|or|with|as|at|by|from|but|who|that|is|are)\Z"
)

#: What may stand between a headline and its text.
_BETWEEN = frozenset({Role.CREDIT, Role.CAPTION, Role.PICTURE, Role.SUMMARY, Role.NOTE, Role.JUMP})

_BODY = frozenset({Role.TEXT, Role.BYLINE, Role.LIST, Role.TABLE, Role.VERSE})

#: Behind these, the next headline begins an article.
_CLOSING = frozenset(
    {
        *(Role.SOURCE, Role.RULE, Role.PAGE_END, Role.KICKER, Role.COLUMN, Role.BYLINE),
        *(Role.JUMP, Role.NOTE, Role.FURNITURE),
    }
)


@dataclass(frozen=True, slots=True)
class _Open:
    """What is open at a place: whether an article has begun, and the label it stands under."""

    started: bool = False
    column: str = ""


def read_unmarked(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with headlines, kickers, decks and subheads told; for texts that sign none."""
    found = _columns(text, list(_lines_apart(text, pieces)))
    state = _Open()
    place = 0
    while place < len(found):
        run = _run(text, found, place)
        if not run:
            state = _after(text, state, found[place])
            place += 1
            continue
        roles = _roles(text, found, place, run, state)
        for offset, role in enumerate(roles):
            level = 2 if role is not Role.TEXT else 0
            found[place + offset] = replace(found[place + offset], role=role, level=level)
        place += run
    return list(_wrapped(text, found))


def _after(text: str, state: _Open, piece: Piece) -> _Open:
    if piece.role is Role.COLUMN:
        return _Open(True, piece.span.of(text))
    if piece.role is Role.PAGE_END:
        return _Open(state.started)
    return replace(state, started=state.started or piece.role in {Role.TEXT, Role.BYLINE})


def _lines_apart(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with the lines of a block of headings apart, which verse looks like."""
    for place, piece in enumerate(pieces):
        if _is_block_of_heads(text, pieces, place):
            yield from (Piece(Role.TEXT, line, line, (line,)) for line in piece.lines)
        else:
            yield piece


def _is_block_of_heads(text: str, pieces: Sequence[Piece], place: int) -> bool:
    piece = pieces[place]
    if piece.role is not Role.VERSE or len(piece.lines) > _LINES:
        return False
    lines = [Piece(Role.TEXT, line, line, (line,)) for line in piece.lines]
    if not all(_candidate(text, line) for line in lines):
        return False
    above, below = pieces[:place], pieces[place + 1 :]
    return _may_begin(text, above) and _leads(text, below)


def _may_begin(text: str, above: Sequence[Piece]) -> bool:
    """Whether an article may begin behind these, a kicker of one line at most between."""
    if not above or above[-1].role in _CLOSING | {Role.TABLE, Role.CREDIT, Role.LIST}:
        return True
    last = above[-1]
    if last.role is Role.TEXT and _candidate(text, last):
        return len(above) == 1 or above[-2].role in _CLOSING or _ends(text, above[-2])
    return _ends(text, last)


def _ends(text: str, piece: Piece) -> bool:
    return piece.role is Role.TEXT and ends_sentence(piece.span.of(text))


def _leads(text: str, below: Sequence[Piece]) -> bool:
    """Whether a byline or an opening follows, or text, a deck at most between."""
    for piece in below[:2]:
        if piece.role is Role.BYLINE:
            return True
        if piece.role is not Role.TEXT:
            return False
        if not _candidate(text, piece):
            return True
    return False


def _columns(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with bare labels told: a section's name or capitals over a heading."""
    for place, piece in enumerate(pieces[:-1]):
        printed = piece.span.of(text)
        if piece.role is Role.TEXT and len(piece.lines) == 1 and _is_label(printed):
            after = pieces[place + 1]
            if after.role is Role.TEXT and _candidate(text, after):
                pieces[place] = replace(piece, role=Role.COLUMN)
    return [replace(piece, level=1) if piece.role is Role.COLUMN else piece for piece in pieces]


def _is_label(printed: str) -> bool:
    return is_capitals(printed) or is_section_name(printed)


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
    if _ADDRESS.search(printed) or text[piece.origin.start : piece.span.start].strip("\n"):
        return False
    return could_be_heading(printed) and not is_signature(text, piece.span)


def _roles(
    text: str, pieces: Sequence[Piece], place: int, run: int, state: _Open
) -> tuple[Role, ...]:
    """The roles of a run of short lines; all stay text where no body follows."""
    body = _body(pieces, place + run)
    if body is None:
        return (Role.TEXT,) * run
    names = int(run > 1 and bool(lone_name(text, pieces[place + run - 1].span)))
    heads = run - names
    begins = bool(names) or _begins_article(text, pieces, place, heads, body, state)
    if not state.started or begins:
        return _cluster(text, pieces, place, heads) + (Role.TEXT,) * names
    before = pieces[place - 1]
    after = pieces[place + run]
    numbered = is_numbered_subhead(pieces[place].span.of(text))
    if run == 1 and (numbered or is_subhead(text, before, pieces[place], after)):
        return (Role.SUBHEAD,)
    return (Role.TEXT,) * run


def _body(pieces: Sequence[Piece], place: int) -> Piece | None:
    for piece in pieces[place:]:
        if piece.role in _BODY:
            return piece
        if piece.role not in _BETWEEN:
            return None
    return None


def _begins_article(
    text: str, pieces: Sequence[Piece], place: int, heads: int, body: Piece, state: _Open
) -> bool:
    printed = pieces[place].span.of(text)
    if is_numbered_subhead(printed) and heads == 1:
        return False
    if body.role is Role.BYLINE or read_opening(text, body.span):
        return True
    before = pieces[place - 1] if place else None
    if heads > 1 or (before and _closes(text, before, bool(state.column))):
        return True
    if state.column and (is_of_short_items(state.column) or width(printed) >= _HEADLINE):
        return before is None or before.role is not Role.TEXT or _ends(text, before)
    return width(printed) >= _HEADLINE and bool(_LEAD.match(text, body.span.start))


def _closes(text: str, before: Piece, labelled: bool) -> bool:
    """Whether what stands before ends an article."""
    if before.role in _CLOSING or (before.role is Role.TEXT and is_signature(text, before.span)):
        return True
    return labelled and before.role in {Role.TABLE, Role.CREDIT, Role.CAPTION}


def _cluster(text: str, pieces: Sequence[Piece], place: int, heads: int) -> tuple[Role, ...]:
    """Kicker, headline and decks of a run; a headline may take several lines."""
    lines = [pieces[place + at] for at in range(heads)]
    printed = [line.span.of(text) for line in lines]
    goes_on = [_goes_on(text, a, b) for a, b in pairwise(lines)]
    dashes = [bool(_DASH.match(one)) for one in printed]
    groups: list[int] = []
    for at in range(heads):
        groups.append(groups[-1] if at and goes_on[at - 1] else at)
    plain = sorted({group for group in groups if not dashes[group]})
    if not plain:
        return (Role.HEADLINE, *(Role.DECK,) * (heads - 1))
    lead = _has_kicker(text, lines, plain, goes_on)
    headline = plain[1] if lead else plain[0]
    kinds = {
        group: Role.KICKER
        if group < headline
        else Role.HEADLINE
        if group == headline
        else Role.DECK
        for group in groups
    }
    return tuple(kinds.get(group, Role.HEADLINE) for group in groups)


def _has_kicker(
    text: str, lines: Sequence[Piece], plain: Sequence[int], goes_on: Sequence[bool]
) -> bool:
    """Whether the first line is a kicker: of three, or of two that stand in one block."""
    if len(plain) > 2:
        return True
    if len(plain) < 2:
        return False
    if any(goes_on) and plain[1] == 1:
        return True
    first, second = lines[plain[0]], lines[plain[1]]
    return text[first.span.end : second.span.start].count("\n") == 1


def _goes_on(text: str, line: Piece, below: Piece) -> bool:
    """Whether a headline goes on in the next line."""
    if text[line.span.end : below.span.start].count("\n") != 1:
        return False
    printed = line.span.of(text)
    return below.span.of(text)[:1].islower() or bool(_OPEN.search(printed))


def _wrapped(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with each headline of several lines as one."""
    held: Piece | None = None
    for piece in pieces:
        if held is not None and piece.role is held.role and _goes_on(text, held, piece):
            span = Span(held.span.start, piece.span.end)
            held = replace(held, span=span, origin=span, lines=(*held.lines, *piece.lines))
            continue
        if held is not None:
            yield held
        held = piece if piece.role is Role.HEADLINE else None
        if held is None:
            yield piece
    if held is not None:
        yield held
