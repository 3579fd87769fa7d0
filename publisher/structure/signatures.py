"""Signatures: who signs a letter or a notice, and its date."""

from __future__ import annotations

import re

from publisher.structure.lines import trimmed
from publisher.structure.names import split_names
from publisher.text import Span

_CHINESE = re.compile(
    r"此致|敬礼|特此(?:公告|声明|通知|聲明)|(?:申请人|申請人|联系人|署名|签名|公告人|声明人)[：:]\S{2,20}"
    r"|(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日|[一二][〇零九]\S{2}年\S{1,3}月\S{1,3}日"
    r"|[^\s，。：:]{2,24}(?:委员会|委員會|[报報]社|编辑部|編輯部|有限公司|总工会|总局|办公室|人民政府|管理局)"
)
_READER = re.compile(
    r"[\u3400-\u9fff]{0,5}(?:读者|讀者|居民|市民|职工|網友|网友|学生|家长|失主|启事人)"
    r"(?:[ \u3000：:]+\S{2,4}|(?P<name>[\u3400-\u9fff]{2,4}))"
    r"|(?:\S{1,6}[ \u3000]+)?一[名位個个]\S{0,6}"
    r"(?:读者|讀者|居民|市民|职工|職工|[学學]生|家[长長]|教[师師]|乘客|司[机機])"
)
_ENGLISH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{1,2}, (?:19|20)\d\d"
    r"|[—–-]{1,2} ?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}(?:, \w.{2,40})?"
    r"|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}, (?:via|by) e-?mail"
    r"|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}(?: \(aged \d+\))?, "
    r"(?!(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)"
    r"[A-Z][\w ]{2,30}(?:, (?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?))?"
)
_WITHHELD = re.compile(r"(?i:names? (?:and address(?:es)? )?(?:supplied|withheld).{0,20})")
_VALEDICTION = re.compile(
    r"(?:Yours(?: (?:sincerely|faithfully|truly|etc\.?))?|(?:Very )?[Ss]incerely(?: yours)?"
    r"|Respectfully(?: submitted| yours)?|Faithfully yours|Best (?:wishes|regards)),?"
)
_SALUTATION = re.compile(
    r"(?:To the [Ee]ditor|Dear (?:[Ee]ditor|[Ss]irs?|[Mm]adam)|Sirs?|Madam)\s*[:,—–-]*"
)
_DRESS = re.compile(r"(?<!\w)[*_]+|[*_]+(?!\w)")


def is_signature(text: str, span: Span) -> bool:
    """Whether a line signs: said only of lines at an article's end.

    >>> is_signature("2025年3月8日", Span(0, 9)), is_signature("夜校开课", Span(0, 4))
    (True, False)
    """
    line = _DRESS.sub("", trimmed(text, span).of(text)[:80]).strip()
    # Of a name and a place, the place has small letters: COUNT YOUR NEIGHBORS, THEN VOTE is none.
    if line.isascii() and line == line.upper() != line.lower() and line[:1].isalpha():
        return False
    # 职工夜校开班 has a reader's word, and no name behind it.
    reader = _READER.fullmatch(line)
    if reader and not (reader["name"] and len(split_names(reader["name"])) != 1):
        return 0 < len(line) < 60
    return 0 < len(line) < 60 and any(
        pattern.fullmatch(line) for pattern in (_CHINESE, _ENGLISH, _WITHHELD, _VALEDICTION)
    )


def is_valediction(line: str) -> bool:
    """Whether a line takes leave at a letter's end, so that its writer's name follows.

    >>> is_valediction("Respectfully submitted,"), is_valediction("Respectfully, he asked why.")
    (True, False)
    """
    return bool(_VALEDICTION.fullmatch(line.strip()))


def is_salutation(line: str) -> bool:
    """Whether a line greets at a letter's beginning, so that its end is signed.

    >>> is_salutation("To the Editor:"), is_salutation("To the editor it was all one.")
    (True, False)
    """
    return bool(_SALUTATION.fullmatch(line.strip()))
