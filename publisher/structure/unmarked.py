"""Headings without signs: short lines over text, told by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from publisher.structure.bare_labels import FEW, sets_capitals, told_heads, with_labels
from publisher.structure.bare_subheads import is_subhead
from publisher.structure.bylines import lone_name
from publisher.structure.candidates import ADDRESS, DASH, HEADLINE, is_candidate
from publisher.structure.columns import is_capitals
from publisher.structure.datelines import read_opening
from publisher.structure.heading_blocks import CLOSING, lines_apart
from publisher.structure.jump_lines import Way, read_jump
from publisher.structure.kinds import is_of_short_items, told_kind
from publisher.structure.lines import could_be_heading, width
from publisher.structure.lists import is_numbered_subhead
from publisher.structure.page_setting import ends, has_indent, is_blank, is_indented, is_tight
from publisher.structure.piece import Piece, Role
from publisher.structure.signatures import is_signature

_LEAD = re.compile(
    "近日|近期|日前|昨[日天]|今[日天]|连日来|(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?|[记記]者|据悉|為|为"
)

#: So many words between whole paragraphs are a headline; a subhead has fewer.
_WORDS = re.compile(r"(?=[A-Z‘“'\"£$€\d])(?:[\w’'.,&£$€%“”‘-]+ +){4}\S")

#: What stands beside a text, or is of it and no paragraph.
_ASIDE = frozenset({Role.CAPTION, Role.CREDIT, Role.LIST, Role.TABLE})

_CHINESE = re.compile("[\u3400-\u9fff]")

_CLAUSES = re.compile("[\u3400-\u9fff”」]{3,}[ \u3000]+[\u3400-\u9fff“「\\d]{2,}")

#: What may stand between a headline and its text.
_BETWEEN = frozenset({Role.CREDIT, Role.CAPTION, Role.PICTURE, Role.SUMMARY, Role.NOTE, Role.JUMP})

_BODY = frozenset({Role.TEXT, Role.BYLINE, Role.LIST, Role.TABLE, Role.VERSE})


@dataclass(frozen=True, slots=True)
class _Open:
    """What is open at a place: whether an article has begun, and the label it stands under.

    `tight` says that paragraphs stand on lines that follow each other: blank lines part articles;
    `indented` that they begin with an indent, which headlines don't. `heads` are the headlines that
    the issue itself tells; `capitals` says that headlines are in capitals, as elsewhere labels are.
    """

    started: bool = False
    column: str = ""
    tight: bool = False
    indented: bool = False
    heads: Set[str] = frozenset()
    capitals: bool = False


def read_unmarked(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with headlines, kickers, decks and subheads told; for texts that sign none."""
    told: list[Piece] = []
    state = _Open(heads=told_heads(text, pieces), capitals=sets_capitals(text, pieces))
    for page in _pages(pieces):
        read, state = _read_page(text, page, state)
        told += read
    return told


