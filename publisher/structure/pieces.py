"""Pieces: blocks with the part they play, as far as each tells by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, pairwise

from publisher.structure.blocks import Layout, Raw, blocks, read_label
from publisher.structure.bylines import is_position, read_bylines
from publisher.structure.captions import read_caption
from publisher.structure.columns import is_capitals, is_section_name, is_slogan, read_column
from publisher.structure.credits import read_credits
from publisher.structure.furniture import Furniture, read_furniture
from publisher.structure.imprint import is_imprint
from publisher.structure.jump_lines import is_jump_line
from publisher.structure.kinds import told_kind
from publisher.structure.lines import ends_sentence, trimmed, width
from publisher.structure.lists import is_list, is_numbered_subhead, item_kind
from publisher.structure.notes import is_box_label, is_note, is_summary
from publisher.structure.signatures import is_salutation, is_signature, is_valediction
from publisher.structure.sources import read_source
from publisher.structure.tables import aligned
from publisher.structure.verse import is_verse
from publisher.text import Span


class Role(StrEnum):
    """What a piece is in an issue."""

    BANNER = "banner"
    COLUMN = "column"
    KICKER = "kicker"
    HEADING = "heading"
    HEADLINE = "headline"
    DECK = "deck"
    SUBHEAD = "subhead"
    SUMMARY = "summary"
    BYLINE = "byline"
    CREDIT = "credit"
    SOURCE = "source"
    CAPTION = "caption"
    NOTE = "note"
    SIGNATURE = "signature"
    TEXT = "text"
    LIST = "list"
    TABLE = "table"
    VERSE = "verse"
    QUOTE = "quotation"
    GAP = "gap"
    FURNITURE = "page furniture"
    IMPRINT = "imprint"
    JUMP = "jump line"
    RULE = "rule"
    PICTURE = "picture"
    PAGE_END = "page end"


#: Pieces that no article holds: they are omissions, and these words are their reasons.
OMITTED = frozenset({Role.FURNITURE, Role.IMPRINT, Role.RULE, Role.PICTURE})


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece: its role, its content, all of it with its signs, its lines, a heading's level."""

    role: Role
    span: Span
    origin: Span
    lines: tuple[Span, ...] = ()
    level: int = 0


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

#: A line of a headline set in several is no narrower, in ems.
_LINE = 4

#: The longest line of one, in characters.
_SIGNED = 40

#: A signature with its place and date has no more lines.
_SIGNATURE = 3

_DATE = re.compile(
    r"(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日|[一二][〇零○九]\S{2}年\S{1,3}月\S{1,3}日"
)
_NAME = re.compile("[\u3400-\u9fff（）()·、\u3000 ]{2,40}")
_WRITER = re.compile(r"[A-Z](?:\.|[\w'’-]+)(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}")
_AND = ("and ", "& ")
_PLACE = re.compile(r"[A-Z][a-z'’]+(?: [A-Z][a-z'’]+)?")
_DASH = re.compile(r"[—–―-]{1,2}\s*\S")
_ADDRESS = re.compile(r"(?:[Ee]-?mail:?\s*)?[\w.+-]+@[\w.-]+\.\w{2,}")

#: So many clauses before the last make a list.
_CLAUSES = 2

#: Wider text is running text, in ems.
_PROSE = 40

_BOLD = re.compile(r"(\*{1,3})(?=\S)(?P<inside>[^*]+)(?<=\S)\1")
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
    found = _signatures(text, found)
    told = _addresses(text, _positions(text, _lists(text, _mastheads(text, found))))
    return _wrapped_headings(text, told)


def _is_prose(text: str, piece: Piece) -> bool:
    """Whether a piece is running text, behind which a bare date is no furniture."""
    printed = piece.span.of(text)
    return piece.role is Role.TEXT and (width(printed) > _PROSE or ends_sentence(printed))


def _read(text: str, raw: Raw, begun: bool) -> Iterator[Piece]:
    if raw.layout is Layout.HEADING:
        yield _heading(text, raw)
    elif raw.layout is Layout.TABLE and len(raw.lines) < 2:
        yield Piece(Role.TEXT, raw.span, raw.origin, raw.lines)
    elif raw.layout is not Layout.TEXT:
        yield Piece(_LAYOUTS[raw.layout], raw.span, raw.origin, raw.lines)
    elif len(raw.lines) == 1:
        yield _line(text, raw.lines[0], raw.origin, begun)
    else:
        yield from _lines(text, raw, begun)


def _heading(text: str, raw: Raw) -> Piece:
    if read_furniture(text, raw.span):
        return Piece(Role.FURNITURE, raw.span, raw.origin, raw.lines, raw.level)
    if kicker := read_label(text, raw.span):
        return Piece(Role.KICKER, kicker, raw.origin, (kicker,))
    label = read_column(text, unwrapped(text, raw.span))
    if label is not None:
        return Piece(Role.COLUMN, label, raw.origin, raw.lines, raw.level)
    return Piece(Role.HEADING, raw.span, raw.origin, raw.lines, raw.level)


def unwrapped(text: str, line: Span) -> Span:
    """A line without the bold or sloped dress that all of it wears.

    >>> unwrapped("**本报记者 张三**", Span(0, 11))
    Span(start=2, end=9)
    """
    bold = _BOLD.fullmatch(text, line.start, line.end) if len(line) < 400 else None
    return Span(*bold.span("inside")) if bold else line


