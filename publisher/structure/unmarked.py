"""Headings without signs: short lines over text, told by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from publisher.structure.bylines import lone_name
from publisher.structure.columns import is_capitals, is_section_name
from publisher.structure.datelines import read_opening
from publisher.structure.jump_lines import Way, read_jump
from publisher.structure.kinds import is_of_short_items, told_kind
from publisher.structure.lines import could_be_heading, ends_sentence, width
from publisher.structure.lists import is_numbered_subhead, is_refer
from publisher.structure.marked import comes_from, is_subhead
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
_INDENT = re.compile(r"(?:\A|[\n\f])(?:\u3000{2}|\t| {2,6})\Z")
_FEW = re.compile("[\u3400-\u9fff]{2,5}")
_ADDRESS = re.compile(r"[：:].*\d{3}|\d{3,4}-\d{3,4}")

#: Words that no line of a headline ends with, unless it goes on in the next.
_OPEN = re.compile(
    "[为與与和的在将將对對向以及把被让讓到于於从從并並又或、，之由给給]\\Z"
    r"|\b(?i:a|an|the|of|to|in|on|for|and|or|with|as|at|by|from|but|who|that|is|are)\Z"
)

#: So many words between whole paragraphs are a headline; a subhead has fewer.
_WORDS = re.compile(r"(?=[A-Z‘“'\"£$€\d])(?:[\w’'.,&£$€%“”‘-]+ +){4}\S")

#: The page that an entry of the contents begins with.
_PAGE_FIRST = re.compile(r"\A[A-Z]?\d{1,2}[版页頁]?[ \u3000]+")

_CHINESE = re.compile("[\u3400-\u9fff]")
_CLAUSES = re.compile("[\u3400-\u9fff”」]{3,}[ \u3000]+[\u3400-\u9fff“「\\d]{2,}")

#: What may stand between a headline and its text.
_BETWEEN = frozenset({Role.CREDIT, Role.CAPTION, Role.PICTURE, Role.SUMMARY, Role.NOTE, Role.JUMP})

_BODY = frozenset({Role.TEXT, Role.BYLINE, Role.LIST, Role.TABLE, Role.VERSE})

#: Behind these, the next headline begins an article.
_CLOSING = frozenset(
    {
        *(Role.SOURCE, Role.RULE, Role.PAGE_END, Role.KICKER, Role.COLUMN, Role.BYLINE),
        *(Role.JUMP, Role.NOTE, Role.FURNITURE, Role.SIGNATURE),
    }
)


@dataclass(frozen=True, slots=True)
class _Open:
    """What is open at a place: whether an article has begun, and the label it stands under.

    `tight` says that paragraphs stand on lines that follow each other: blank lines part articles;
    `indented` that they begin with an indent, which headlines don't. `heads` are the headlines that
    the issue itself tells.
    """

    started: bool = False
    column: str = ""
    tight: bool = False
    indented: bool = False
    heads: Set[str] = frozenset()


def read_unmarked(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with headlines, kickers, decks and subheads told; for texts that sign none."""
    told: list[Piece] = []
    state = _Open(heads=_told_heads(text, pieces))
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


def _told_heads(text: str, pieces: Sequence[Piece]) -> Set[str]:
    """The headlines that the contents list, and those that stand over a jump line again."""
    again = {a.span.of(text).strip() for a, b in pairwise(pieces) if comes_from(text, b)}
    listed = {
        _PAGE_FIRST.sub("", line.of(text)).strip()
        for piece in pieces
        if piece.role is Role.LIST
        for line in piece.lines
        if is_refer(line.of(text))
    }
    return again | {head for head in listed if not told_kind(head)}


def _read_page(text: str, pieces: Sequence[Piece], state: _Open) -> tuple[list[Piece], _Open]:
    indented = _is_indented(text, pieces)
    found = _columns(text, list(_lines_apart(text, pieces, indented=indented)), state.heads)
    state = replace(state, tight=_is_tight(text, found, indented=indented), indented=indented)
    place = 0
    while place < len(found):
        run = _run(text, found, place)
        if not run:
            state = _after(text, state, found[place])
            place += 1
            continue
        roles = _roles(text, found, place, run, state)
        for offset, role in enumerate(roles):
            level = _level(text, found[place + offset], role)
            found[place + offset] = replace(found[place + offset], role=role, level=level)
        place += run
    return found, state


