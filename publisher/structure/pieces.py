"""Pieces: blocks with the part they play, as far as each tells by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from publisher.structure.blocks import Layout, Raw, blocks, read_label
from publisher.structure.bylines import is_position, read_bylines
from publisher.structure.captions import read_caption
from publisher.structure.columns import read_column
from publisher.structure.credits import read_credits
from publisher.structure.furniture import Furniture, read_furniture
from publisher.structure.imprint import is_imprint
from publisher.structure.jump_lines import is_jump_line
from publisher.structure.kinds import told_kind
from publisher.structure.letters import SIGNATURE, with_signatures
from publisher.structure.lines import ends_sentence, width
from publisher.structure.listed import PROSE, with_lists
from publisher.structure.lists import is_list
from publisher.structure.notes import is_box_label, is_note, is_summary
from publisher.structure.piece import Piece, Role, unwrapped
from publisher.structure.place_lines import with_place_lines
from publisher.structure.signatures import is_signature
from publisher.structure.sources import read_source
from publisher.structure.tables import aligned
from publisher.structure.verse import is_verse
from publisher.structure.wrapped_headings import with_wrapped_headings
from publisher.text import Span

_LAYOUTS = {
    Layout.LABEL: Role.KICKER,
    Layout.RULE: Role.RULE,
    Layout.PICTURE: Role.PICTURE,
    Layout.TABLE: Role.TABLE,
    Layout.QUOTE: Role.QUOTE,
    Layout.GAP: Role.GAP,
    Layout.PAGE_END: Role.PAGE_END,
}

#: What a line may be, in the order of asking.
_LINES: tuple[tuple[Role, Callable[[str, Span], object]], ...] = (
    (Role.JUMP, is_jump_line),
    (Role.IMPRINT, is_imprint),
    (Role.BYLINE, read_bylines),
    (Role.CREDIT, read_credits),
    (Role.SOURCE, read_source),
    (Role.COLUMN, read_column),
    (Role.CAPTION, read_caption),
    (Role.SUMMARY, is_summary),
    (Role.SUBHEAD, is_box_label),
    (Role.NOTE, is_note),
)

_AND = ("and ", "& ")

_BAR = re.compile(r"\s+[·•|]\s+")

#: A jump line may be set in so many lines: CONTINUED ON / » PAGE 3.
_JUMP = 2

_ADDRESS = re.compile(r"(?:[Ee]-?mail:?\s*)?[\w.+-]+@[\w.-]+\.\w{2,}")

_SPACED = re.compile(
    "[A-Za-z\u00c0-\u024f\u0400-\u04ff가-힣] +[A-Za-z\u00c0-\u024f\u0400-\u04ff가-힣]"
)


def read_pieces(text: str) -> list[Piece]:
    """The pieces of a text in order.

    >>> [piece.role.value for piece in read_pieces("# 夜校开课\\n\\n本报记者 张三 摄")]
    ['heading', 'credit']
    """
    found: list[Piece] = []
    begun = False
    for raw in blocks(text):
        for piece in _read(text, raw, begun):
            found.append(piece)
            begun = piece.role is not Role.PAGE_END and (begun or _is_prose(text, piece))
    found = with_signatures(text, found)
    told = _addresses(text, _positions(text, with_lists(text, _mastheads(text, found))))
    return with_wrapped_headings(text, list(with_place_lines(text, told)))


def _is_prose(text: str, piece: Piece) -> bool:
    """Whether a piece is running text, behind which a bare date is no furniture."""
    printed = piece.span.of(text)
    return piece.role is Role.TEXT and (width(printed) > PROSE or ends_sentence(printed))


def _read(text: str, raw: Raw, begun: bool) -> Iterator[Piece]:
    if raw.layout is Layout.HEADING:
        yield _heading(text, raw)
    elif raw.layout is Layout.TABLE and len(raw.lines) < 2:
        yield Piece(Role.TEXT, raw.span, raw.origin, raw.lines)
    elif raw.layout is not Layout.TEXT:
        yield Piece(_LAYOUTS[raw.layout], raw.span, raw.origin, raw.lines)
    elif len(raw.lines) == 1:
        yield from _of_makers(text, raw) or [_line(text, raw.lines[0], raw.origin, begun)]
    else:
        yield from _lines(text, raw, begun)


def _of_makers(text: str, raw: Raw) -> list[Piece]:
    """The parts of a line between dots or bars that are a byline and credits; else none."""
    line = unwrapped(text, raw.lines[0])
    bar = _BAR.search(text, line.start, line.end)
    if bar is None:
        return []
    first, rest = Span(line.start, bar.start()), Span(bar.end(), line.end)
    if not read_bylines(text, first) or not read_credits(text, rest):
        return []
    return [
        Piece(Role.BYLINE, first, Span(raw.origin.start, bar.end()), (first,)),
        Piece(Role.CREDIT, rest, Span(bar.end(), raw.origin.end), (rest,)),
    ]


def _heading(text: str, raw: Raw) -> Piece:
    if read_furniture(text, raw.span):
        return Piece(Role.FURNITURE, raw.span, raw.origin, raw.lines, raw.level)
    if is_jump_line(text, raw.span):
        return Piece(Role.JUMP, raw.span, raw.origin, raw.lines)
    if kicker := read_label(text, raw.span):
        return Piece(Role.KICKER, kicker, raw.origin, (kicker,))
    label = read_column(text, unwrapped(text, raw.span))
    if label is not None:
        return Piece(Role.COLUMN, label, raw.origin, raw.lines, raw.level)
    return Piece(Role.HEADING, raw.span, raw.origin, raw.lines, raw.level)


def _line(text: str, line: Span, origin: Span, begun: bool) -> Piece:
    core = unwrapped(text, line)
    told = read_furniture(text, core)
    # A Staff Reporter might be a paper by its name.
    named = told is not None and told == Furniture(name=told.name)
    if _is_furniture(told, begun) and not (named and read_bylines(text, core)):
        return Piece(Role.FURNITURE, core, origin, (core,))
    for role, holds in _LINES:
        if holds(text, core):
            label = read_column(text, core) if role is Role.COLUMN else None
            return Piece(role, label or core, origin, (core,))
    return Piece(Role.TEXT, line, origin, (line,))


def _is_furniture(told: Furniture | None, begun: bool) -> bool:
    """In an article, a bare date signs it and a bare number is text; a page's label stays one."""
    return told is not None and (not begun or bool(told.page or told.editors))


