"""Marks of notes: what may be a note below a text, and where in the text its mark stands."""

from __future__ import annotations

import re
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
    places = [list(_places(above, note, text)) for note in notes]
    several = notes[0].kind == "bracket"
    glued = all(one and -1 not in one and (several or len(one) == 1) for one in places)
    firsts = [one[0] for one in places if one]
    return places if glued and firsts == sorted(firsts) else None


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
    for block in body if notes else ():
        for leaf in leaves(inlines_of(block)):
            if not isinstance(leaf, Text) or len(leaf.text) != len(leaf.origin):
                continue
            for found in TOLD.finditer(leaf.text):
                place = leaf.origin.start + found.start()
                named = [n for n, note in enumerate(notes) if note.label == found[1]]
                below = [n for n in named if notes[n].origin.start >= place]
                if named and notes[(below or named[-1:])[0]].origin.start != place:
                    places[(below or named[-1:])[0]].append(place)
    return places
