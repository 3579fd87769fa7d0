"""The rule control-characters: signs that nobody can see and that no text needs are removed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import name

from publisher.ledger import Certainty
from publisher.repairs.rule import Finding, Material, Rule
from publisher.text import Span

#: Scripts without spaces between words or with letters that change shape: there the signs count.
_NEEDS_JOINERS = (
    "\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\u1a20-\u1aaf\U0001f000-\U0001faff\u2600-\u27bf\ufe0f"
)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f]+"
    "|\ufeff+"
    "|\xad+(?![\xad \t]*\n)"
    f"|(?<![{_NEEDS_JOINERS}])[\u200b\u200c\u200d\u2060]+(?![{_NEEDS_JOINERS}])"
)


def find(material: Material) -> Iterator[Finding]:
    """Control characters, byte order marks inside a text, soft hyphens inside a line, zero widths.

    Tab, line feed and form feed stay, and so do soft hyphens at a line's end, which tell where a
    word was divided.
    """
    for match in _INVISIBLE.finditer(material.text):
        sign = match[0][0]
        called = name(sign, "control character").lower()
        evidence = (f"U+{ord(sign):04X} ({called}) shows nothing",)
        yield Finding(Span(*match.span()), "", Certainty.CERTAIN, evidence)


RULE = Rule(
    "control-characters", 1, "control and zero-width characters, stray soft hyphens go", find
)
