"""The rule ligatures: the single characters that print as several letters become the letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.ledger import Certainty
from publisher.repairs.rule import Finding, Material, Rule
from publisher.text import Span

_LETTERS = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "ſt",
    "\ufb06": "st",
}
_LIGATURE = re.compile("[\ufb00-\ufb06]")


def find(material: Material) -> Iterator[Finding]:
    """The Latin ligatures of Unicode's presentation forms."""
    for match in _LIGATURE.finditer(material.text):
        after = _LETTERS[match[0]]
        evidence = (f"{match[0]} prints as {after}",)
        yield Finding(Span(*match.span()), after, Certainty.CERTAIN, evidence)


RULE = Rule("ligatures", 1, "ﬁ, ﬂ, ﬀ, ﬃ, ﬄ, ﬅ, ﬆ become letters", find)
