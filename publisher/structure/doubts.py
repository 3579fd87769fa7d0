"""Doubts: what of a reading an editor should look at."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import CODES, Diagnostic
from publisher.model import (
    Article,
    Block,
    Gap,
    InlineGap,
    Issue,
    ListItems,
    Table,
    Verse,
    leaves,
    plain,
)
from publisher.structure.footnotes import unled
from publisher.structure.jump_lines import LONE, Way, read_jump
from publisher.structure.unsure import unsure
from publisher.text import Span

#: Characters of context in a message.
_CONTEXT = 12


def doubts(issue: Issue, where: str = "") -> tuple[Diagnostic, ...]:
    """What is doubtful in an issue as read, in reading order; `where` is the issue's source.

    >>> from publisher.model import Phrase
    >>> from publisher.text import Span
    >>> article = Article("a-i0001", Phrase("夜校开课", Span(0, 4)), (), Span(0, 4))
    >>> [one.code for one in doubts(Issue("a", "a", "zh-Hans", (article,), "夜校开课"), "a.txt")]
    ['PUB003']
    """
    return tuple(doubt for doubt, _ in placed_doubts(issue, where))


def placed_doubts(issue: Issue, where: str = "") -> tuple[tuple[Diagnostic, Span], ...]:
    """The same, each with the span of the issue's text that it's about."""
    place = where or issue.name
    found = [one for article in issue.articles for one in _in_article(issue, article, place)]
    return (*found, *_jumps(issue, place))


def _jumps(issue: Issue, where: str) -> Iterator[tuple[Diagnostic, Span]]:
    """Jump lines whose other end wasn't found."""
    for omission in issue.omissions:
        if omission.reason != LONE:
            continue
        jump = read_jump(issue.text, omission.origin)
        assert jump is not None
        line = issue.text.count("\n", 0, omission.origin.start) + 1
        code = CODES["PUB010" if jump.way is Way.TO else "PUB011"]
        told = code.at(where, f"{jump.text!r} (line {line} of the repaired text)")
        yield told, omission.origin


def _in_article(issue: Issue, article: Article, where: str) -> Iterator[tuple[Diagnostic, Span]]:
    called = f"“{article.headline}”" if article.headline else article.id
    if article.headline and not article.body:
        told = CODES["PUB003"].at(where, f"{called} has no text below it")
        yield told, article.headline.origin
    if article.credits and not (article.headline or article.body):
        credit = article.credits[0]
        yield CODES["PUB004"].at(where, f"{credit.text!r} belongs to no article"), credit.origin
    names = [byline.name for byline in article.bylines]
    for name in sorted({name for name in names if names.count(name) > 1}):
        told = CODES["PUB005"].at(where, f"{called} names {name} twice as its writer")
        yield told, article.bylines[len(names) - 1 - names[::-1].index(name)].origin
    if not article.headline and article.body:
        told = CODES["PUB006"].at(where, f"text without a headline: {_beginning(article.body[0])}")
        yield told, article.body[0].origin
    if not (article.headline or article.body or article.credits) and article.column:
        told = CODES["PUB007"].at(where, f"{article.column} stands over no article")
        yield told, article.column.origin
    for mark, origin in unled(article):
        yield CODES["PUB014"].at(where, f"{called}: the mark {mark} leads to no note"), origin
    for note in article.footnotes:
        if not note.referred:
            told = CODES["PUB015"].at(where, f"{called}: no mark leads to the note {note.mark}")
            yield told, note.origin
    yield from _lost(article, called, where)
    for code, line in unsure(issue, article):
        yield CODES[code].at(where, f"in {called}: {line.text!r}"), line.origin


def _lost(article: Article, called: str, where: str) -> Iterator[tuple[Diagnostic, Span]]:
    before = ""
    for block in article.body:
        if isinstance(block, Gap):
            told = CODES["PUB001"].at(where, f"text is missing in {called} after “…{before}”")
            yield told, block.origin
            continue
        if not isinstance(block, ListItems | Verse | Table):
            for inline in block.content:
                if isinstance(inline, InlineGap):
                    told = CODES["PUB001"].at(where, f"text is missing in {called}, “{before}…”")
                    yield told, inline.origin
            before = plain(block.content)[-_CONTEXT:]
    for note in article.footnotes:
        if any(isinstance(inline, InlineGap) for inline in leaves(note.content)):
            told = CODES["PUB001"].at(where, f"text is missing in {called}, note {note.mark}")
            yield told, note.origin


def _beginning(block: Block) -> str:
    if isinstance(block, Gap | Table):
        return "…"
    rows = block.items if isinstance(block, ListItems) else ()
    rows = block.lines if isinstance(block, Verse) else rows
    return plain(rows[0] if rows else getattr(block, "content", ()))[:_CONTEXT] + "…"
