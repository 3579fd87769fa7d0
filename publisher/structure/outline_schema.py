"""The JSON Schema of the outline, made from the model's own types."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from publisher.model import Block, Issue, Provenance
from publisher.text import Span

_SPAN = {
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}] * 2,
    "minItems": 2,
    "maxItems": 2,
    "description": "Start and end in code points of the repaired text.",
}
_SIMPLE = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}


def outline_schema() -> dict[str, Any]:
    """The schema (2020-12) of what `to_json` gives; every class of the model is a definition.

    >>> outline_schema()["properties"]["date"]
    {'type': 'string'}
    """
    definitions: dict[str, Any] = {}
    root = _object(Issue, definitions, named=False)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An issue of a newspaper or magazine as publisher reads it",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(kind: type, definitions: dict[str, Any], *, named: bool) -> dict[str, Any]:
    hints = get_type_hints(kind)
    assert is_dataclass(kind)
    properties: dict[str, Any] = {"type": {"const": kind.__name__}} if named else {}
    for field in fields(kind):
        kept = Provenance not in get_args(hints[field.name]) and hints[field.name] is not bytes
        if kept:
            properties[field.name] = _of(hints[field.name], definitions)
    if kind in get_args(Block):
        properties["page"] = {"type": ["integer", "null"], "minimum": 1}
    about = (kind.__doc__ or "").split("\n")[0]
    return {
        "type": "object",
        "description": about,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    if kind is NoneType:
        return {"type": "null"}
    if kind is Span:
        return _SPAN
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return {"anyOf": [_of(one, definitions) for one in get_args(kind)]}
    if origin is tuple:
        inner = [one for one in get_args(kind) if one is not ...]
        return {"type": "array", "items": _of(inner[0], definitions)}
    if issubclass(kind, StrEnum):
        return {"enum": [one.value for one in kind]}
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # A class may hold itself.
        definitions[name] = _object(kind, definitions, named=True)
    return {"$ref": f"#/$defs/{name}"}
