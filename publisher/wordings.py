"""Tables of an interface's own words, in English and Chinese, and which of them are wanted."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: The languages of every interface, by their BCP 47 tags.
LANGUAGES = ("en", "zh-Hans")


def wordings(rows: str) -> Mapping[str, Mapping[str, str]]:
    """A table's words by language and key; a row is `key | English | Chinese`.

    Each language has its own tag under `language`.

    >>> wordings("issues | Issues | 各期")["zh-Hans"]
    {'language': 'zh-Hans', 'issues': '各期'}
    """
    cells = [[cell.strip() for cell in row.split(" | ")] for row in rows.splitlines()]
    return {
        language: {"language": language, **{row[0]: row[number] for row in cells}}
        for number, language in enumerate(LANGUAGES, start=1)
    }


def wanted(accepted: str) -> str:
    """The interface's language that an Accept-Language header likes best (RFC 9110, 12.5.4).

    >>> wanted("fr, zh-CN;q=0.9, en;q=0.8"), wanted("en-GB, zh;q=0.5"), wanted("")
    ('zh-Hans', 'en', 'en')
    """
    best, weight = LANGUAGES[0], 0.0
    for part in accepted[:1000].split(","):
        found = re.fullmatch(r"\s*([A-Za-z*-]+[\w-]*)\s*(?:;\s*q=(\d(?:\.\d{0,3})?))?\s*", part)
        if not found:
            continue
        tag, share = found[1].lower().partition("-")[0], float(found[2] or 1)
        language = next((one for one in LANGUAGES if one.partition("-")[0] == tag), "")
        if language and share > weight:
            best, weight = language, share
    return best
