"""The imprint: who makes the paper, where, by what printer, at what price."""

from __future__ import annotations

import re

from publisher.structure.furniture import Furniture
from publisher.structure.lines import trimmed
from publisher.text import Span

#: Words of an imprint, each before what it names.
_FACT = re.compile(
    "(?:本[报報刊]|[报報]社|社|编辑部|編輯部|广告部|发行部)?(?:地址|社址|电话|電話|传真|傳真)|邮政?编码?|郵遞區號|"
    "印刷(?:单位|厂)?|承印|零售价?|每份|每月|定价|定價|月价|年价|全年|[广廣]告(?:经营)?(?:许可证|熱線|热线|部)|发行(?:热线|部)?|"
    "订阅|总编室|總編室|法律顾问|编辑出版|国内统一(?:连续出版物号|刊号)|邮发代号|开户|投稿(?:邮箱|信箱)|电子(?:邮箱|信箱)|"
    "网址|新闻热线|监督电话|值班电话|出版单位|社长|总编辑"
)
_CODE = re.compile(
    "(?:[扫掃](?:码|碼|描?\\S{0,4}[二][维維][码碼])|微信[扫掃])\\S{0,30}"
    "|(?i:scan (?:the|this) (?:qr )?code.{0,40})"
)
_OPENING = re.compile("[■●◎]?\\s*(?:本[报報刊](?:地址|社址)|社址|[报報]社地址)\\s*[：:]?")
_ENGLISH = re.compile(
    r"(?i:(?:is )?published\b[^.]{0,60}?\bby\b|published (?:daily|weekly|mornings)|e-mail:"
    r"|periodicals? postage|postmaster:|subscriptions?:|circulation:|newsroom:|classifieds?:"
    r"|all rights reserved|www\.|telephone:"
    r"|copyright (?:©|\(c\)|\d{4})|©\s*\d{4}|printed (?:by|at|in)|home delivery|main office|USPS"
    r"|ISSN|letters to the editor:|display advertising:|publisher:|(?:managing )?editor:)"
)


_ISSN = re.compile(r"ISSN:?\s*(?P<value>\d{4}-\d{3}[\dX])")
_STATE = (
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont"
    r"|Neb|Nev|Okla|Ore|Pa|Tenn|Vt|Va|Wash|Wis|Wyo)\."
)
_PUBLISHED = re.compile(
    r"(?i:published) (?:[\w, ]{0,60} )?by (?:the )?"
    r"(?P<publisher>[A-Z][\w&'’. ]*?(?:,? (?:Inc|Ltd|LLC|Co|Corp)\.?)?)"
    r"(?:(?:,[^,]*\d[^,]*)?, (?P<place>[A-Z][a-z]\w*(?: (?!\w*\d)\w+)*"
    rf"(?:, (?:{_STATE}|[A-Z][\w. ]+?))?)"
    r"(?: [A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})?)?(?:\.|(?<=\.))(?:\s|\Z)"
)
#: The Alder Falls Pilot is published every Thursday by … is said of a paper by itself.
_OURSELVES = re.compile(
    r"(?:The )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,4},? (?:is )?"
    r"published (?:every|each|weekly|daily|twice|monthly|mornings|semi-?weekly)\b"
)


def is_imprint(text: str, span: Span) -> bool:
    """Whether a block tells of the paper's makers, or how to scan a code, and not of the world.

    >>> line = "本报地址：江城市中山路8号 邮编：430000 零售价：1.50元"
    >>> is_imprint(line, Span(0, len(line))), is_imprint("地址：中山路8号", Span(0, 8))
    (True, False)
    """
    line = trimmed(text, span).of(text)
    if not line or len(line) > 600:
        return False
    if _OPENING.match(line) or (len(line) < 50 and _CODE.fullmatch(line)):
        return True
    chinese = {found.group() for found in _FACT.finditer(line) if _named(line, found.end())}
    english = {found.group().lower() for found in _ENGLISH.finditer(line)}
    # Who is published by whom under an ISSN is said nowhere else.
    numbered = bool(_ISSN.search(line) and _PUBLISHED.search(line))
    itself = bool(_OURSELVES.match(line) and _PUBLISHED.search(" ".join(line.split())))
    return len(chinese) >= 3 or len(english) >= 3 or numbered or itself


def _named(line: str, end: int) -> bool:
    return line[end : end + 1] in "：: 0123456789" if end < len(line) else False


def imprint_facts(text: str, span: Span) -> Furniture:
    """What an imprint says of the paper: ISSN, publisher and place.

    >>> line = "Ledger (ISSN 1234-5679), published daily by Bay News Inc., 1 Wharf, Bath, Maine."
    >>> told = imprint_facts(line, Span(0, len(line)))
    >>> told.issn, told.publisher, told.place
    ('1234-5679', 'Bay News Inc.', 'Bath, Maine')
    """
    line = " ".join(span.of(text).split())
    issn = _ISSN.search(line)
    made = _PUBLISHED.search(line)
    return Furniture(
        issn=issn["value"] if issn else "",
        publisher=made["publisher"] if made else "",
        place=(made["place"] or "") if made else "",
    )
