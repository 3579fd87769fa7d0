"""Marks of notes: what may be a note below a text, and where in the text its mark stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publisher.model import Block, Inline, ListItems, Paragraph, Text, Verse, inlines_of, leaves
from publisher.text import Span

_MARK = (
    r"(?P<circled>[①-⑳])|(?P<raised>[¹²³⁴-⁹]{1,2})|(?P<star>[*＊]{1,3}|[†‡])"
    r"|(?P<bracket>[\[［〔]\d{1,3}[\]］〕])"
)
_NOTE = re.compile(rf"(?:\[\^(?P<told>[^\]\s]{{1,20}})\]:|{_MARK})\s*")
TOLD = re.compile(r"\[\^([^\]\s]{1,20})\]")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_DAGGERS = {"†": 2, "‡": 3}

#: An item of an enumeration begins behind these, a mark of a note doesn't.
_APART = re.compile(r"[\s：:；;，,、（(【\[「『“‘]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a note: its kind of mark, the mark, its content, where it begins and ends.

    `label` is what the signs of Markdown call it, or "".
    """

    kind: str
    mark: str
    content: tuple[Inline, ...]
    origin: Span
    label: str = ""


def candidates(block: Block) -> Iterator[Candidate]:
    """What may be notes in a block: a paragraph, or every line of a list or verse, else none."""
    if isinstance(block, Paragraph):
        if note := _candidate(block.content, block.origin):
            yield note
    elif isinstance(block, ListItems | Verse):
        lines = block.items if isinstance(block, ListItems) else block.lines
        notes = [_candidate(line, _extent(line)) for line in lines]
        if all(notes):
            yield from (note for note in notes if note)


def _extent(content: tuple[Inline, ...]) -> Span:
    return Span(content[0].origin.start, content[-1].origin.end)


def _candidate(content: tuple[Inline, ...], origin: Span) -> Candidate | None:
    head = content[0] if content else None
    if not isinstance(head, Text) or len(head.text) != len(head.origin):
        return None
    found = _NOTE.match(head.text)
    if found is None:
        return None
    start = head.origin.start
    rest = Text(head.text[found.end() :], Span(start + found.end(), head.origin.end))
    inside = (rest, *content[1:]) if rest.text else content[1:]
    if not inside:
        return None
    label = found["told"] or ""
    kind = "told" if label else found.lastgroup or ""
    mark = label or found[0].strip()
    return Candidate(kind, mark, inside, Span(start, origin.end), label)


def marks(above: Sequence[Block], notes: Sequence[Candidate], text: str) -> list[list[int]] | None:
    """Where the mark of each note stands in the text above; None where they are no notes."""
    numbers = [_number(note) for note in notes]
    if numbers != list(range(numbers[0], numbers[0] + len(notes))):
        return None
    if notes[0].kind == "star" and numbers[0] != 1:
        # Two stars alone are what is left of bold text.
        return None
    several = notes[0].kind == "bracket"
    places: list[list[int]] = []
    for note in notes:
        found = list(_places(above, note, text))
        if not found or -1 in found or (len(found) > 1 and not several):
            return None
        if places and found[0] < places[-1][0]:
            return None
        places.append(found)
    return places


def _number(note: Candidate) -> int:
    match note.kind:
        case "circled":
            return ord(note.mark) - ord("①") + 1
        case "raised":
            return int(note.mark.translate(_RAISED))
        case "bracket":
            return int(note.mark[1:-1])
    return _DAGGERS.get(note.mark, len(note.mark))


def _places(above: Sequence[Block], note: Candidate, text: str) -> Iterator[int]:
    """Where a mark stands above, -1 where it stands as no mark of a note does."""
    sign = re.compile(re.escape(note.mark))
    if note.kind in {"star", "raised"}:
        more = rf"{re.escape(note.mark[0])}⁰¹²³⁴-⁹"
        sign = re.compile(rf"(?<![{more}]){sign.pattern}(?![{more}A-Za-z0-9])")
    for block in above:
        for leaf in leaves(inlines_of(block)):
            if isinstance(leaf, Text) and len(leaf.text) == len(leaf.origin):
                for found in sign.finditer(leaf.text):
                    place = leaf.origin.start + found.start()
                    yield -1 if _APART.match(text[place - 1 : place] or " ") else place


def told_marks(body: Sequence[Block], notes: Sequence[Candidate]) -> list[list[int]]:
    """Where the marks of Markdown stand that lead to each note: to the next of their name."""
    places: list[list[int]] = [[] for _ in notes]
    named: dict[str, list[int]] = {}
    for number, note in enumerate(notes):
        named.setdefault(note.label, []).append(number)

    def begins(number: int) -> int:
        return notes[number].origin.start

    for block in body if notes else ():
        for leaf in leaves(inlines_of(block)):
            if not isinstance(leaf, Text) or len(leaf.text) != len(leaf.origin):
                continue
            for found in TOLD.finditer(leaf.text):
                place = leaf.origin.start + found.start()
                if numbers := named.get(found[1]):
                    below = bisect_left(numbers, place, key=begins)
                    number = numbers[min(below, len(numbers) - 1)]
                    # A note's own sign leads nowhere.
                    if begins(number) != place:
                        places[number].append(place)
    return places
