"""Credits: who made a picture or set a page, in a line of its own."""

from __future__ import annotations

import re

from publisher.model import Credit
from publisher.structure.lines import trimmed
from publisher.structure.people import LONGEST, MARK, Group, read_people
from publisher.text import Span

_BRACKETS = re.compile(r"[（(\[【]\s*(?P<inside>[^（）()]*)\s*[）)\]】]")

#: 新华社发（张三 摄）, 新华社发, 资料图片, 本报资料图
_AGENCY = re.compile(
    "(?P<organisation>[\u3400-\u9fff]{2,8}(?:社|[报報]|[网網]))[发發供](?:[图圖])?"
    "(?:\\s*[（(](?P<inside>[^（）()]{2,40})[）)])?"
    "|(?P<giver>[\u3400-\u9fffA-Za-z]{2,20}?)(?:供[图圖]|提供)"
    "|供[图圖]\\s*[:：/／｜|]?\\s*(?P<giver2>[\u3400-\u9fffA-Za-z]{2,20})"
    "|(?P<file>(?:本[报報])?[资資]料(?:[图圖]片?|照片)|[视視]觉中国|[图圖]片?[来來]?源[：:]?\\s*[^。]{2,30}|"
    "[图圖][:：/／]\\s*(?P<by>[\u3400-\u9fffA-Z][^。，]{1,20}))"
)

_WORD = r"(?:(?:[A-Z]\.)+|(?:Jr|Sr|St)\.|[A-Z][\w'’-]*)"
_NAME = rf"{_WORD}(?:\s+{_WORD}){{1,3}}"
_ENGLISH = re.compile(
    r"(?P<role>(?i:photos?|photographs?|pictures?|images?|illustrations?|graphics?|cartoons?|maps?))(?i:\s+credits?(?=:))?"
    r"(?:\s+(?i:by|courtesy(?: of)?)|\s*[:/])\s*(?P<name>[A-Z][\w.'’ &-]{1,40}?)"
    r"(?:\s*[,/|]\s*(?P<organisation>[A-Z][\w.'’ &-]{1,40}))?\.?"
)
_PHOTO = re.compile(r"photo\w*|pictures?|images?")
_WIRE = re.compile(
    r"(?P<organisation>AP|AFP|Reuters|EPA|Getty(?: Images)?|(?i:staff|file|[a-z]+ news service))"
    rf"\s+(?i:photos?)\s*(?:/|\b(?i:by)\b|:)\s*(?P<name>{_NAME})"
)
_GIVEN = re.compile(
    r"(?i:(?:courtesy|file|submitted|contributed|provided|handout|staff)\s+(?:photos?|images?)"
    r"|(?:photos?|pictures?|images?)\s+(?:supplied|submitted|contributed|provided))(?P<name>)"
    r"|(?i:courtesy(?: of)?|provided by|submitted by)\s*:?\s*"
    r"(?P<name2>(?:the )?[A-Z].{1,40}?)\.?"
)
_SLASHED = re.compile(rf"(?P<name>{_NAME})\s*/\s*(?P<organisation>[A-Z][\w.'’ &-]{{1,40}})")
_BARRED = re.compile(
    rf"(?P<name>{_NAME})\s*\|\s*(?P<organisation>(?:The|THE) [A-Z][\w.'’ &-]{{1,40}})"
)
_LAST = re.compile(rf"(?P<name>{_NAME}) (?i:photos?)")
_STAFF = re.compile(
    rf"(?P<name>{_NAME}),\s*(?P<organisation>(?i:staff(?: photographer)?|photographer))"
)


def read_credits(text: str, span: Span) -> tuple[Credit, ...]:
    """The credits that a whole line consists of; () where it is anything else.

    >>> credit, = read_credits("本报记者 彭程 摄", Span(0, 9))
    >>> credit.role, credit.name, credit.text
    ('摄', '彭程', '本报记者 彭程 摄')
    >>> read_credits("摄影展开幕", Span(0, 5))
    ()
    """
    line = trimmed(text, span)
    if not line or len(line) > LONGEST:
        return ()
    bracket = _BRACKETS.fullmatch(text, line.start, line.end)
    inside = Span(*bracket.span("inside")) if bracket else line
    groups = read_people(text, inside)
    if groups and any(group.craft for group in groups):
        whole = line if sum(bool(group.craft) for group in groups) == len(groups) == 1 else None
        return tuple(credit_of(text, group, whole) for group in groups if group.craft)
    return () if groups else _told(text, line, inside)


def credit_of(text: str, group: Group, line: Span | None = None) -> Credit:
    """The credit of a group with a craft; `line` is its whole line where it stands alone."""
    span = line or group.span
    return Credit(_names(group), group.craft, span.of(text), span, group.organisation)


def picture_credits(text: str, line: Span) -> tuple[Credit, ...]:
    """The credits of writers who made the pictures too.

    >>> [(one.name, one.role) for one in picture_credits("文/图 通讯员 宁远", Span(0, 10))]
    [('宁远', '图')]
    """
    return tuple(
        Credit(_names(group), group.pictures, _bare(text, group), group.span, group.organisation)
        for group in read_people(text, line)
        if group.pictures and not group.craft
    )


def _bare(text: str, group: Group) -> str:
    """A group as printed, without the mark before it."""
    printed = group.span.of(text)
    mark = MARK.match(printed)
    return printed[mark.end() :].lstrip() if mark else printed


def _names(group: Group) -> str:
    return "、".join(name for name, _ in group.people)


def _told(text: str, line: Span, inside: Span) -> tuple[Credit, ...]:
    if found := _AGENCY.fullmatch(text, inside.start, inside.end):
        return (_agency(text, line, found),)
    for pattern in (_WIRE, _GIVEN, _ENGLISH, _SLASHED, _BARRED, _STAFF, _LAST):
        if found := pattern.fullmatch(text, inside.start, inside.end):
            said = {key.rstrip("2"): value for key, value in found.groupdict().items() if value}
            parts = {"name": "", "role": "photo", "organisation": ""} | said
            role = _PHOTO.sub("photo", parts["role"].lower())
            return (Credit(parts["name"], role, line.of(text), line, parts["organisation"]),)
    return ()


def _agency(text: str, line: Span, found: re.Match[str]) -> Credit:
    if found["inside"]:
        groups = read_people(text, Span(*found.span("inside")))
        if groups and groups[0].craft:
            names = "、".join(name for group in groups for name, _ in group.people)
            return Credit(names, groups[0].craft, line.of(text), line, found["organisation"])
    if giver := found["giver"] or found["giver2"]:
        return Credit(giver, "供图", line.of(text), line)
    role = "圖" if "圖" in line.of(text) else "图"
    name = re.sub("提供\\Z", "", found["by"] or "")
    return Credit(name, role, line.of(text), line, found["organisation"] or "")