def _pages(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    start = 0
    for place, piece in enumerate(pieces, start=1):
        if piece.role is Role.PAGE_END or place == len(pieces):
            yield pieces[start:place]
            start = place


def _read_page(text: str, pieces: Sequence[Piece], state: _Open) -> tuple[list[Piece], _Open]:
    indented = is_indented(text, pieces)
    apart = list(lines_apart(text, pieces, indented=indented))
    found = with_labels(text, apart, state.heads, capitals=state.capitals)
    state = replace(state, tight=is_tight(text, found, indented=indented), indented=indented)
    place = 0
    while place < len(found):
        run = _run(text, found, place)
        if not run:
            state = _after(text, state, found[place])
            place += 1
            continue
        roles = _roles(text, found, place, run, state)
        for offset, role in enumerate(roles):
            level = _level(text, found[place + offset], role, capitals=state.capitals)
            found[place + offset] = replace(found[place + offset], role=role, level=level)
        place += run
    return found, state


def _level(text: str, piece: Piece, role: Role, *, capitals: bool) -> int:
    """The level of a heading: one in capitals ends the label above it, where not all are."""
    if role is Role.TEXT:
        return 0
    if capitals:
        return 2
    return 1 if role is Role.HEADLINE and is_capitals(piece.span.of(text)) else 2


def _after(text: str, state: _Open, piece: Piece) -> _Open:
    if piece.role is Role.COLUMN:
        return replace(state, started=True, column=piece.span.of(text))
    if piece.role is Role.PAGE_END:
        return replace(state, column="")
    return replace(state, started=state.started or piece.role in {Role.TEXT, Role.BYLINE})


def _run(text: str, pieces: Sequence[Piece], place: int) -> int:
    """How many pieces from here on could be headings, with an indent all, or none."""
    end = place
    indent = has_indent(text, pieces[place])
    if pieces[place].span.of(text).startswith("("):
        return 0
    while end < len(pieces) and (
        is_candidate(text, pieces[end]) or _heads_report(text, pieces, end)
    ):
        if has_indent(text, pieces[end]) != indent:
            break
        end += 1
    return end - place


def _heads_report(text: str, pieces: Sequence[Piece], place: int) -> bool:
    """Whether a line that may sign what is above it stands right over a dateline or a byline."""
    piece = pieces[place]
    if piece.role is not Role.TEXT or len(piece.lines) > 1 or place + 1 == len(pieces):
        return False
    below = pieces[place + 1]
    opens = below.role is Role.BYLINE or (
        below.role is Role.TEXT and read_opening(text, below.span) is not None
    )
    printed = piece.span.of(text)
    return opens and could_be_heading(printed) and not any(map(str.isdecimal, printed))


def _roles(
    text: str, pieces: Sequence[Piece], place: int, run: int, state: _Open
) -> tuple[Role, ...]:
    """The roles of a run of short lines; all stay text where no body follows."""
    body = _body(pieces, place + run)
    if body is None:
        return (Role.TEXT,) * run
    names = int(run > 1 and _is_name(text, pieces[place + run - 1], body))
    heads = run - names
    begins = bool(names) or _begins_article(text, pieces, place, heads, body, state)
    if not state.started or begins:
        run_of_heads = pieces[place : place + heads]
        return _cluster(text, run_of_heads, state.heads) + (Role.TEXT,) * names
    before = pieces[place - 1]
    after = pieces[place + run]
    numbered = is_numbered_subhead(pieces[place].span.of(text))
    listed = after.role in {Role.LIST, Role.TABLE} and before.role in _BODY
    if run == 1 and (numbered or listed or is_subhead(text, before, pieces[place], after)):
        return (Role.SUBHEAD,)
    return (Role.TEXT,) * run


def _is_name(text: str, piece: Piece, body: Piece) -> bool:
    """Whether the last of short lines names the writer: by its surname, or over verse."""
    verse = body.role is Role.VERSE and FEW.fullmatch(piece.span.of(text).strip())
    return bool(verse or lone_name(text, piece.span))


def _body(pieces: Sequence[Piece], place: int) -> Piece | None:
    caption: Piece | None = None
    for piece in pieces[place:]:
        if piece.role in _BODY:
            return piece
        if piece.role not in _BETWEEN:
            return caption
        caption = piece if piece.role is Role.CAPTION else caption
    return caption


def _begins_article(
    text: str, pieces: Sequence[Piece], place: int, heads: int, body: Piece, state: _Open
) -> bool:
    printed = pieces[place].span.of(text)
    if is_numbered_subhead(printed) and heads == 1:
        return False
    if state.indented and has_indent(text, pieces[place]):
        return False
    if body.role is Role.BYLINE or read_opening(text, body.span):
        return True
    after = pieces[place + heads] if place + heads < len(pieces) else None
    jump = read_jump(text, after.span) if after and after.role is Role.JUMP else None
    if jump and jump.way is Way.FROM:
        return True
    before = pieces[place - 1] if place else None
    whole = before is None or before.role is not Role.TEXT or _is_whole(text, before)
    if whole and told_kind(printed):
        return True
    if state.capitals and whole and width(printed) >= HEADLINE and printed == printed.upper():
        return True
    if state.tight and before and is_blank(text, before, pieces[place]):
        return True
    if heads > 1 or (before and _closes(text, before, bool(state.column))):
        return True
    if body.role is Role.CAPTION and before and _is_whole(text, before):
        return True
    if _is_pictured(pieces, place + heads) and before and _is_whole(text, before):
        return True
    closed = before is not None and (before.role in _ASIDE or ends(text, before))
    if closed and _WORDS.match(printed):
        return True
    if state.column and (is_of_short_items(state.column) or width(printed) >= HEADLINE):
        return whole
    return width(printed) >= HEADLINE and bool(_LEAD.match(text, body.span.start))


def _is_pictured(pieces: Sequence[Piece], place: int) -> bool:
    """Whether one paragraph with the credit of a picture stands here, and no more text."""
    roles = [piece.role for piece in pieces[place : place + 3]]
    return roles[:2] == [Role.TEXT, Role.CREDIT] and roles[2:] != [Role.TEXT]


def _is_whole(text: str, before: Piece) -> bool:
    """Whether a paragraph is no part of a sentence: it ends one, or gives an address."""
    return ends(text, before) or bool(ADDRESS.search(before.span.of(text)))


def _closes(text: str, before: Piece, labelled: bool) -> bool:
    """Whether what stands before ends an article."""
    if before.role in CLOSING or (before.role is Role.TEXT and is_signature(text, before.span)):
        return True
    return labelled and before.role in {Role.TABLE, Role.CREDIT, Role.CAPTION}


def _cluster(text: str, run: Sequence[Piece], told: Set[str]) -> tuple[Role, ...]:
    """Kicker, headline and decks of a run, which a dash tells, or that the headline is `told`."""
    heads = len(run)
    plain = [at for at, piece in enumerate(run) if not DASH.match(piece.span.of(text))]
    if not plain:
        return (Role.HEADLINE, *(Role.DECK,) * (heads - 1))
    named = [at for at in plain if run[at].span.of(text).strip() in told]
    headline = named[0] if named else plain[_has_kicker(text, [run[at] for at in plain])]
    return tuple(
        Role.KICKER if at < headline else Role.HEADLINE if at == headline else Role.DECK
        for at in range(heads)
    )


def _has_kicker(text: str, plain: Sequence[Piece]) -> bool:
    """Whether the first heading is a kicker: of three, or of two that stand in one block."""
    if len(plain) != 2:
        return len(plain) > 2
    first, second = (piece.span.of(text).strip() for piece in plain)
    if _CHINESE.search(first + second):
        # A deck has clauses parted by a blank or a comma.
        return not _CLAUSES.search(second) and ("，" in first or "，" not in second)
    return plain[0].role is Role.HEADING or len(plain[1].lines) > 1
