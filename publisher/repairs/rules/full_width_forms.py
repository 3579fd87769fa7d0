"""The rule full-width-forms: Latin letters and digits as wide as Chinese signs become narrow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.ledger import Certainty
from publisher.repairs.rule import Finding, Material, Rule
from publisher.text import Span

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:[．－／：][０-９Ａ-Ｚａ-ｚ]+)*[％]?")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_NARROW = re.compile("[0-9A-Za-z]+")
_SHIFT = ord("０") - ord("0")
_FORMS = {ord("！") + place: ord("！") + place - _SHIFT for place in range(94)}

#: So many narrow letters and digits, and so many times as many, tell that the document means them
#: to be so.
_ENOUGH, _MAJORITY = 50, 20


def find(material: Material) -> Iterator[Finding]:
    """The wide letters and digits of a text that mostly has narrow ones.

    Japanese papers set single letters and digits wide on purpose.
    """
    wide = list(_WIDE.finditer(material.text))
    if not wide or _KANA.search(material.text):
        return
    narrow = sum(len(match[0]) for match in _NARROW.finditer(material.text))
    if narrow < max(_ENOUGH, _MAJORITY * sum(len(match[0]) for match in wide)):
        return
    evidence = ("the text has narrow letters and digits elsewhere",)
    for match in wide:
        after = match[0].translate(_FORMS)
        yield Finding(Span(*match.span()), after, Certainty.PROBABLE, evidence)


RULE = Rule("full-width-forms", 1, "wide letters and digits become narrow as the others are", find)
