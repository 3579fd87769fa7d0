"""Stories: the pieces of each article, under the column they stand under."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from publisher.model import ArticleKind
from publisher.structure.datelines import read_opening
from publisher.structure.jump_lines import Way, jump_at_start, read_jump
from publisher.structure.kinds import is_of_short_items, told_kind
from publisher.structure.marked import read_marked
from publisher.structure.piece import OMITTED, Piece, Role
from publisher.structure.unmarked import read_unmarked

#: What stands before a headline and belongs to it.
_BEFORE = frozenset({Role.KICKER, Role.COLUMN})

#: What stands in no article.
_APART = OMITTED | {Role.BANNER, Role.COLUMN, Role.PAGE_END}
_BODY = frozenset({Role.TEXT, Role.LIST, Role.TABLE, Role.VERSE, Role.GAP})

#: What an article has above its text.
_HEADS = frozenset({Role.HEADLINE, Role.KICKER, Role.DECK, Role.BYLINE, Role.SUMMARY})


@dataclass(frozen=True, slots=True)
class Story:
    """An article's pieces in order, and the label it stands under."""

    column: Piece | None
    pieces: tuple[Piece, ...]


def with_headings(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with every heading's role told, signed or not, page by page."""
    told: list[Piece] = []
    for signed, run in _by_signs(pieces):
        told += read_marked(text, run) if signed else read_unmarked(text, run)
    return list(_labels(told))


def _by_signs(pieces: Sequence[Piece]) -> Iterator[tuple[bool, list[Piece]]]:
    """The pieces of pages in a row that sign their headings, or don't."""
    pages: list[list[Piece]] = [[]]
    for piece in pieces:
        pages[-1].append(piece)
        if piece.role is Role.PAGE_END:
            pages.append([])
    signed = [any(piece.role is Role.HEADING for piece in page) for page in pages]
    for sign, run in groupby(zip(signed, pages, strict=True), key=lambda one: one[0]):
        yield sign, [piece for _, page in run for piece in page]


def _labels(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """A label inside an article, with no headline below, is a subhead."""
    body = False
    for piece, heads in zip(pieces, _over_headlines(pieces), strict=True):
        if piece.role in {Role.HEADLINE, Role.PAGE_END}:
            body = False
        unsigned = piece.role is Role.KICKER or (piece.role is Role.COLUMN and not piece.level)
        if body and unsigned and not heads:
            yield replace(piece, role=Role.SUBHEAD, level=0)
        else:
            yield piece
        body = body or piece.role in _BODY


def _over_headlines(pieces: Sequence[Piece]) -> list[bool]:
    """For each piece, whether a headline follows with nothing but labels between."""
    found: list[bool] = []
    below = False
    for piece in reversed(pieces):
        found.append(below)
        if piece.role not in _BEFORE and piece.role not in OMITTED:
            below = piece.role is Role.HEADLINE
    return found[::-1]


def stories(text: str, pieces: Sequence[Piece]) -> Iterator[Story]:
    """The stories of an issue in order; every piece that isn't omitted is in one."""
    column: Piece | None = None
    used = closing = away = False
    filed = ""
    under = 0
    current: list[Piece] = []
    for piece in pieces:
        agency = _agency(text, piece)
        # Briefs follow each other with datelines of one agency; a roundup has several.
        again = agency != "" and agency == filed
        behind = away and piece.role in _BODY
        if current and (behind or again or _begins(piece, current) or _comes(text, piece, current)):
            yield Story(column, tuple(current))
            current, used, filed, away = [], True, "", False
        if piece.role is Role.PAGE_END:
            closing = True
        ends = piece.role is Role.COLUMN
        if piece.role is Role.HEADLINE:
            # What stands higher than the column's own headlines isn't one of them.
            ends = piece.level < under or _is_over(text, column, piece, used, closing)
        elif piece.role is Role.KICKER and column is not None:
            # Another label of the column's level, over a single article, ends it too.
            ends = 0 < piece.level == column.level
        if ends:
            if column is not None and not used:
                yield Story(column, ())
            column = piece if piece.role is Role.COLUMN else None
            used = closing = False
            under = 0
        if piece.role is Role.HEADLINE and column is not None:
            under = under or piece.level
        if piece.role not in _APART:
            current.append(piece)
            away = away or _way(text, piece) is Way.TO
        filed = filed or agency
    if current or (column is not None and not used):
        yield Story(column, tuple(current))


def _begins(piece: Piece, current: Sequence[Piece]) -> bool:
    """Whether a piece begins a story of its own behind what was read."""
    if piece.role is Role.COLUMN:
        return True
    # A kicker begins a story, so behind one stand only more of them.
    return piece.role in {Role.KICKER, Role.HEADLINE} and current[-1].role is not Role.KICKER


def _comes(text: str, piece: Piece, current: Sequence[Piece]) -> bool:
    """Whether a piece is of another story by a jump line that says from where it comes."""
    headed = all(one.role in _HEADS for one in current)
    if piece.role is Role.JUMP:
        return _way(text, piece) is Way.FROM and not headed
    begins = jump_at_start(text, piece.span) if piece.role is Role.TEXT else None
    return begins is not None and begins.way is Way.FROM and not headed


def _way(text: str, piece: Piece) -> Way | None:
    jump = read_jump(text, piece.span) if piece.role is Role.JUMP else None
    return jump.way if jump else None


def _agency(text: str, piece: Piece) -> str:
    """The agency of the dateline that a paragraph opens with; "" where there is none."""
    opening = read_opening(text, piece.span) if piece.role is Role.TEXT else None
    return opening.dateline.agency if opening and opening.dateline else ""


def _is_over(text: str, column: Piece | None, headline: Piece, used: bool, closing: bool) -> bool:
    """Whether a column has ended before a headline: by level, by use if unsigned, by page."""
    if column is None or not used:
        return False
    if closing:
        return True
    kind, under = told_kind(headline.span.of(text)), told_kind(column.span.of(text))
    bare = column.origin.start == column.span.start or column.level > headline.level
    if kind and under and kind is not under and (bare or kind is ArticleKind.CORRECTION):
        # 编辑部启事 below 读者来信, which isn't set larger: it's none of the letters.
        return True
    if not column.level or column.level > headline.level:
        # A label without a sign, or set smaller than its headlines, stands over one article, or
        # over several short items.
        return not is_of_short_items(column.span.of(text))
    return headline.level == column.level
