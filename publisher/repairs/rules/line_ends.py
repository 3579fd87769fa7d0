"""The rule line-ends: every way to end a line becomes one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.ledger import Certainty
from publisher.repairs.rule import Finding, Material, Rule
from publisher.text import Span

#: U+0085 after these is no line end but a byte of a character that was read in a wrong encoding.
_ENDS = re.compile("\r\n|\r|\x0b|(?<![\x80-\x9f\xc2-\xdf])\x85|\u2028|\u2029")
_NAMES = {
    "\r\n": "CR LF",
    "\r": "CR",
    "\x0b": "a vertical tab",
    "\x85": "NEL",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
}


def find(material: Material) -> Iterator[Finding]:
    """Line ends other than LF; a paragraph separator becomes an empty line."""
    for match in _ENDS.finditer(material.text):
        after = "\n\n" if match[0] == "\u2029" else "\n"
        evidence = (f"{_NAMES[match[0]]} ends a line",)
        yield Finding(Span(*match.span()), after, Certainty.CERTAIN, evidence)


RULE = Rule("line-ends", 1, "CR LF, CR, VT, NEL, U+2028 and U+2029 become LF", find)
