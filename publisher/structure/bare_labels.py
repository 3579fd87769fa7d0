"""Labels without a sign: a section's name, capitals or a few characters over a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from publisher.structure.bylines import lone_name
from publisher.structure.candidates import is_candidate
from publisher.structure.columns import is_capitals, is_section_name
from publisher.structure.kinds import told_kind
from publisher.structure.lists import is_refer
from publisher.structure.marked import comes_from
from publisher.structure.page_setting import is_blank
from publisher.structure.piece import Piece, Role

#: A label has no more words, and so many headlines in capitals show how a paper sets them.
_LABEL_WORDS = 2
_FEWEST = 3

FEW = re.compile("[\u3400-\u9fff]{2,5}")

#: The page that an entry of the contents begins with.
_PAGE_FIRST = re.compile(r"\A[A-Z]?\d{1,2}[版页頁]?[ \u3000]+")


def told_heads(text: str, pieces: Sequence[Piece]) -> Set[str]:
    """The headlines that the contents list, and those that stand over a jump line again.

    >>> from publisher.structure.pieces import read_pieces
    >>> text = "目录\\n02 修钟的人\\n03 读者来信"
    >>> sorted(told_heads(text, read_pieces(text)))
    ['修钟的人']
    """
    again = {a.span.of(text).strip() for a, b in pairwise(pieces) if comes_from(text, b)}
    listed = {
        _PAGE_FIRST.sub("", line.of(text)).strip()
        for piece in pieces
        if piece.role is Role.LIST
        for line in piece.lines
        if is_refer(line.of(text))
    }
    return again | {head for head in listed if not told_kind(head)}


def sets_capitals(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether a paper sets its headlines in capitals: most of those right over a text or byline.

    >>> from publisher.structure.pieces import read_pieces
    >>> text = "BRIDGE FALLS IN RIVER\\n\\nBy Jane Doe\\n\\nIt was old.\\n\\n"
    >>> sets_capitals(text * 3, read_pieces(text * 3)), sets_capitals(text, read_pieces(text))
    (True, False)
    """
    heads = [
        piece.span.of(text)
        for piece, below in pairwise(pieces)
        if below.role in {Role.BYLINE, Role.TEXT} and is_candidate(text, piece)
    ]
    long = [head for head in heads if len(head.split()) > _LABEL_WORDS]
    upper = [head for head in long if head == head.upper() != head.lower()]
    return len(upper) >= _FEWEST and 2 * len(upper) > len(long)


def with_labels(
    text: str, pieces: list[Piece], heads: Set[str], *, capitals: bool = False
) -> list[Piece]:
    """The pieces with bare labels told: a section's name or capitals over a heading.

    `heads` are headlines that the issue itself tells; where they are set in `capitals`, capitals
    alone are no label.
    """
    for place, piece in enumerate(pieces[:-1]):
        printed = piece.span.of(text)
        label = len(piece.lines) == 1 and _is_label(printed) and printed.strip() not in heads
        if piece.role in {Role.TEXT, Role.HEADING} and label:
            after = pieces[place + 1]
            known = is_section_name(printed) or told_kind(printed)
            named = known or (is_capitals(printed) and not capitals)
            if capitals and not known:
                continue
            above = pieces[place - 1].role if place else Role.PAGE_END
            few = above is not Role.COLUMN and _is_apart(text, piece, after)
            if (named or few) and is_candidate(text, after) and not lone_name(text, after.span):
                # What isn't known as a label stands over one article.
                pieces[place] = replace(piece, role=Role.COLUMN, level=int(bool(named)))
        elif piece.role is Role.COLUMN:
            pieces[place] = replace(piece, level=1)
    return pieces


def _is_label(printed: str) -> bool:
    known = is_capitals(printed) or is_section_name(printed)
    # Q&A has too few letters to tell capitals by.
    spelled = printed == printed.upper() and told_kind(printed) is not None
    return known or spelled or bool(FEW.fullmatch(printed))


def _is_apart(text: str, label: Piece, after: Piece) -> bool:
    """Whether a few characters are a label: a blank line or block parts them from a headline."""
    apart = label.role is Role.HEADING or is_blank(text, label, after)
    return apart and len(after.span) > len(label.span)
