"""Blocks as laid out: the text cut at blank lines and layout signs, each with its span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from publisher.structure.lines import lines, trimmed
from publisher.text import GAP_MARK, Span


class Layout(StrEnum):
    """What the layout says of a block."""

    TEXT = "text"
    HEADING = "heading"
    LABEL = "label"
    RULE = "rule"
    PICTURE = "picture"
    TABLE = "table"
    QUOTE = "quotation"
    GAP = "gap"
    PAGE_END = "page end"


@dataclass(frozen=True, slots=True)
class Raw:
    """A block: its layout, its content without signs, all of it, its lines, a heading's level."""

    layout: Layout
    span: Span
    origin: Span
    lines: tuple[Span, ...]
    level: int = 0


_HEADING = re.compile(r"(?P<level>#{2,6}(?!#)|#(?=\s))\s*(?P<text>.*)")
_CLOSING_SIGNS = re.compile(r"(?:^|\s+)#+\Z")
_LABEL = re.compile(r"(?:>>+|＞＞+|》》+)\s*(?P<text>\S.{0,40}?)\s*(?:<<+|＜＜+|《《+)")
_RULE = re.compile(r"(?:[-*_=—–~·][ \t]*){3,}|(?:#[ \t]*){2,}|-30-")
_PICTURE = re.compile(r"(?:!\[[^\]]*\]\((?:[^()]|\([^()]*\))*\)\s*)+|<img\b[^>]*>")
_TABLE = re.compile(r"\|.*\|")
_QUOTE = re.compile(r"(?:>\s?)+")


def blocks(text: str) -> Iterator[Raw]:
    """The blocks of a text in order, with page ends between them.

    >>> text = "# 标题\\n\\n近日"
    >>> [(raw.layout.value, raw.span.of(text), raw.level) for raw in blocks(text)]
    [('heading', '标题', 1), ('text', '近日', 0)]
    """
    pending: list[Raw] = []
    for line, end in lines(text):
        raw = _read_line(text, trimmed(text, line))
        if pending and (raw is None or raw.layout is not pending[-1].layout):
            yield from _flush(text, pending)
            pending = []
        if raw is not None and raw.layout in {Layout.TEXT, Layout.TABLE, Layout.QUOTE}:
            pending.append(raw)
        elif raw is not None:
            yield raw
        if end == "\f":
            yield from _flush(text, pending)
            pending = []
            place = Span(line.end, line.end)
            yield Raw(Layout.PAGE_END, place, place, ())
    yield from _flush(text, pending)


def read_label(text: str, span: Span) -> Span | None:
    """What stands between the signs of a label; None where a line is no label.

    >>> read_label(">> 北京经验 <<", Span(0, 10))
    Span(start=3, end=7)
    """
    sign = _LABEL.fullmatch(text, span.start, span.end)
    return Span(*sign.span("text")) if sign else None


def heading_text(text: str, line: Span) -> Span:
    """A line without the signs of a heading, if it has them.

    >>> heading_text("## 要闻", Span(0, 5))
    Span(start=3, end=5)
    """
    sign = _HEADING.fullmatch(text, line.start, line.end)
    return Span(*sign.span("text")) if sign else line


def _read_line(text: str, line: Span) -> Raw | None:
    if not line:
        return None
    for layout, pattern in (
        (Layout.RULE, _RULE),
        (Layout.HEADING, _HEADING),
        (Layout.LABEL, _LABEL),
        (Layout.PICTURE, _PICTURE),
        (Layout.TABLE, _TABLE),
    ):
        if sign := pattern.fullmatch(text, line.start, line.end):
            return _signed(layout, line, sign)
    quote = _QUOTE.match(text, line.start, line.end)
    if quote and quote.end() < line.end:
        content = Span(quote.end(), line.end)
        return Raw(Layout.QUOTE, content, line, (content,))
    return Raw(Layout.TEXT, line, line, (line,))


def _signed(layout: Layout, line: Span, sign: re.Match[str]) -> Raw:
    if "text" not in sign.re.groupindex:
        return Raw(layout, line, line, (line,))
    closing = _CLOSING_SIGNS.search(sign["text"][-8:])
    drop = len(closing.group()) if closing else 0
    content = Span(sign.start("text"), sign.end("text") - drop)
    if not content:
        return Raw(Layout.RULE, line, line, (line,))
    level = len(sign["level"]) if layout is Layout.HEADING else 0
    return Raw(layout, content, line, (content,), level)


def _flush(text: str, pending: list[Raw]) -> Iterator[Raw]:
    if not pending:
        return
    layout = pending[0].layout
    if layout is not Layout.TEXT:
        yield _merged(layout, pending)
        return
    yield from _gaps_apart(text, _merged(layout, pending))


def _merged(layout: Layout, pending: list[Raw]) -> Raw:
    span = Span(pending[0].span.start, pending[-1].span.end)
    origin = Span(pending[0].origin.start, pending[-1].origin.end)
    return Raw(layout, span, origin, tuple(line for raw in pending for line in raw.lines))


def _gaps_apart(text: str, raw: Raw) -> Iterator[Raw]:
    """Lost text at a block's ends is a block of its own."""
    size = len(GAP_MARK)
    start, end = raw.span.start, raw.span.end
    while text.startswith(GAP_MARK, start, end):
        yield _gap(start)
        start += size
    tail: list[Raw] = []
    while end - size >= start and text.endswith(GAP_MARK, start, end):
        end -= size
        tail.append(_gap(end))
    core = trimmed(text, Span(start, end))
    if core:
        kept = [
            Span(max(line.start, core.start), min(line.end, core.end))
            for line in raw.lines
            if line.end > core.start and line.start < core.end
        ]
        yield Raw(raw.layout, core, core, tuple(kept))
    yield from reversed(tail)


def _gap(start: int) -> Raw:
    span = Span(start, start + len(GAP_MARK))
    return Raw(Layout.GAP, span, span, (span,))