def _line(text: str, line: Span, origin: Span, begun: bool) -> Piece:
    core = unwrapped(text, line)
    if _is_furniture(read_furniture(text, core), begun):
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
    if aligned(text, raw.lines, raw.origin):
        yield Piece(Role.TABLE, raw.span, raw.origin, raw.lines)
        return
    pieces = list(_bylines_whole(text, [_line(text, line, line, begun) for line in raw.lines]))
    if all(piece.role is Role.TEXT for piece in pieces) and is_verse(printed):
        if len(pieces) <= _SIGNATURE and is_signature(text, raw.lines[-1]):
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


def _signatures(text: str, pieces: list[Piece]) -> list[Piece]:
    """A short line right over a date alone is signed with it."""
    found = list(_letters(text, [_signed(text, pieces, place) for place in range(len(pieces))]))
    for place, (piece, below) in enumerate(pairwise(pieces)):
        dated = below.role is Role.TEXT and _DATE.fullmatch(below.span.of(text).strip())
        if piece.role is Role.TEXT and dated and _NAME.fullmatch(piece.span.of(text).strip()):
            for other in (place, place + 1):
                found[other] = replace(pieces[other], role=Role.SIGNATURE)
    return found


def _letters(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """In a letter, what is signed below its last whole paragraph, and below its leave-taking."""
    greeted = whole = False
    left = 0
    for piece in pieces:
        printed = piece.span.of(text).strip()
        plain = piece.role is Role.TEXT and len(piece.lines) == 1
        short = plain and len(printed) <= _SIGNED and not ends_sentence(printed)
        short = short and not is_capitals(printed)
        name = greeted and whole and bool(_WRITER.fullmatch(printed))
        if short and (is_valediction(printed) or name):
            # The name has a line, and the place or the office.
            left, greeted = 2 if name else 3, False
        if left and short:
            left -= 1
            yield replace(piece, role=Role.SIGNATURE)
        else:
            left = 0
            greeted = piece.role is not Role.PAGE_END and (
                greeted or (plain and is_salutation(printed))
            )
            yield piece
        whole = piece.role is Role.TEXT and ends_sentence(printed)


def _signed(text: str, pieces: list[Piece], place: int) -> Piece:
    """Two lines that are a name and a place, behind a whole paragraph, sign a letter."""
    piece = pieces[place]
    above = pieces[place - 1] if place else None
    if piece.role is not Role.VERSE or len(piece.lines) != 2 or above is None:
        return piece
    name, where = (line.of(text).strip() for line in piece.lines)
    whole = above.role is Role.TEXT and ends_sentence(above.span.of(text))
    signed = whole and _WRITER.fullmatch(name) and _PLACE.fullmatch(where)
    return replace(piece, role=Role.SIGNATURE) if signed else piece


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


def _wrapped_headings(text: str, pieces: list[Piece]) -> list[Piece]:
    """Headings of one level on lines that follow each other are one, set in several lines."""
    found: list[Piece] = []
    for piece in pieces:
        above = found[-1] if found else None
        if (
            above is not None
            and piece.role is above.role is Role.HEADING
            and piece.level == above.level
            and (_is_next_line(text, above, piece) or _is_one_headline(text, above, piece))
        ):
            span = Span(above.span.start, piece.span.end)
            origin = Span(above.origin.start, piece.origin.end)
            found[-1] = replace(above, span=span, origin=origin, lines=(*above.lines, piece.span))
        else:
            found.append(piece)
    return found


def _is_one_headline(text: str, above: Piece, piece: Piece) -> bool:
    """Whether two headings with nothing but blank lines between are one, set in two lines.

    A heading right over another of its level has no text: it's no headline by itself, and no
    slogan, label or number of a part either.
    """
    printed = above.span.of(text), piece.span.of(text)
    if text[above.origin.end : piece.origin.start].strip() or min(map(width, printed)) < _LINE:
        return False
    if any(is_slogan(one) or is_section_name(one) or is_capitals(one) for one in printed):
        return False
    return not any(is_numbered_subhead(one) or _DASH.match(one) for one in printed)


def _is_next_line(text: str, above: Piece, piece: Piece) -> bool:
    between = text[above.origin.end : piece.origin.start]
    return not between.strip() and between.count("\n") == 1


def _clauses(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with short clauses, a line each, that a colon leads as a list.

    任命武清源为副厅长；免去牛志勇的副厅长职务。
    """
    held: list[Piece] = []
    led = False
    for piece in pieces:
        printed = piece.span.of(text).strip()
        line = piece.role is Role.TEXT and len(piece.lines) == 1 and width(printed) <= _PROSE
        if led and line and printed.endswith("；"):
            held.append(piece)
            continue
        if line and len(held) >= _CLAUSES and printed.endswith("。"):
            run = [*held, piece]
            span = Span(run[0].origin.start, piece.origin.end)
            yield Piece(Role.LIST, span, span, tuple(one.span for one in run))
        else:
            yield from (*held, piece)
        held = []
        led = printed.endswith("：")
    yield from held


def _lists(text: str, pieces: list[Piece]) -> list[Piece]:
    """Items that stand in blocks of their own, two or more in a row, are one list."""

    def kind(piece: Piece) -> int:
        # Two signed labels in a row are items: a label stands over an article.
        signed = piece.role is Role.COLUMN and not piece.level
        single = (piece.role is Role.TEXT or signed) and len(piece.lines) == 1
        return item_kind(piece.origin.of(text)) if single else 0

    found: list[Piece] = []
    for mark, run in groupby(_clauses(text, pieces), key=kind):
        kept = list(run)
        if mark and (len(kept) > 1 or text[kept[0].origin.start] in "-*+"):
            origin = Span(kept[0].origin.start, kept[-1].origin.end)
            span = trimmed(text, origin)
            found.append(Piece(Role.LIST, span, origin, tuple(one.origin for one in kept)))
        else:
            found += kept
    return found
