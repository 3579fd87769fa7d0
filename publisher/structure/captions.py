"""Captions: what a picture that isn't at hand shows, often with its credit at the end."""

from __future__ import annotations

import re

from publisher.model import Credit
from publisher.structure.credits import read_credits
from publisher.structure.lines import trimmed, width
from publisher.text import Span

#: The longest caption, in characters.
_LONGEST = 220

#: The widest caption that only its credit tells, in ems.
_UNSIGNED = 100

#: What a credit says that makes the words before it a caption.
_PICTURE = ("摄", "攝", "供图", "供圖", "photo")
_FILE = re.compile("[资資]料")

_BEGINS = re.compile(
    r"[（(▲▼△▽↑↓←→◀▶]*\s*(?:[图圖](?=[为為：:①-⑳])(?!.何)[为為①-⑳]*"
    r"|[上下左右题題本]{1,2}[图圖](?:[：:①-⑳]|[为為系]|(?=\s))"
    r"|[图圖][①-⑳1-9一二三四][：:\s])|[▲▼△▽↑↓◀▶]\s*\S"
    r"|(?:ABOVE|BELOW|LEFT|RIGHT|TOP|BOTTOM|Above|Below|Top|Bottom|At (?:left|right)):\s"
    r"|[资資]料[图圖][：:]|(?i:pictured(?: above| below| left| right)?:?\s)"
)
_CREDIT = re.compile(
    r"(?:(?<=[。．.！？”」）)])|(?<=\s))\s*(?P<credit>[（(]?[^。，；\s（）()][^。，；（）()]{1,60}[）)]?"
    r"|(?i:\(?photo\w*(?: by|:) [^.()]{3,40}\)?\.?))\s*\Z"
)
_SIGN = re.compile(r"[■◆●]\s*")
_INLINE_PHOTO = re.compile(
    r"(?i:\|?\s*(?P<credit>\(?(?:photo(?:graph)?|picture)s?(?: credits?:| by|:| courtesy of) "
    r"[^|()]{3,60}?\)?)\s*\Z)"
)


def read_caption(text: str, span: Span) -> tuple[Span, tuple[Credit, ...]] | None:
    """The caption proper and the credits at its end; None where a block is no caption.

    >>> text = "图为展览现场。 赵强 摄"
    >>> caption, credits = read_caption(text, Span(0, 12))
    >>> caption.of(text), credits[0].name
    ('图为展览现场。', '赵强')
    """
    block = trimmed(text, span)
    if not block or len(block) > _LONGEST:
        return None
    begins = _BEGINS.match(text, block.start, block.end)
    # ■ is the layout's where only the credit tells that this is a caption.
    sign = _SIGN.match(text, block.start, block.end)
    photo = _INLINE_PHOTO.search(text, block.start, block.end)
    short = width(block.of(text)) <= _UNSIGNED
    if begins is None and not short:
        return None
    found = photo or _CREDIT.search(text, block.start, block.end)
    while found:
        whole = Span(*found.span("credit"))
        credits = read_credits(text, whole)
        pictured = credits and (
            credits[0].role.startswith(_PICTURE) or _FILE.search(credits[0].text)
        )
        sure = begins or pictured
        if sure and [one.origin for one in credits] == [whole] and found.start() > block.start:
            start = sign.end() if sign else block.start
            return trimmed(text, Span(start, found.start())), credits
        found = _CREDIT.search(text, found.start() + 1, block.end)
    return (block, ()) if begins else None
