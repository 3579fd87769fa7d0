"""The measures that `print.css` sets for pictures, in points."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from publisher.model import Article, Issue, Picture

#: The body's line: whatever stands among the paragraphs is a whole number of them high.
_LINE = 17.0

_THREE_COLUMNS = 157.5
_TWO_COLUMNS = 244.0

#: Where few lines don't fill columns, a picture is as wide as two columns of three.
_WIDE = 330.0

#: With its caption, a picture leaves room for text above or below it on the page.
_HIGHEST = 476.0

#: Characters under which an article isn't set in columns.
_SHORT = 120

_MM = 25.4 / 72


def is_short(article: Article) -> bool:
    """Whether an article is too short for columns."""
    return sum(len(paragraph.text) for paragraph in article.paragraphs) < _SHORT


def picture_size(picture: Picture, article: Article, language: str) -> tuple[float, float]:
    """Width and height of a picture in an article of a language, in points.

    It's as wide as its column, in which words need more room than characters; a tall one is
    narrower.
    """
    columns = language.split("-")[0] in ("zh", "ja", "ko")
    width = _WIDE if is_short(article) else _THREE_COLUMNS if columns else _TWO_COLUMNS
    width = min(width, _HIGHEST * picture.width / picture.height)
    return round(width, 2), round(width * picture.height / picture.width, 2)


def picture_style(picture: Picture, article: Article, language: str) -> str:
    """The size as CSS, with a space below that keeps the lines of neighbouring columns even."""
    width, height = picture_size(picture, article, language)
    space = ceil(height / _LINE) * _LINE - height
    return f"width: {width:.2f}pt; height: {height:.2f}pt; margin-bottom: {space:.2f}pt"


def print_widths(issue: Issue) -> Mapping[str, float]:
    """How wide each picture is printed at its widest, in mm, by its name."""
    pictures = {picture.name: picture for picture in issue.pictures}
    widths: dict[str, float] = {}
    for article in issue.articles:
        for figure in article.figures:
            if picture := pictures.get(figure.image):
                size = picture_size(picture, article, article.language or issue.language)
                widths[picture.name] = max(widths.get(picture.name, 0.0), size[0] * _MM)
    return widths
