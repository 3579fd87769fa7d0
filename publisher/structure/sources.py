"""Source credits: the paper or agency that an article was taken from."""

from __future__ import annotations

import re

from publisher.model import SourceCredit
from publisher.structure.lines import trimmed
from publisher.text import Span

#: The longest source credit, in characters.
LONGEST = 100

_TITLE = re.compile(r"《(?P<name>[^《》]{1,30})》")
_ADDRESS = re.compile(r"https?://[^\s）)]+|www\.[^\s）)]+")

_TAKEN = (
    "[转轉][载載]?自|[转轉][载載]|摘自|摘[编編]自|[选選]自|[节節][选選]自|原[载載]于?|(?:稿件|文章|新[闻聞]|信息|[资資]料)?[来來]源|稿源|[综綜]合自?|"
    "[据據]|出[处處]"
)
_CHINESE = re.compile(
    rf"(?P<bracket>[（(\[【]\s*)?[—-]{{0,2}}(?P<how>{_TAKEN})\s*(?P<colon>[：:]\s*)?"
    r"(?:于?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:第\d+期)?(?=《))?"
    r"(?P<name>《[^《》]{1,30}》(?:[、，和及]?《[^《》]{1,30}》)*|[^\s。，；（）()《》：:]{2,20}?"
    r"(?=(?:[报報][道導]|消息|[电電]|[综綜]合)?(?:[\s，,·）)\]】]|$)))"
    r"(?P<rest>(?:[报報][道導]|消息|[电電]|[综綜]合)?(?:[\s，,·]*[^。]{0,40})?)\s*[）)\]】]?"
)
_PAPER = ("社", "报", "報", "网", "網", "刊", "台", "杂志", "雜誌", "日报", "公众号")
_COMPILED = re.compile(
    r"本[报報刊][综綜]合(?:[报報][道導]|消息|整理)?|[（(]\s*(?:本[报報刊](?:[综綜]合)|[综綜]合[报報][道導]|[据據][^。（）()]{2,20})\s*[）)]"
)
_REPORT = re.compile("(?:[报報][道導]|消息|整理)\\Z")
_ENGLISH = re.compile(
    r"\(?(?:(?i:source|from|reprinted from|excerpted from|courtesy of)\s*:\s*|"
    r"(?i:reprinted from|excerpted from|reproduced from)\s+)(?P<name>[A-Z“\"][^.]{1,60}?)\.?\)?"
)
_WIRE = re.compile(
    r"[—–-]{1,2}\s*(?:[Ff]rom )?(?P<name>(?:[Ww]ire|[Ss]taff|[Nn]ews)[\w ]{0,20} reports"
    r"|(?:The )?Associated Press|Reuters|[\w ]{2,20} News Service)\.?"
)
_AGENCY = re.compile(
    r"[（(—]\s*(?P<name>AP|AFP|Reuters|Xinhua|dpa|UPI|Bloomberg|PA|CNA|Kyodo)\s*[）)]?"
)


def read_source(text: str, span: Span) -> SourceCredit | None:
    """The source that a whole line names; None where it is anything else.

    >>> read_source("转自《中工网》", Span(0, 7)).name
    '中工网'
    >>> read_source("据《人民日报》报道，夜校近日开课。", Span(0, 17))
    """
    line = trimmed(text, span)
    if not line or len(line) > LONGEST:
        return None
    if _COMPILED.fullmatch(text, line.start, line.end):
        said = line.of(text).strip("（）()").strip().removeprefix("据")
        return _credit(text, line, _REPORT.sub("", said) if said.startswith("本") else said)
    for pattern in (_CHINESE, _ENGLISH, _AGENCY, _WIRE):
        found = pattern.fullmatch(text, line.start, line.end)
        if found and _is_source(found):
            return _credit(text, line, found["name"])
    return None


def _is_source(found: re.Match[str]) -> bool:
    """Whether the words around the name leave no doubt: they may begin a sentence as well."""
    if found.re is not _CHINESE:
        return True
    if "，" in found["rest"] and not found["bracket"]:
        return False
    if found["bracket"] or found["colon"] or found["name"][0] == "《":
        return True
    return found["how"][-1] in "自载載" and found["name"].endswith(_PAPER)


def _credit(text: str, line: Span, name: str) -> SourceCredit:
    printed = line.of(text)
    title = _TITLE.search(name)
    address = _ADDRESS.search(printed)
    return SourceCredit(
        printed, title["name"] if title else name.strip(), line, address.group() if address else ""
    )
