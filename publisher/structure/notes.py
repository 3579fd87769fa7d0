"""Notes with a label: editor's notes, corrections, summaries, and what authors are."""

from __future__ import annotations

import re

from publisher.text import Span

_NOTE = re.compile(
    r"\*{0,2}[【〔\[（(]?(?:[编編]者[按语語]|[编編]者的[话話]|[编編][后後][语語]?|"
    r"本[报報刊]按|[开開]栏的[话話]|"
    r"更正|致歉|[声聲]明|相关[链鏈]接|相關連結|延伸[阅閱][读讀]|小[贴貼]士|"
    r"名[词詞]解[释釋]|新闻背景|背景[链鏈]接|"
    r"记者手记|[链鏈]接|"
    r"(?i:editor[’']s note|correction|clarification|for the record))"
    r"[】〕\]）)]?\*{0,2}\s*(?:[：:—]|$|(?<=[】〕\]]))"
)
_ABOUT = re.compile(
    r"[（(]\s*(?:作者[系为為]|作者[单單]位|本文作者)[^（）()]*[）)]。?|作者[单單]位[：:].{2,60}|"
    r"(?i:[\w.,’' -]{3,80} contributed to this (?:report|story|article)\.)"
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


def is_summary(text: str, span: Span) -> bool:
    """Whether a paragraph is a summary with its label.

    >>> is_summary("核心提示：夜校受到欢迎。", Span(0, 12))
    True
    """
    return bool(_SUMMARY.match(text, span.start, span.end))
