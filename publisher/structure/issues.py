"""Issues: the articles of a transcript in reading order, and what its pages say of the issue."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from publisher.model import (
    Article,
    ArticleStatement,
    Continuation,
    ContinuationStatement,
    Issue,
    Omission,
    Page,
    Title,
)
from publisher.structure.accounting import account
from publisher.structure.articles import read_article
from publisher.structure.closing import finished
from publisher.structure.continuations import continued
from publisher.structure.elements import phrase
from publisher.structure.footnotes import with_footnotes
from publisher.structure.furniture import Furniture
from publisher.structure.imprint import imprint_facts
from publisher.structure.kinds import kind_of
from publisher.structure.language import language_of
from publisher.structure.mastheads import as_elsewhere, names, with_masthead
from publisher.structure.page_lines import page_furniture, read_pages
from publisher.structure.piece import OMITTED, Piece, Role
from publisher.structure.pieces import read_pieces
from publisher.structure.readings import with_readings, writes_readings
from publisher.structure.run_in_heads import with_run_in_heads
from publisher.structure.statements import corrected
from publisher.structure.stories import stories, with_headings
from publisher.text import Span, Transcript, pages


@dataclass(frozen=True, slots=True)
class Statements:
    """What the editor states of an issue's articles and continuations."""

    articles: tuple[ArticleStatement, ...] = ()
    continuations: tuple[ContinuationStatement, ...] = ()


def read_issue(
    transcript: Transcript,
    *,
    id: str,
    name: str,
    language: str = "",
    source: str | None = None,
    leaves: Sequence[Page] = (),
    stated: Statements = Statements(),
) -> Issue:
    """The issue that a repaired transcript holds.

    `language` "" is found out. Title, date and number are those printed, or ""; they are read in
    `source`, the text before its repairs, which may have taken out a running head. `leaves` are
    the source's pages with their spans in the transcript; without them they are read here. Raises
    LostText for a character that would stand nowhere: a fault of this room, never of the text.

    >>> text = "# 夜校开课\\n\\n本报讯（记者 张三）近日，夜校开课。"
    >>> issue = read_issue(Transcript.of(text), id="a", name="a")
    >>> article = issue.articles[0]
    >>> str(article.headline), article.bylines[0].name, article.paragraphs[0].text
    ('夜校开课', '张三', '近日，夜校开课。')
    """
    text = transcript.text
    spoken = language or language_of(text)
    leaves = tuple(leaves) or read_pages(text)
    bare = with_masthead(text, read_pieces(text), [page.section for page in leaves])
    pieces = with_headings(text, with_run_in_heads(text, bare))
    read = [read_article(text, story, language=spoken) for story in stories(text, pieces)]
    joined, found = continued(read, leaves, stated.continuations)
    unsigned = spoken.startswith("ja") and writes_readings(text)
    whole = [with_readings(finished(reading), bare=unsigned) for reading in joined]
    articles = _noted(
        text,
        leaves,
        (
            _placed(one.article, leaves, f"{id}-i{place:04}")
            for place, one in enumerate(whole, start=1)
        ),
    )
    printed = text if source is None else source
    said = _said(printed)
    for piece in pieces:
        if piece.role is Role.IMPRINT:
            said |= imprint_facts(text, piece.span)
    issue = Issue(
        id=id,
        name=name,
        language=spoken,
        articles=articles,
        text=text,
        title=_title(printed, said, names(text, bare)),
        date=said.date,
        number=said.whole or said.number,
        volume=said.volume,
        banners=tuple(phrase(text, piece.span) for piece in pieces if piece.role is Role.BANNER),
        pages=tuple(replace(page, id=f"{id}-p{page.sequence:04}") for page in leaves),
        continuations=tuple(_named(one, articles) for one in found),
        omissions=(*_omitted(pieces), *(one for reading in whole for one in reading.omissions)),
    )
    return corrected(replace(issue, omissions=account(issue)), stated.articles)


def _noted(text: str, leaves: Sequence[Page], articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles with their footnotes, which are counted through the issue."""
    found: list[Article] = []
    count = 0
    for article in articles:
        noted = with_footnotes(article, text, leaves, count + 1)
        count += len(noted.footnotes)
        found.append(noted)
    return tuple(found)


def _omitted(pieces: Sequence[Piece]) -> list[Omission]:
    return [Omission(piece.origin, piece.role.value) for piece in pieces if piece.role in OMITTED]


def _placed(article: Article, leaves: Sequence[Page], id: str) -> Article:
    """An article with its id, its pages, and the section of the first of them."""
    spans = (article.origin, *article.continued)
    on = tuple(dict.fromkeys(page for span in spans for page in _under(span, leaves)))
    section = on[0].section if on else ""
    labels = [str(one or "") for one in (article.column, article.kicker, article.headline)]
    kind = kind_of(labels, article.body, article.bylines, article.dateline, section)
    pages = tuple(page.sequence for page in on)
    return replace(article, id=id, pages=pages, section=section, kind=kind)


def _under(span: Span, leaves: Sequence[Page]) -> Iterator[Page]:
    """The pages that a span stands on."""
    first = bisect_right(leaves, span.start, key=lambda page: page.span.start) - 1
    for page in leaves[max(0, first) :]:
        if page.span.start >= span.end:
            return
        if span.start < page.span.end:
            yield page


def _named(found: Continuation, articles: Sequence[Article]) -> Continuation:
    return replace(found, article=articles[int(found.article)].id)


def printed_date(source: str) -> str:
    """The day that a source's furniture prints, ISO 8601, or "".

    >>> printed_date("第01版：要闻 2025年5月20日 星期二\\n\\n近日，夜校开课。")
    '2025-05-20'
    """
    return _said(source).date


def _said(source: str) -> Furniture:
    """What the furniture of an issue's pages says, the first mention of each."""
    return reduce(or_, (page_furniture(source, page) for page in pages(source)), Furniture())


def _title(source: str, said: Furniture, named: tuple[str, str]) -> Title:
    return Title(
        name=as_elsewhere(source, said.name or named[0]),
        name_en=named[1],
        issn=said.issn,
        cn=said.cn,
        postal_code=said.postal_code,
        sponsor=said.sponsor,
        publisher=said.publisher,
        place=said.place,
    )
