"""Notes with a label: editor's notes, corrections, summaries, and what authors are."""

from __future__ import annotations

import re

from publisher.structure.lines import ends_sentence
from publisher.text import Span

#: Labels of boxes that go with an article.
_BOXES = (
    "相[关關][链鏈]接|相關連結|延伸[阅閱][读讀]|小[贴貼]士|小[知]?[识識]|名[词詞]解[释釋]|新[闻聞]背景|背景[链鏈]接|"
    "背景[资資]料|[记記]者手[记記]|[链鏈]接"
)
_BOX = re.compile(rf"\*{{0,2}}[【〔\[◆■▲]?\s*(?:{_BOXES})\s*[】〕\]]?\*{{0,2}}")

_NOTE = re.compile(
    r"\*{0,2}[【〔\[（(]?(?:[编編]者[按语語]|[编編]者的[话話]|[编編][后後][语語]?|"
    r"本[报報刊]按|[开開]栏的[话話]|"
    r"更正|致歉|[声聲]明|"
    rf"{_BOXES}|"
    r"(?i:editor[’']s note|correction|clarification|for the record))"
    r"[】〕\]）)]?\*{0,2}\s*(?:[：:—]|$|(?<=[】〕\]]))"
)
_ABOUT = re.compile(
    r"[（(]\s*(?:作者[系为為]|作者[单單]位|本文作者)[^（）()]*[）)]。?|作者[单單]位[：:].{2,60}|"
    r"《[^》]{1,40}》[，,：: ].{0,60}出版社.{0,30}|"
    r"[（(]\s*(?:未完待[续續]|待[续續]|全文完|完|[续續]完)[^（）()]{0,20}[）)]|"
    r"(?i:[\w.,’' -]{3,80} contributed(?: to this (?:report|story|article))?\.)"
    r"|\(?(?i:with (?:inputs?|files|reports?) from) [A-Z][\w.,’' &-]{1,60}\)?"
    r"|\((?i:to be continued|the end|conclud(?:ed|es) next week)\.?\)"
    r"|(?i:(?:additional|further) reporting(?: by|:)|reporting by) [A-Z][\w.,’' &-]{3,80}"
)
_SUMMARY = re.compile(
    r"\*{0,2}[【〔\[]?(?:核心提示|内容提要|內容提要|[内內]容[摘提]要|提要|[摘]要|[导導][语語讀读]|[阅閱][读讀]提示|"
    r"(?i:summary|abstract|in brief|at a glance))[】〕\]]?\*{0,2}\s*(?:[：:]|(?<=[】〕\]]))"
)


def is_note(text: str, span: Span) -> bool:
    """Whether a paragraph is a note with its label, or says who the author is.

    >>> is_note("编者按：夜校受到欢迎。", Span(0, 11)), is_note("更正规的夜校", Span(0, 6))
    (True, False)
    """
    if _NOTE.match(text, span.start, span.end):
        return True
    return len(span) < 120 and bool(_ABOUT.fullmatch(text, span.start, span.end))


def is_box_label(text: str, span: Span) -> bool:
    """Whether a line is nothing but the label of a box (相关链接, 小贴士).

    >>> is_box_label("相关链接", Span(0, 4)), is_box_label("相关链接：夜校", Span(0, 7))
    (True, False)
    """
    return len(span) < 20 and bool(_BOX.fullmatch(text, span.start, span.end))


def summary_label(text: str, span: Span) -> Span | None:
    """The label that a summary begins with; None where it has none.

    >>> summary_label("核心提示：夜校受到欢迎。", Span(0, 12))
    Span(start=0, end=5)
    """
    found = _SUMMARY.match(text, span.start, span.end)
    return Span(*found.span()) if found else None


def is_summary(text: str, span: Span) -> bool:
    """Whether a paragraph is a summary with its label.

    >>> is_summary("核心提示：夜校受到欢迎。", Span(0, 12))
    True
    """
    label = _SUMMARY.match(text, span.start, span.end)
    # AT A GLANCE: THE VOTE heads a box.
    return label is not None and (not label.group().isascii() or ends_sentence(span.of(text)))
