"""Signatures: who signs a letter or a notice, and its date."""

from __future__ import annotations

import re

from publisher.structure.lines import trimmed
from publisher.text import Span

_CHINESE = re.compile(
    r"此致|敬礼|特此(?:公告|声明|通知|聲明)|(?:申请人|申請人|联系人|署名|签名|公告人|声明人)[：:]\S{2,20}"
    r"|(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日|[一二][〇零九]\S{2}年\S{1,3}月\S{1,3}日"
    r"|[^\s，。：:]{2,24}(?:委员会|委員會|[报報]社|编辑部|編輯部|有限公司|总工会|总局|办公室|人民政府|管理局)"
)
_READER = re.compile(r"(?:读者|讀者|居民|市民|职工|網友|网友|学生|家长)[ \u3000：:]*\S{2,4}")
_ENGLISH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{1,2}, (?:19|20)\d\d"
    r"|(?:Yours (?:sincerely|faithfully|truly)|Sincerely|Respectfully),?"
    r"|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}, (?!(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)"
    r"[A-Z][\w ]{2,30}(?:, [A-Z]{2})?"
)


def is_signature(text: str, span: Span) -> bool:
    """Whether a line signs: said only of lines at an article's end.

    >>> is_signature("2025年3月8日", Span(0, 9)), is_signature("夜校开课", Span(0, 4))
    (True, False)
    """
    line = trimmed(text, span)
    return 0 < len(line) < 60 and any(
        pattern.fullmatch(text, line.start, line.end) for pattern in (_CHINESE, _READER, _ENGLISH)
    )
