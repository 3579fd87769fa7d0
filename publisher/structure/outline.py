"""The outline: the whole model as plain values for JSON, every field and span."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, get_args

from publisher.model import Block, Issue, Provenance
from publisher.text import Span


def to_json(issue: Issue) -> dict[str, Any]:
    """An issue as JSON values, keys in the model's order.

    A span is `[start, end]` in code points of `text`, the repaired transcript; a block or inline
    names its sort in `type`, a block also its page; bytes, a picture's and the provenance's,
    travel in the editions only.

    >>> outline = to_json(Issue("a", "a", "zh-Hans", (), ""))
    >>> outline["language"], outline["banners"]
    ('zh-Hans', [])
    """
    values = _value(issue, issue)
    assert isinstance(values, dict)
    del values["type"]
    return values


def _value(value: object, issue: Issue) -> Any:
    match value:
        case None | bool() | int() | float():
            return value
        case StrEnum():
            return value.value
        case str():
            return value
        case Span():
            return [value.start, value.end]
        case tuple():
            return [_value(one, issue) for one in value]
    assert is_dataclass(value), value
    named: dict[str, Any] = {"type": type(value).__name__}
    for field in fields(value):
        one = getattr(value, field.name)
        if not isinstance(one, Provenance | bytes):
            named[field.name] = _value(one, issue)
    if isinstance(value, get_args(Block)):
        page = issue.page_at(value.origin.start)
        named["page"] = page.sequence if page else None
    return named