def _is_tight(text: str, pieces: Sequence[Piece], *, indented: bool) -> bool:
    """Whether whole paragraphs, or they and subheads, stand on lines that follow each other."""
    if indented:
        # A repair has set the paragraphs apart; what begins without an indent it leaves in place.
        return any(
            a.role is Role.TEXT
            and _has_indent(text, a)
            and not (_has_indent(text, b) or _is_blank(text, a, b))
            for a, b in pairwise(pieces)
            if b.role is not Role.PAGE_END
        )
    near = [
        text[a.origin.end : b.origin.start].count("\n") == 1
        for a, b in pairwise(pieces)
        if a.role is b.role is Role.TEXT and _ends(text, a) and _ends(text, b)
    ]
    return len(near) > 2 and 2 * sum(near) > len(near)


def _is_indented(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether the paragraphs of a page begin with an indent."""
    told = [_has_indent(text, piece) for piece in pieces if _ends(text, piece)]
    return sum(told) > 2 and 3 * sum(told) > 2 * len(told)


def _has_indent(text: str, piece: Piece) -> bool:
    start = piece.origin.start
    return bool(_INDENT.search(text, max(0, start - 8), start))


def _level(text: str, piece: Piece, role: Role) -> int:
    """The level of a heading: one in capitals ends the label above it."""
    if role is Role.TEXT:
        return 0
    return 1 if role is Role.HEADLINE and is_capitals(piece.span.of(text)) else 2


def _after(text: str, state: _Open, piece: Piece) -> _Open:
    if piece.role is Role.COLUMN:
        return replace(state, started=True, column=piece.span.of(text))
    if piece.role is Role.PAGE_END:
        return replace(state, column="")
    return replace(state, started=state.started or piece.role in {Role.TEXT, Role.BYLINE})


def _lines_apart(text: str, pieces: Sequence[Piece], *, indented: bool) -> Iterator[Piece]:
    """The pieces with the headings of one block apart, which verse looks like."""
    for place, piece in enumerate(pieces):
        if piece.role is Role.NOTE and told_kind(piece.span.of(text)):
            yield replace(piece, role=Role.TEXT)
        elif _is_block_of_heads(text, pieces, place, indented=indented):
            yield from _heads(text, piece)
        else:
            yield piece


def _heads(text: str, piece: Piece) -> Iterator[Piece]:
    """The headings of a block of lines; one may take several lines."""
    held = piece.lines[:1]
    for line in piece.lines[1:]:
        if _goes_on(held[-1].of(text), line.of(text)):
            held = (*held, line)
        else:
            yield _head(held)
            held = (line,)
    yield _head(held)


def _head(lines: tuple[Span, ...]) -> Piece:
    span = Span(lines[0].start, lines[-1].end)
    return Piece(Role.HEADING, span, span, lines)


def _goes_on(above: str, below: str) -> bool:
    """Whether a headline goes on in the next line."""
    return below[:1].islower() or bool(_OPEN.search(above))


def _is_block_of_heads(text: str, pieces: Sequence[Piece], place: int, *, indented: bool) -> bool:
    piece = pieces[place]
    if piece.role is not Role.VERSE or len(piece.lines) > _LINES:
        return False
    if not all(_candidate(text, head) for head in (_head(piece.lines[:1]), *_heads(text, piece))):
        return False
    below = pieces[place + 1 :]
    if below and below[0].role is Role.VERSE and lone_name(text, piece.lines[-1]):
        return True
    if indented and below and _has_indent(text, below[0]):
        return not _has_indent(text, piece)
    return _may_begin(text, pieces[:place]) and _leads(text, below)


def _may_begin(text: str, above: Sequence[Piece]) -> bool:
    """Whether an article may begin behind these, a kicker of one line at most between."""
    if not above or above[-1].role in _CLOSING | {Role.TABLE, Role.CREDIT, Role.LIST}:
        return True
    last = above[-1]
    if _candidate(text, last):
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


def _columns(text: str, pieces: list[Piece], heads: Set[str]) -> list[Piece]:
    """The pieces with bare labels told: a section's name or capitals over a heading.

    `heads` are headlines that the issue itself tells.
    """
    for place, piece in enumerate(pieces[:-1]):
        printed = piece.span.of(text)
        label = len(piece.lines) == 1 and _is_label(printed) and printed.strip() not in heads
        if piece.role in {Role.TEXT, Role.HEADING} and label:
            after = pieces[place + 1]
            named = is_capitals(printed) or is_section_name(printed) or told_kind(printed)
            above = pieces[place - 1].role if place else Role.PAGE_END
            few = above is not Role.COLUMN and _is_apart(text, piece, after)
            if (named or few) and _candidate(text, after) and not lone_name(text, after.span):
                # What isn't known as a label stands over one article.
                pieces[place] = replace(piece, role=Role.COLUMN, level=int(bool(named)))
        elif piece.role is Role.COLUMN:
            pieces[place] = replace(piece, level=1)
    return pieces


def _is_label(printed: str) -> bool:
    known = is_capitals(printed) or is_section_name(printed)
    # Q&A has too few letters to tell capitals by.
    spelled = printed == printed.upper() and told_kind(printed) is not None
    return known or spelled or bool(_FEW.fullmatch(printed))


def _is_apart(text: str, label: Piece, after: Piece) -> bool:
    """Whether a few characters are a label: a blank line or block parts them from a headline."""
    apart = label.role is Role.HEADING or _is_blank(text, label, after)
    return apart and len(after.span) > len(label.span)


def _run(text: str, pieces: Sequence[Piece], place: int) -> int:
    """How many pieces from here on could be headings, with an indent all, or none."""
    end = place
    indent = _has_indent(text, pieces[place])
    while end < len(pieces) and _candidate(text, pieces[end]):
        if _has_indent(text, pieces[end]) != indent:
            break
        end += 1
    return end - place


def _candidate(text: str, piece: Piece) -> bool:
    if piece.role is Role.HEADING:
        return _is_heading(text, piece.lines[0])
    return piece.role is Role.TEXT and len(piece.lines) == 1 and _is_heading(text, piece.span)


def _is_heading(text: str, line: Span) -> bool:
    printed = line.of(text)
    if _DASH.match(printed) and width(printed) < _HEADLINE * 4:
        return True
    if _ADDRESS.search(printed):
        return False
    return could_be_heading(printed) and not is_signature(text, line)


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
    verse = body.role is Role.VERSE and _FEW.fullmatch(piece.span.of(text).strip())
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
    if state.indented and _has_indent(text, pieces[place]):
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
    if state.tight and before and _is_blank(text, before, pieces[place]):
        return True
    if heads > 1 or (before and _closes(text, before, bool(state.column))):
        return True
    if body.role is Role.CAPTION and before and _is_whole(text, before):
        return True
    if _is_pictured(pieces, place + heads) and before and _is_whole(text, before):
        return True
    if before and _ends(text, before) and _WORDS.match(printed):
        return True
    if state.column and (is_of_short_items(state.column) or width(printed) >= _HEADLINE):
        return whole
    return width(printed) >= _HEADLINE and bool(_LEAD.match(text, body.span.start))


def _is_blank(text: str, above: Piece, below: Piece) -> bool:
    """Whether a blank line stands between two pieces."""
    return "\n\n" in text[above.origin.end : below.origin.start]


def _is_pictured(pieces: Sequence[Piece], place: int) -> bool:
    """Whether one paragraph with the credit of a picture stands here, and no more text."""
    roles = [piece.role for piece in pieces[place : place + 3]]
    return roles[:2] == [Role.TEXT, Role.CREDIT] and roles[2:] != [Role.TEXT]


def _is_whole(text: str, before: Piece) -> bool:
    """Whether a paragraph is no part of a sentence: it ends one, or gives an address."""
    return _ends(text, before) or bool(_ADDRESS.search(before.span.of(text)))


def _closes(text: str, before: Piece, labelled: bool) -> bool:
    """Whether what stands before ends an article."""
    if before.role in _CLOSING or (before.role is Role.TEXT and is_signature(text, before.span)):
        return True
    return labelled and before.role in {Role.TABLE, Role.CREDIT, Role.CAPTION}


def _cluster(text: str, run: Sequence[Piece], told: Set[str]) -> tuple[Role, ...]:
    """Kicker, headline and decks of a run, which a dash tells, or that the headline is `told`."""
    heads = len(run)
    plain = [at for at, piece in enumerate(run) if not _DASH.match(piece.span.of(text))]
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
