"""The rule mojibake: text that was decoded with a wrong encoding is decoded with the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.ledger import Certainty
from publisher.repairs.rule import Finding, Material, Rule
from publisher.text import Span

#: A first byte of UTF-8 read as Latin-1 or Windows-1252, with a byte that continues it.
_LATIN = re.compile("[\xc2-\xf4][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
#: The bytes of 。，、的 and of other common Chinese read as GBK.
_GBK = re.compile("锛|銆|鐨|鏄|鍦|涓|鍥|浜")
_LINE = re.compile(r"[^\n\f]+")

#: A line of Chinese is decoded anew from so many signs on: fewer may be right by chance.
_SIGNS = 4


def find(material: Material) -> Iterator[Finding]:
    """The lines that are UTF-8 read as Latin-1, Windows-1252 or GBK, where that is certain."""
    text = material.text
    if not _LATIN.search(text) and not _GBK.search(text):
        return
    for line in _LINE.finditer(text):
        fixed, reason = _decoded(line[0])
        if fixed != line[0]:
            yield _smallest(text, line.start(), line[0], fixed, reason)


def _decoded(line: str) -> tuple[str, str]:
    if _GBK.search(line):
        return _from_gbk(line), "UTF-8 that was read as GBK"
    if _LATIN.search(line):
        return _from_latin(line), "UTF-8 that was read as a Western encoding"
    return line, ""


def _from_gbk(line: str) -> str:
    try:
        fixed = line.encode("gb18030").decode("utf-8")
    except UnicodeError:
        return line
    return fixed if len(fixed) >= _SIGNS and len(fixed) < len(line) else line


def _from_latin(line: str) -> str:
    from ftfy import fix_encoding
    from ftfy.badness import badness

    fixed: str = fix_encoding(line)
    sure = badness(line) > 0 and not badness(fixed) and "\ufffd" not in fixed
    return fixed if sure else line


def _smallest(text: str, start: int, before: str, after: str, reason: str) -> Finding:
    """The finding without what both begin and end with."""
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    span = Span(start + head, start + len(before) - tail)
    return Finding(span, after[head : len(after) - tail], Certainty.CERTAIN, (reason,))


def _common(one: str, other: str) -> int:
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other))


RULE = Rule("mojibake", 1, "text decoded with a wrong encoding is decoded with the right one", find)
