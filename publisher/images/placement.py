"""Placement: an issue's pictures put as figures into its articles, and what was in doubt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from publisher.diagnostics import Diagnostic
from publisher.errors import InputError, UsageError
from publisher.images.captions import captioned, same_words, words_of
from publisher.images.doubts import doubts
from publisher.images.figures import dressed, filled, free_figures, with_mark, with_picture
from publisher.images.marks import Mark, marks, without_marks
from publisher.images.names import checked_name
from publisher.images.pages import article_at, articles_on
from publisher.images.reading import read_image
from publisher.model import Article, Figure, ImageSettings, Issue, Match, Picture

#: Puts a picture into one of the articles; says whether it found its place. It gets the issue, its
#: articles as far as they are, the picture's settings, and those still waiting.
_Way: TypeAlias = Callable[
    [Issue, list[Article], ImageSettings, Sequence[ImageSettings]],
    bool,
]


def named(issue: Issue, settings: Sequence[ImageSettings]) -> tuple[str, ...]:
    """The files that the settings and the text name, each once: what `place` wants to be given.

    Raises InputError for an address or a path out of the issue's folder.
    """
    told = [one.file for one in settings] + [mark.file for mark in marks(issue)]
    return tuple(dict.fromkeys(map(checked_name, told)))


def place(
    issue: Issue, settings: Sequence[ImageSettings], files: Mapping[str, bytes], where: str = ""
) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The issue with its pictures as figures, and what an editor should look at.

    `files` are contents by their names below the issue's folder; `where` is the issue's source. A
    picture goes where a mark in the text (`![…](file)`) has it; else to the article that the
    settings name; else to the caption that they repeat, or the only one of the page they name. A
    caption that no picture comes to stays as a figure without one.

    Raises InputError for a picture that `read_image` refuses, and for one that the settings name
    and `files` lack; UsageError where the settings name an article that isn't there once.

    >>> from publisher.model import Caption, Text
    >>> from publisher.text import Span
    >>> caption = Caption((Text("图为夜校。", Span(0, 5)),), Span(0, 5))
    >>> article = Article("a-i0001", None, (caption,), Span(0, 5))
    >>> placed, doubts = place(Issue("a", "a", "zh", (article,), "图为夜校。"), (), {})
    >>> placed.articles[0].figures[0].text, doubts[0].code
    ('图为夜校。', 'PUB044')
    """
    asked = [replace(one, file=checked_name(one.file)) for one in settings]
    found = [replace(mark, file=checked_name(mark.file)) for mark in marks(issue)]
    pictures = _read(asked, found, files)
    articles = [captioned(article, issue.text) for article in issue.articles]
    lost = _put_marked(issue, articles, found, asked, pictures)
    marked = {mark.file for mark in found}
    waiting = [one for one in asked if one.file not in marked]
    # The surest way first: it leaves fewer captions to the others.
    ways: tuple[_Way, ...] = (_by_article, _by_caption, _by_page)
    for way in ways:
        waiting = [one for one in waiting if not way(issue, articles, one, waiting)]
    used = {figure.image for article in articles for figure in article.figures}
    placed = replace(
        issue,
        articles=tuple(articles),
        omissions=without_marks(issue) if articles else issue.omissions,
        pictures=tuple(one for name, one in pictures.items() if name in used),
    )
    return placed, tuple(doubts(placed, [*lost, *(one.file for one in waiting)], where))


def _read(
    asked: Sequence[ImageSettings], found: Sequence[Mark], files: Mapping[str, bytes]
) -> dict[str, Picture]:
    """The pictures by name. A mark may name what never came with its page, settings may not."""
    for one in asked:
        if one.file not in files:
            raise InputError(
                f"{one.file}: there is no such picture in the issue's folder",
                remedy="Put it there, or take its [[images]] out of issue.toml.",
            )
    names = dict.fromkeys([one.file for one in asked] + [mark.file for mark in found])
    return {name: read_image(name, files[name]) for name in names if name in files}


def _put_marked(
    issue: Issue,
    articles: list[Article],
    found: Sequence[Mark],
    asked: Sequence[ImageSettings],
    pictures: Mapping[str, Picture],
) -> list[str]:
    """Put a figure at each mark; the files for which there is no article."""
    said = {one.file: one for one in asked}
    lost = []
    for mark in found:
        name = mark.file if mark.file in pictures else ""
        figure = Figure(name, (), mark.origin, alternative=mark.alternative, matched=Match.MARK)
        place = article_at(issue, mark.origin)
        if place is None:
            lost.append(mark.file)
            continue
        put = with_mark(articles[place], figure, issue.text)
        if mark.file in said:
            body = [
                dressed(one, said[mark.file])
                if isinstance(one, Figure) and one.origin.covers(mark.origin)
                else one
                for one in put.body
            ]
            put = replace(put, body=tuple(body))
        articles[place] = put
    return lost


def _by_article(
    issue: Issue, articles: list[Article], one: ImageSettings, _: Sequence[ImageSettings]
) -> bool:
    """To the named article: to its caption that is repeated, its first that is free, or none."""
    if not one.article:
        return False
    place = _called(issue, one)
    free = list(free_figures(articles, [place]))
    meant = [spot for spot in free if _repeats(one, spot[2])] or (free if not one.caption else [])
    if meant:
        articles[place] = filled(articles[place], meant[0][1], one.file, one, Match.ARTICLE)
    else:
        articles[place] = with_picture(articles[place], one.file, one)
    return True


def _called(issue: Issue, one: ImageSettings) -> int:
    """The article of an id, or of a headline on the page that is named."""
    by_id = [n for n, article in enumerate(issue.articles) if article.id == one.article]
    found = by_id or [
        n
        for n in articles_on(issue, one.page)
        if same_words(str(issue.articles[n].headline or ""), one.article)
    ]
    if len(found) != 1:
        count = f"{len(found)} articles are" if found else "no article is"
        raise UsageError(
            f"{one.file}: {count} called {one.article!r}",
            remedy="Name its id, or its headline as `publisher inspect` shows it and its page.",
        )
    return found[0]


def _by_caption(
    issue: Issue, articles: list[Article], one: ImageSettings, _: Sequence[ImageSettings]
) -> bool:
    """To the one caption, of the page if one is named, that the settings repeat."""
    free = list(free_figures(articles, articles_on(issue, one.page)))
    return _fill(articles, [spot for spot in free if _repeats(one, spot[2])], one, Match.CAPTION)


def _by_page(
    issue: Issue, articles: list[Article], one: ImageSettings, waiting: Sequence[ImageSettings]
) -> bool:
    """To the only caption of its page, where no other picture of that page waits for it."""
    alone = [other.page for other in waiting].count(one.page) == 1
    if not one.page or one.caption or not alone:
        return False
    free = list(free_figures(articles, articles_on(issue, one.page)))
    return _fill(articles, free, one, Match.PAGE)


def _repeats(one: ImageSettings, figure: Figure) -> bool:
    """Whether the settings' caption is the printed one, or a part of it as long as a sentence."""
    told, printed = words_of(one.caption), words_of(figure.text)
    return bool(told) and (told == printed or (len(told) >= 8 and told in printed))


def _fill(
    articles: list[Article],
    spots: Sequence[tuple[int, int, Figure]],
    one: ImageSettings,
    matched: Match,
) -> bool:
    if len(spots) != 1:
        return False
    place, index, _ = spots[0]
    articles[place] = filled(articles[place], index, one.file, one, matched)
    return True
