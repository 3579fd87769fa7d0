"""The reasons that rules give, in the interface's language where it has words for them. Pure."""

from __future__ import annotations

import re

_CHINESE = tuple(
    (re.compile(pattern), told)
    for pattern, told in (
        (r"the editor's answer", "编辑的回答"),
        (r"P\(join\) (.+), P\(gap\) (.+)", r"相连概率 \1，缺字概率 \2"),
        (r"the word (.+) runs across the break", r"“\1”一词跨越断处"),
        (r"the frame (.+) runs across the break", r"“\1”结构跨越断处"),
        (r"(.+) opens on the left and closes on the right", r"\1 左边起、右边止"),
        (r"a sentence ends on the left", "左边句子已完"),
        (r"the right is a (.+)", r"右边是 \1"),
        (r"the left is a (.+)", r"左边是 \1"),
        (r"a (.+) stands by itself", r"\1 独立成行"),
        (r"the loss is marked already", "缺失处已有标记"),
        (r"what stands between the halves goes behind the paragraph", "夹在中间的文字移到段后"),
        (r"it stood inside the paragraph", "原夹在段落中间"),
    )
)


def reason(told: str, language: str) -> str:
    """A reason in a language; as the rule gives it where there are no words for it.

    >>> reason("a sentence ends on the left", "zh-Hans"), reason("an old reason", "zh-Hans")
    ('左边句子已完', 'an old reason')
    """
    if language != "zh-Hans":
        return told
    for pattern, chinese in _CHINESE:
        if found := pattern.fullmatch(told):
            return found.expand(chinese)
    return told
