"""Bylines: who wrote it, in a line of its own or in brackets behind the dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from publisher.model import Byline
from publisher.structure.english_bylines import AGENCY, POSITION, read_english
from publisher.structure.lines import trimmed
from publisher.structure.names import compact, split_names
from publisher.structure.people import LONGEST, Group, read_people
from publisher.text import Span

_COMMENTATOR = re.compile(
    "(?:本[报報刊网網台]|[\u3400-\u9fff]{2,6}[报報社网網])(?:特[约約])?[评評][论論][员員]"
)

_HAN = re.compile("[\u3400-\u9fff]+")
_BRACKETS = re.compile(r"[（(]\s*(?P<inside>[^（）()]+?)\s*[）)]")
_KOREAN = re.compile(
    r"(?P<name>[가-힣]{2,4})\s?(?P<role>(?:선임|수습|인턴)?\s?기자)(?:\s+[\w.]+@[\w.]+)?"
)


def read_bylines(text: str, span: Span) -> tuple[Byline, ...]:
    """The bylines that a whole line consists of; () where it is anything else.

    >>> [(one.role, one.name) for one in read_bylines("本报记者 张三 通讯员 李　四", Span(0, 15))]
    [('记者', '张三'), ('通讯员', '李四')]
    >>> read_bylines("本报记者了解到", Span(0, 7))
    ()
    """
    line = trimmed(text, span)
    if not line or len(line) > LONGEST:
        return ()
    if bracket := _BRACKETS.fullmatch(text, line.start, line.end):
        line = Span(*bracket.span("inside"))
    if _COMMENTATOR.fullmatch(text, line.start, line.end):
        return (Byline(line.of(text), "", line),)
    return writers(read_people(text, line)) or read_english(text, line) or _korean(text, line)


def writers(groups: Iterable[Group]) -> tuple[Byline, ...]:
    """The bylines of groups of people; () where one of them made a picture."""
    kept = tuple(groups)
    if any(group.craft for group in kept):
        return ()
    return tuple(byline for group in kept for byline in bylines_of(group))


def bylines_of(group: Group) -> tuple[Byline, ...]:
    """A byline for each of a group's people; together their origins are the group's span."""
    ends = [span.end for _, span in group.people]
    edges = [group.span.start, *ends[:-1], group.span.end]
    return tuple(
        Byline(name, _role(group), Span(start, end), group.organisation, group.place)
        for (name, _), start, end in zip(group.people, edges, edges[1:], strict=False)
    )


def _role(group: Group) -> str:
    """A group's role; that someone wrote (文) says nothing more of a writer."""
    return "" if group.role == "文" else group.role


def with_position(text: str, byline: Byline, span: Span) -> Byline | None:
    """A byline with the position that the next line gives; None where that is anything else.

    >>> text = "By Jane Doe\\nStaff Writer"
    >>> byline, = read_bylines(text, Span(0, 11))
    >>> with_position(text, byline, Span(12, 24)).role
    'Staff Writer'
    """
    line = trimmed(text, span)
    if byline.role or not is_position(text, line):
        return None
    origin = Span(byline.origin.start, line.end)
    if AGENCY.fullmatch(line.of(text)):
        return replace(byline, organisation=line.of(text), origin=origin)
    return replace(byline, role=line.of(text), origin=origin)


def is_position(text: str, span: Span) -> bool:
    """Whether a line is nothing but a writer's position.

    >>> is_position("Staff Writer", Span(0, 12)), is_position("Harbor master", Span(0, 13))
    (True, False)
    """
    line = trimmed(text, span)
    return len(line) <= 80 and bool(POSITION.fullmatch(text, line.start, line.end))


def lone_name(text: str, span: Span) -> tuple[Byline, ...]:
    """A line that is nothing but names with surnames: a byline only right below a headline.

    >>> [one.name for one in lone_name("张　三", Span(0, 3))]
    ['张三']
    """
    line = trimmed(text, span)
    name = compact(line.of(text)) if len(line) <= 4 else ""
    if not _HAN.fullmatch(name):
        return ()
    return tuple(Byline(one, "", line) for one in split_names(name)) if len(name) in {2, 3} else ()


def _korean(text: str, line: Span) -> tuple[Byline, ...]:
    found = _KOREAN.fullmatch(text, line.start, line.end)
    return (Byline(found["name"], found["role"], line),) if found else ()
