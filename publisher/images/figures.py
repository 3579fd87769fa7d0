"""Figures in an article's body: put in, filled with a picture, found free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from publisher.images.captions import credits_behind
from publisher.model import Article, Credit, Figure, ImageSettings, Match, Paragraph, Text
from publisher.text import Span


def free_figures(
    articles: Sequence[Article], places: Iterable[int]
) -> Iterator[tuple[int, int, Figure]]:
    """The figures without a picture in some of the articles, with both their indexes."""
    for place in places:
        for index, block in enumerate(articles[place].body):
            if isinstance(block, Figure) and not block.image and block.matched is Match.NONE:
                yield place, index, block


def filled(article: Article, index: int, name: str, one: ImageSettings, matched: Match) -> Article:
    """An article whose figure at an index got a picture; its printed caption stays."""
    figure = article.body[index]
    assert isinstance(figure, Figure)
    shown = dressed(replace(figure, image=name, matched=matched), one)
    return _with_body(article, index, index + 1, shown)


def with_picture(article: Article, name: str, one: ImageSettings) -> Article:
    """An article with a picture that no caption waits for: behind its first paragraph."""
    firsts = (n for n, block in enumerate(article.body, 1) if isinstance(block, Paragraph))
    index = next(firsts, 0)
    place = article.body[index - 1].origin.end if index else article.origin.start
    figure = dressed(Figure(name, (), Span(place, place), matched=Match.ARTICLE), one)
    return _with_body(article, index, index, figure)


def with_mark(article: Article, figure: Figure, text: str) -> Article:
    """An article with a figure where its mark stands; a caption or credit beside is the figure's.

    The caption below a mark goes before one above it.
    """
    mark = figure.origin
    index = sum(block.origin.start < mark.start for block in article.body)
    below, above = _waiting(article, index), _waiting(article, index - 1)
    if below and _touch(text, mark.end, below.origin.start):
        return _with_body(article, index, index + 1, _merged(figure, below))
    if above and _touch(text, _end(above), mark.start):
        return _with_body(article, index - 1, index, _merged(figure, above))
    own = credits_behind(text, figure.origin, article.credits)
    rest = tuple(one for one in article.credits if one not in own)
    put = _with_body(article, index, index, replace(figure, credits=own or figure.credits))
    return replace(put, credits=rest)


def dressed(figure: Figure, one: ImageSettings) -> Figure:
    """A figure with what the settings say of it; what is printed goes before."""
    place = Span(figure.origin.end, figure.origin.end)
    caption = (Text(one.caption, place),) if one.caption else ()
    credits = (Credit(one.credit, "", one.credit, place),) if one.credit else ()
    return replace(
        figure,
        caption=figure.caption or caption,
        credits=figure.credits or credits,
        alternative=one.alt or figure.alternative,
        decorative=one.decorative,
    )


def _waiting(article: Article, index: int) -> Figure | None:
    """The figure at an index of the body, where it waits for its picture."""
    block = article.body[index] if 0 <= index < len(article.body) else None
    if isinstance(block, Figure) and not block.image and block.matched is Match.NONE:
        return block
    return None


def _touch(text: str, end: int, start: int) -> bool:
    """Whether two places have nothing but white space and brackets between them."""
    return end <= start and not text[end:start].strip(" \t\n\f（）()")


def _merged(figure: Figure, caption: Figure) -> Figure:
    """A marked picture and the caption beside it as one figure."""
    start = min(figure.origin.start, caption.origin.start)
    end = max(figure.origin.end, caption.origin.end)
    return replace(
        figure, caption=caption.caption, credits=caption.credits, origin=Span(start, end)
    )


def _end(figure: Figure) -> int:
    return max([figure.origin.end, *(credit.origin.end for credit in figure.credits)])


def _with_body(article: Article, start: int, end: int, figure: Figure) -> Article:
    return replace(article, body=(*article.body[:start], figure, *article.body[end:]))
