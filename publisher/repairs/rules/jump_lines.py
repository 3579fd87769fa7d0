"""The rule jump-lines: where an article leaves a page and comes back, its halves are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.ledger import Certainty
from publisher.repairs.evidence import spaced_seam
from publisher.repairs.evidence.scripts import joins_tightly
from publisher.repairs.evidence.sentence_ends import ends_sentence
from publisher.repairs.rule import Finding, Material, Rule, Verdict
from publisher.text import Span

_PAGE = r"(?:第?\s?[A-Za-z]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?版)"
_NUMBER = r"(?:[A-Za-z]?\d{1,3})"
_LEAVES = rf"""
    (?:[下文]?[转轉]|紧接|緊接)\s?(?:本[报報])?(?:今日)?{_PAGE}
    | (?i:continued\s+on|(?:please\s+)?turn\s+to)\s+(?i:page\s+)?(?:{_NUMBER}|next\s+page)
    | (?i:see)\s+[A-Z][A-Z’'\ -]+,?\s+(?i:page\s+)?{_NUMBER}
    | Fortsetzung\s+auf\s+(?:der\s+)?Seite\s+{_NUMBER}
    | (?:Lire\s+la\s+)?[Ss]uite\s+(?:en\s+)?page\s+{_NUMBER}
    | Pasa\s+a\s+la\s+(?:página|pág\.)\s+{_NUMBER} | (?:Segue|Continua)\s+a\s+pagina\s+{_NUMBER}
    | Continua\s+na\s+página\s+{_NUMBER}
    | (?:Продолжение|Окончание)\s+на\s+(?:стр\.|странице)\s+{_NUMBER}
    | {_NUMBER}面[にへ](?:続く|つづく) | {_NUMBER}면(?:에|으로)\s?계속
"""
_ARRIVES = rf"""
    (?:上[接承]|接)\s?(?:本[报報])?{_PAGE}
    | (?i:continued\s+from|from)\s+(?i:page\s+)?(?:{_NUMBER}|the\s+front\s+page|previous\s+page)
    | Fortsetzung\s+von\s+(?:der\s+)?Seite\s+{_NUMBER} | Suite\s+de\s+la\s+(?:page\s+{_NUMBER}|une)
    | Viene\s+de\s+la\s+(?:página|pág\.)\s+{_NUMBER}
    | (?:Segue|Continua)\s+(?:da\s+pagina\s+{_NUMBER}|dalla\s+prima)
    | Continuação\s+da\s+página\s+{_NUMBER} | Начало\s+на\s+(?:стр\.|странице)\s+{_NUMBER}
    | {_NUMBER}面から(?:続く|つづく)? | {_NUMBER}면에서\s?계속
"""
#: What a line that leaves may begin with: most places of a text are told by this alone.
_BEGINS = r"(?=[（(【→▶下文转轉紧緊ПО\d]|(?i:[cflpst])|[A-Za-z]\d)"
_LEAVING = re.compile(
    rf"{_BEGINS}(?P<open>[（(【→▶]\s?)?(?:{_LEAVES})(?:[ ]?[）)】.])?", re.VERBOSE
)
_ARRIVING = re.compile(
    rf"\s*(?P<open>[（(【←◀]\s?)?(?:{_ARRIVES})(?:[ ]?[）)】.:])?(?P<white>\s*)", re.VERBOSE
)

#: No text without one of these has a jump line; looking for them is fast.
_HINTS = (
    "版", "ontinued on", "ONTINUED ON", "urn to", "URN TO", "ee ", "EE ", "Fortsetzung auf",
    "uite ", "Pasa a la", "Segue a", "Continua ", "Продолжение", "Окончание", "面に", "面へ", "면",
)  # fmt: skip

_REACH = 200


def find(material: Material) -> Iterator[Finding]:
    """The breaks with a jump line on either side: “(continued on A6)”, “(continued from A1)”."""
    text = material.text
    if not any(hint in text for hint in _HINTS):
        return
    for leaving in _LEAVING.finditer(text):
        arriving = _ARRIVING.match(text, leaving.end())
        start = _end_of_text(text, leaving.start())
        if arriving is None or not start or arriving.end() == len(text):
            continue
        own_line = "\n" in text[start : leaving.start()] or "\f" in text[start : leaving.start()]
        own_lead = "\n" in arriving["white"]
        if (leaving["open"] or own_line) and (arriving["open"] or own_lead):
            yield _joined(text, Span(start, arriving.end()), f"{leaving[0]} {arriving[0].strip()}")


def _end_of_text(text: str, place: int) -> int:
    while place and text[place - 1].isspace():
        place -= 1
    return place


def _joined(text: str, span: Span, marks: str) -> Finding:
    left = text[max(0, span.start - _REACH) : span.start]
    right = text[span.end : span.end + _REACH]
    evidence = (f"jump lines face each other: {marks}",)
    if ends_sentence(left):
        return Finding(span, "\n\n", Certainty.CERTAIN, evidence, Verdict.PARAGRAPH)
    if left[-1] in "-‐‑⸗¬\xad":
        return Finding(span, "\n", Certainty.CERTAIN, evidence)
    tight = joins_tightly(left[-1]) or joins_tightly(right[0])
    if not tight and not right[0].islower():
        # A capital says nothing: the rule for breaks judges the paragraphs that meet here.
        return Finding(span, "\n\n", Certainty.CERTAIN, evidence)
    after = "" if tight else spaced_seam.glue(left, right)
    return Finding(span, after, Certainty.CERTAIN, evidence, Verdict.JOIN)


RULE = Rule("jump-lines", 1, "an article's halves are joined where two jump lines meet", find)