def _lines(text: str, raw: Raw, begun: bool) -> Iterator[Piece]:
    printed = [line.of(text) for line in raw.lines]
    if told_kind(printed[0]) and is_list(printed[1:]) and len(printed) > 2:
        yield _line(text, raw.lines[0], raw.lines[0], begun)
        rest = Span(raw.lines[1].start, raw.span.end)
        yield Piece(Role.LIST, rest, rest, raw.lines[1:])
        return
    if is_list(printed):
        yield Piece(Role.LIST, raw.span, raw.origin, raw.lines)
        return
    if len(raw.lines) == _JUMP and is_jump_line(text, raw.span):
        yield Piece(Role.JUMP, raw.span, raw.origin, (raw.span,))
        return
    if aligned(text, raw.lines, raw.origin):
        yield Piece(Role.TABLE, raw.span, raw.origin, raw.lines)
        return
    pieces = list(_bylines_whole(text, [_line(text, line, line, begun) for line in raw.lines]))
    if all(piece.role is Role.TEXT for piece in pieces) and is_verse(printed):
        if len(pieces) <= SIGNATURE and is_signature(text, raw.lines[-1]):
            yield from (replace(piece, role=Role.SIGNATURE) for piece in pieces)
        else:
            yield Piece(Role.VERSE, raw.span, raw.origin, raw.lines)
        return
    for plain, run in groupby(pieces, key=lambda piece: piece.role is Role.TEXT):
        kept = list(run)
        yield from [_wrapped(kept)] if plain and _is_wrapped(text, kept) else kept


def _bylines_whole(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """The lines of a block with a second writer's line (and Jane Doe) put to the byline's."""
    held: Piece | None = None
    for piece in pieces:
        span = Span(held.span.start, piece.span.end) if held else piece.span
        second = piece.role is Role.TEXT and text.startswith(_AND, piece.span.start)
        if held and second and read_bylines(text, span):
            held = replace(held, span=span, origin=span, lines=(span,))
            continue
        if held:
            yield held
        held = piece if piece.role is Role.BYLINE else None
        if not held:
            yield piece
    if held:
        yield held


def _is_wrapped(text: str, run: list[Piece]) -> bool:
    """Whether lines are one paragraph: spaced writing whose lines end within sentences."""
    inner = run[:-1]
    within = sum(not ends_sentence(piece.span.of(text)) for piece in inner)
    return bool(inner and _SPACED.search(inner[0].span.of(text)) and 2 * within > len(inner))


def _wrapped(run: list[Piece]) -> Piece:
    span = Span(run[0].span.start, run[-1].span.end)
    return Piece(Role.TEXT, span, span, tuple(piece.span for piece in run))


def _mastheads(text: str, pieces: list[Piece]) -> list[Piece]:
    """A paper's name alone is furniture only beside other furniture."""
    kept: list[Piece] = []
    for place, piece in enumerate(pieces):
        around = pieces[max(0, place - 1) : place] + pieces[place + 1 : place + 2]
        told = read_furniture(text, piece.span) if piece.role is Role.FURNITURE else None
        lone = told is not None and not (told.dated or told.editors)
        if lone and not any(one.role is Role.FURNITURE for one in around):
            role = Role.HEADING if piece.level else Role.TEXT
            kept.append(Piece(role, piece.span, piece.origin, piece.lines, piece.level))
        else:
            kept.append(piece)
    return kept


def _positions(text: str, pieces: list[Piece]) -> list[Piece]:
    """A writer's position on the line below the byline belongs to it."""
    return [
        replace(piece, role=Role.BYLINE)
        if place
        and piece.role is Role.TEXT
        and pieces[place - 1].role is Role.BYLINE
        and is_position(text, piece.span)
        else piece
        for place, piece in enumerate(pieces)
    ]


def _addresses(text: str, pieces: list[Piece]) -> list[Piece]:
    """An e-mail address alone below a byline is furniture."""
    return [
        replace(piece, role=Role.FURNITURE)
        if place
        and piece.role is Role.TEXT
        and pieces[place - 1].role is Role.BYLINE
        and _ADDRESS.fullmatch(piece.span.of(text)[:80])
        else piece
        for place, piece in enumerate(pieces)
    ]
