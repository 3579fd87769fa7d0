"""A style sheet as its declarations, each with where it stands; enough of CSS for the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""/\*.*?(?:\*/|$)|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)"']*\)|[{};]|[^/"'u{};]+|.""",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property's value, both in lower case, and the line it ends on."""

    property: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """The declarations of a block; `heads` are the at-rules around it and its selector."""

    heads: tuple[str, ...]
    declarations: tuple[Declaration, ...]

    def get(self, name: str) -> str:
        """The value of a property; empty where it isn't set."""
        return next((one.value for one in self.declarations if one.property == name), "")


def blocks(sheet: str) -> Iterator[Block]:
    """The blocks of a style sheet that declare anything.

    >>> [(one.heads, one.get("color")) for one in blocks("@media print { p { COLOR: Red } }")]
    [(('@media print', 'p'), 'red')]
    """
    heads: list[str] = []
    held: list[list[Declaration]] = [[]]
    words: list[str] = []
    line = 1
    for token in _TOKEN.finditer(sheet):
        text = token[0]
        line += text.count("\n")
        if text not in ("{", "}", ";"):
            words.append("" if text.startswith("/*") else text)
            continue
        said = "".join(words).strip()
        words = []
        if text == "{":
            heads.append(" ".join(said.split()))
            held.append([])
            continue
        name, colon, value = said.partition(":")
        if colon:
            held[-1].append(Declaration(name.strip().lower(), value.strip().lower(), line))
        if text == "}" and heads:
            if held[-1]:
                yield Block(tuple(heads), tuple(held[-1]))
            heads.pop()
            held.pop()
