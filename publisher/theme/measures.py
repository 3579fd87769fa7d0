"""The measures of pictures on a layout, in points."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor

from publisher.model import Answer, Article, Issue, Paragraph, Picture, Question, plain
from publisher.theme.layout import Layout

#: Where few lines don't fill columns, a picture is as wide as this part of the measure.
_WIDE = 0.655

#: With its caption, a picture leaves room for text above or below it on the page.
_HIGHEST = 0.66

#: Characters under which an article isn't set in columns.
_SHORT = 120

_MM = 25.4 / 72


def is_short(article: Article) -> bool:
    """Whether an article is too short for columns."""
    running = (one for one in article.body if isinstance(one, (Paragraph, Question, Answer)))
    return sum(len(plain(one.content)) for one in running) < _SHORT


def picture_size(
    picture: Picture, article: Article, language: str, layout: Layout
) -> tuple[float, float]:
    """Width and height of a picture in an article of a language, in points.

    It's as wide as its column; a tall one is narrower, and a whole number of lines high.
    """
    width = layout.measure * _WIDE if is_short(article) else layout.column(language)
    highest = floor(layout.depth * _HIGHEST / layout.line) * layout.line
    width = min(width, highest * picture.width / picture.height)
    return round(width, 2), round(width * picture.height / picture.width, 2)


def picture_style(picture: Picture, article: Article, language: str, layout: Layout) -> str:
    """The size as CSS, with a space below that keeps the lines of neighbouring columns even."""
    width, height = picture_size(picture, article, language, layout)
    space = ceil(height / layout.line) * layout.line - height
    return f"width: {width:.2f}pt; height: {height:.2f}pt; margin-bottom: {space:.2f}pt"


def print_widths(issue: Issue, layout: Layout) -> Mapping[str, float]:
    """How wide each picture is printed at its widest, in mm, by its name."""
    pictures = {picture.name: picture for picture in issue.pictures}
    widths: dict[str, float] = {}
    for article in issue.articles:
        for figure in article.figures:
            if picture := pictures.get(figure.image):
                size = picture_size(picture, article, article.language or issue.language, layout)
                widths[picture.name] = max(widths.get(picture.name, 0.0), size[0] * _MM)
    return widths
