"""Mastheads: what stands over the first page and over each page that is of no article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from publisher.structure.columns import is_capitals, is_page_label
from publisher.structure.furniture import Furniture, read_furniture
from publisher.structure.lines import width
from publisher.structure.lists import is_refer
from publisher.structure.piece import Piece, Role, unwrapped

#: So many pieces at the top of the first page may be its masthead.
_PIECES = 16

#: The widest line of a masthead, in ems.
_WIDEST = 45

#: The most lines of a block of it, such as what is to be won inside.
_LINES = 2

_LATIN = re.compile(r"[A-Z][A-Za-z'’&.-]*(?: [A-Za-z'’&.-]+)+")


def with_masthead(text: str, pieces: Sequence[Piece], sections: Sequence[str] = ()) -> list[Piece]:
    """The pieces with nameplate, motto, ears and refers of the first page told as furniture.

    They stand over or beside a line with the issue's number or the like, and are short. `sections`
    are the labels of the pages, whose folio a repair may have taken out.
    """
    end = _masthead_end(text, pieces)
    found = list(pieces)
    for place in range(end):
        piece = found[place]
        slogan = piece.role is Role.HEADING and not _is_nameplate(text, found, place)
        if piece.role in {Role.TEXT, Role.VERSE, Role.HEADING, Role.JUMP} and not slogan:
            found[place] = replace(piece, role=Role.FURNITURE)
    for place in range(end, _boasts_end(text, found, end)):
        found[place] = replace(found[place], role=Role.FURNITURE)
    return _section_labels(text, found, sections)


def _masthead_end(text: str, pieces: Sequence[Piece]) -> int:
    """How many pieces at the top of the first page are its masthead."""
    end = 0
    for place, piece in enumerate(pieces[:_PIECES]):
        if piece.role in {Role.PAGE_END, Role.BYLINE} or _is_wide(text, piece):
            break
        told = read_furniture(text, piece.span) if piece.role is Role.FURNITURE else None
        refers = bool(end) and place == end and is_refer(piece.span.of(text))
        if refers or (told and (_is_of_issue(told) or _is_folio(told, pieces[:place], end))):
            end = place + 1
    return end


def _boasts_end(text: str, pieces: Sequence[Piece], end: int) -> int:
    """Where short lines in capitals below a masthead end, but for a kicker over a heading."""
    place = end
    while end and place < len(pieces) and pieces[place].role is Role.TEXT:
        if not is_capitals(unwrapped(text, pieces[place].span).of(text)):
            return end
        place += 1
    headed = place < len(pieces) and pieces[place].role is Role.HEADING
    return max(end, place - 1) if headed else end


def _is_of_issue(told: Furniture) -> bool:
    return bool(told.whole or told.number or told.volume or told.cn or told.postal_code)


def _is_folio(told: Furniture, above: Sequence[Piece], end: int) -> bool:
    """Whether the page's folio stands below the masthead, the weather or the like between."""
    return bool(told.page and end) and not any(piece.level for piece in above[end:])


def _is_wide(text: str, piece: Piece) -> bool:
    lines = piece.lines or (piece.span,)
    return len(lines) > _LINES or any(width(line.of(text)) > _WIDEST for line in lines)


def _is_nameplate(text: str, pieces: Sequence[Piece], place: int) -> bool:
    """Whether a heading is the paper's name: the first, where no line is known as the name."""
    names = [
        told.name
        for piece in pieces[:_PIECES]
        if piece.role is Role.FURNITURE and (told := read_furniture(text, piece.span))
    ]
    headings = [n for n, piece in enumerate(pieces[:_PIECES]) if piece.role is Role.HEADING]
    told = read_furniture(text, pieces[place].span)
    # The line below may hold another name, of the body whose paper it is.
    named = told is not None and bool(told.name)
    return headings[0] == place and (named or not any(names))


def _section_labels(text: str, pieces: list[Piece], sections: Sequence[str]) -> list[Piece]:
    """A section's name alone below the folio at the top of a page is the page's label."""
    top = labelled = False
    page = 0
    for place, piece in enumerate(pieces):
        first = not place or pieces[place - 1].role is Role.PAGE_END
        page += first and bool(place)
        printed = unwrapped(text, piece.span).of(text)
        if first and page < len(sections) and printed == sections[page] != "":
            top = True
        told = read_furniture(text, piece.span) if piece.role is Role.FURNITURE else None
        if piece.role is Role.PAGE_END:
            top = labelled = False
        elif told is not None:
            top = top or bool(told.page)
            labelled = labelled or bool(told.section)
        elif top and not labelled and is_page_section(text, piece):
            pieces[place] = replace(piece, role=Role.FURNITURE)
            labelled = True
        else:
            top = False
    return pieces


def is_page_section(text: str, piece: Piece) -> bool:
    """Whether a piece is nothing but a section's name."""
    told = piece.role in {Role.TEXT, Role.HEADING, Role.COLUMN} and len(piece.lines) == 1
    return told and is_page_label(unwrapped(text, piece.span).of(text))


def names(text: str, pieces: Sequence[Piece]) -> tuple[str, str]:
    """The paper's name as its masthead has it, and its name in Latin letters beside it."""
    zone = pieces[: _masthead_end(text, pieces)]
    told = [(piece, read_furniture(text, piece.span) or Furniture()) for piece in zone]
    name = next((said.name for _, said in told if said.name), "")
    if not name:
        name = next((piece.span.of(text) for piece in zone if piece.level), "")
    latin = [
        piece.span.of(text)
        for piece, said in told
        if said in (Furniture(), Furniture(name=said.name))
        and _LATIN.fullmatch(piece.span.of(text))
    ]
    return name, latin[0] if latin and not name.isascii() else ""


def as_elsewhere(text: str, name: str) -> str:
    """A name set in capitals as running heads or the imprint write it; capitals where none does.

    >>> as_elsewhere("THE PILOT\\n\\nPage 2  The Pilot  May 22", "THE PILOT")
    'The Pilot'
    """
    if not name or name != name.upper():
        return name
    spellings = re.finditer(rf"{re.escape(name)}(?!\w)", text, re.IGNORECASE)
    return next((one.group() for one in spellings if not one.group().isupper()), name)
