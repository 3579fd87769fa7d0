"""Items of a list that stand in blocks of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from publisher.structure.lines import trimmed, width
from publisher.structure.lists import entry_label, is_list, item_kind
from publisher.structure.piece import Piece, Role
from publisher.text import Span

#: So many clauses before the last make a list.
_CLAUSES = 2

#: Wider text is running text, in ems.
PROSE = 40


def _clauses(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with short clauses, a line each, that a colon leads as a list.

    任命武清源为副厅长；免去牛志勇的副厅长职务。
    """
    held: list[Piece] = []
    led = False
    for piece in pieces:
        printed = piece.span.of(text).strip()
        line = piece.role is Role.TEXT and len(piece.lines) == 1 and width(printed) <= PROSE
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


def with_lists(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with items that stand in blocks of their own, two or more in a row, as one list.

    >>> from publisher.structure.pieces import read_pieces
    >>> text = "● One sugar: free\\n\\n● Two sugars: 1p a cup"
    >>> [piece.role.value for piece in read_pieces(text)]
    ['list']
    """

    def kind(piece: Piece) -> int:
        # Two signed labels in a row are items: a label stands over an article.
        signed = piece.role is Role.COLUMN and not piece.level
        single = (piece.role is Role.TEXT or signed) and len(piece.lines) == 1
        printed = piece.origin.of(text)
        return (item_kind(printed) or -bool(entry_label(printed))) if single else 0

    found: list[Piece] = []
    for mark, run in groupby(_clauses(text, pieces), key=kind):
        kept = list(run)
        entries = mark < 0 and not is_list([one.origin.of(text) for one in kept])
        if mark and not entries and (len(kept) > 1 or text[kept[0].origin.start] in "-*+"):
            origin = Span(kept[0].origin.start, kept[-1].origin.end)
            span = trimmed(text, origin)
            found.append(Piece(Role.LIST, span, origin, tuple(one.origin for one in kept)))
        else:
            found += kept
    return found
