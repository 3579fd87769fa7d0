"""The reasons that rules give, in the interface's language where it has words for them. Pure."""

from __future__ import annotations

import re

_KINDS = {
    "prose": "正文",
    "heading": "标题",
    "label": "栏目名",
    "credit": "署名",
    "source line": "来源行",
    "byline": "作者行",
    "dateline": "电头",
    "list item": "列表项",
    "question or answer": "问答",
    "dialogue": "对话",
    "lines set apart": "另排的文字",
    "table": "表格",
    "programme or score": "节目或比分",
    "signature": "落款",
    "indented paragraph": "缩进段落",
    "rule or ornament": "线条或装饰",
    "jump line": "转版行",
    "picture": "图片",
    "caption": "图片说明",
    "photo credit": "摄影署名",
    "folio": "页码",
    "quotation set apart": "另排的引文",
    "footnote": "脚注",
    "numbered heading": "编号标题",
}

_CHINESE = tuple(
    (re.compile(pattern), told)
    for pattern, told in (
        (r"the editor's answer", "编辑的回答"),
        (r"P\(join\) (?P<join>.+), P\(gap\) (?P<gap>.+)", "相连概率 {join}，缺字概率 {gap}"),
        (r"the word (?P<word>.+) runs across the break", "“{word}”一词跨越断处"),
        (r"the frame (?P<frame>.+) runs across the break", "“{frame}”结构跨越断处"),
        (r"(?P<pair>\S+) opens on the left and closes on the right", "{pair} 左起右止"),
        (r"(?P<mark>\S+) stays open", "{mark} 没有配对"),
        (r"a sentence ends on the left", "左边句子已完"),
        (r"the right is an? (?P<kind>.+)", "右边是{kind}"),
        (r"the left is an? (?P<kind>.+)", "左边是{kind}"),
        (r"an? (?P<kind>.+) stands by itself", "{kind}独立成行"),
        (r"the loss is marked already", "缺失处已有标记"),
        (r"what stands between the halves goes behind the paragraph", "夹在中间的文字移到段后"),
        (r"it stood inside the paragraph", "原夹在段落中间"),
    )
)


def reason(told: str, language: str) -> str:
    """A reason in a language; as the rule gives it where there are no words for it.

    >>> reason("the left is a heading", "zh-Hans"), reason("an old reason", "zh-Hans")
    ('左边是标题', 'an old reason')
    """
    if language != "zh-Hans":
        return told
    for pattern, chinese in _CHINESE:
        if found := pattern.fullmatch(told):
            parts = found.groupdict()
            if kind := parts.get("kind"):
                parts["kind"] = _KINDS.get(kind, f" {kind}")
            return chinese.format(**parts)
    return told
