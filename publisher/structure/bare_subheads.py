"""Subheads without a sign: short lines between whole paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from publisher.structure.lines import could_be_heading, ends_sentence, trimmed, width
from publisher.structure.lists import is_numbered_subhead
from publisher.structure.piece import Piece, Role, unwrapped
from publisher.structure.signatures import is_signature

_SUBHEAD = 20

_NUMBERED = 32

#: From this width on, what ends no sentence is running text that something cuts, in ems.
_RUNNING = 44

#: What a speech or a sentence has, and a subhead that nothing signs has not.
_SPOKEN = re.compile(r"[，,；;？?！!]|\A[“「『\"].*[”」』\"]\Z")

#: ‘A pool, at least’ is a subhead in the words of someone.
_QUOTED = re.compile(r"‘[^‘’.!?]{3,36}’")

#: No paragraph begins so: what stands above is the beginning of its sentence.
_GOES_ON = re.compile("[上中下里裡内內前后後时時][，、]|[，、；。！？”’」』）》]")


def with_subheads(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Short unsigned lines between whole paragraphs are subheads."""
    for place, piece in enumerate(pieces):
        inner = 0 < place < len(pieces) - 1 and piece.role is Role.TEXT
        if inner and is_subhead(text, pieces[place - 1], piece, pieces[place + 1]):
            yield replace(piece, role=Role.SUBHEAD)
        else:
            yield piece


def is_subhead(text: str, before: Piece, piece: Piece, after: Piece) -> bool:
    """Whether a line between two pieces is a subhead that nothing signs."""
    printed = piece.span.of(text)
    widest = _NUMBERED if is_numbered_subhead(printed) else _SUBHEAD
    if len(piece.lines) > 1 or width(printed) > widest or not could_be_heading(printed):
        return False
    whole = before.role is not Role.TEXT or ends_sentence(before.span.of(text))
    begun = before.role in {Role.TEXT, Role.GAP, Role.LIST, Role.TABLE, Role.CAPTION, Role.CREDIT}
    below = trimmed(text, after.span).of(text)
    # The foot of the page may cut the paragraph below.
    follows = after.role is Role.TEXT and (ends_sentence(below) or width(below) > _RUNNING)
    quoted = bool(_QUOTED.fullmatch(unwrapped(text, piece.span).of(text)))
    plain = (quoted or not _SPOKEN.search(printed)) and not is_signature(text, piece.span)
    plain = plain and not _GOES_ON.match(text, after.span.start)
    return whole and begun and follows and plain
