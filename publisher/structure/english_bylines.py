"""Bylines as English papers print them: By Jane Doe, Staff Writer, and their like."""

from __future__ import annotations

import re

from publisher.model import Byline
from publisher.text import Span

_WORD = r"(?:[A-Z][\w.'’-]*|(?:de|del|la|van|von|der|den|bin|al)(?=\s))"
_NAME = rf"[A-Z][\w.'’-]*(?:\s+{_WORD}){{1,4}}?"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*(?:and\s+)?|\s+(?i:and)\s+|\s*&\s*){_NAME})*"
_POSITION = (
    r"(?i:(?:[a-z ]{0,30}\b)?(?:staff(?: writer| reporter| correspondent)?|writer|reporter|editor|"
    r"correspondent|columnist|critic|contributor|special to the [\w ’']{3,40}|associated press|"
    r"reuters|news service|bureau)(?: [a-z ’']{1,30})?)"
)
_BEFORE = r"(?i:staff|special)\s+(?i:writer|reporter|correspondent)"
_BY = (
    r"(?i:(?:(?:words|story|report|text|exclusive|interview|analysis|review|compiled)\s+)?by"
    r"|words(?=:))[:\s]\s*"
)
_SEP = r"\s*[,|/•—–-]\s*"
_PAPER = r"[Tt]he\s[\w’' ]{3,40}"
_SIGNED = re.compile(
    rf"{_BY}(?:(?P<before>{_BEFORE})\s+)?(?P<names>{_NAMES}?)"
    rf"(?:(?:{_SEP}|\s+)(?P<position>{_POSITION})|{_SEP}(?P<paper>{_PAPER})"
    rf"|,?\s+(?P<lent>(?i:for|of)\s{_PAPER})|\s+in\s+(?P<place>[A-Z][\w. ]{{2,30}}))?"
    r"(?:[\s,|•]+\S+@\S+)?\.?"
)
#: The name alone may be bold.
_UNDER_NAME = re.compile(
    rf"(?:\*\*)?(?P<names>{_NAMES})(?:\*\*)?\s*[,|/•]\s*(?P<position>{_POSITION})"
)
_STAFF = re.compile(
    r"(?i:(?:from |the )?(?:[a-z]+ )?staff reports?|by (?:the )?associated press|"
    r"by our (?:\w+ ){0,2}(?:correspondent|staff|reporter)s?|by staff (?:writer|reporter)s?|"
    r"by (?:the )?[\w’']+(?: news)? staff|(?:from )?(?:wire|staff and wire) (?:reports|services)|"
    r"special to the [\w ’']{3,40}|(?:our )?(?:staff|special|legal|sports|city|political|business|"
    r"agriculture|foreign|science|principal|district) (?:reporter|correspondent|bureau)|"
    r"press trust of india|agence france-presse)\.?"
)
_PART = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?i:and)\s+|\s*&\s*")

#: An agency that stands where a writer's position does.
AGENCY = re.compile(r"(?i:(?:the )?associated press|reuters|[\w ]{0,20}news service|bloomberg)")

#: A writer's position, alone on a line.
POSITION = re.compile(_POSITION)


def read_english(text: str, line: Span) -> tuple[Byline, ...]:
    """The bylines that a line of English consists of; () where it is anything else.

    >>> line = "By Jane Doe and John Roe, Staff Writers"
    >>> [(one.name, one.role) for one in read_english(line, Span(0, len(line)))]
    [('Jane Doe', 'Staff Writers'), ('John Roe', 'Staff Writers')]
    """
    if _STAFF.fullmatch(text, line.start, line.end):
        return (Byline(line.of(text), "", line),)
    found = _SIGNED.fullmatch(text, line.start, line.end) or _UNDER_NAME.fullmatch(
        text, line.start, line.end
    )
    if found is None:
        return ()
    names = [name for name in _parted(text, Span(*found.span("names"))) if name]
    said = found.groupdict("")
    role = next(
        (said[part] for part in ("position", "paper", "lent", "before") if said.get(part)), ""
    )
    ends = [line.start, *(name.end for name in names[:-1]), line.end]
    organisation = role if AGENCY.fullmatch(role) else ""
    return tuple(
        Byline(
            name.of(text),
            "" if organisation else role,
            Span(ends[place], ends[place + 1]),
            organisation,
            said.get("place", ""),
        )
        for place, name in enumerate(names)
    )


def _parted(text: str, names: Span) -> list[Span]:
    found: list[Span] = []
    start = names.start
    for part in _PART.finditer(text, names.start, names.end):
        found.append(Span(start, part.start()))
        start = part.end()
    return [*found, Span(start, names.end)]
