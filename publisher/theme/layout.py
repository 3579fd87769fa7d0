"""The layout of pages: what a theme and a paper's settings want, worked out in points."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from publisher.errors import UsageError
from publisher.model.printing import page_size
from publisher.theme.themes import Theme

_PT = 72 / 25.4

#: A column holds so many characters of the text's size, or no line of it can be justified.
_NARROWEST = 8

#: What rounding may take from a line's last character.
_SLACK = 0.2

_EAST_ASIAN = ("zh", "ja", "ko")


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of an issue; all in points.

    `width` and `height` are the trimmed page's, `top`, `bottom` and `side` its margins, `measure`
    the width between those at the sides. `own` is how many columns a text in the issue's language
    is set in, `han` one of Chinese characters, `words` one of words; `gutter` is what parts them.
    `body` is the size of the text, `line` the distance of its lines, `text` and `headlines` are the
    kinds of type.
    """

    width: float
    height: float
    top: float
    bottom: float
    side: float
    measure: float
    own: int
    han: int
    words: int
    gutter: float
    body: float
    line: float
    text: str
    headlines: str
    colour: str

    def columns(self, language: str) -> int:
        """How many columns a text of a BCP 47 language is set in: words need wider ones."""
        return self.han if language.split("-")[0] in _EAST_ASIAN else self.words

    def column(self, language: str) -> float:
        """How wide they are."""
        count = self.columns(language)
        return (self.measure - (count - 1) * self.gutter) / count

    def across(self, span: int, language: str) -> float:
        """How wide so many of them are together."""
        return span * self.column(language) + (span - 1) * self.gutter

    @property
    def depth(self) -> float:
        """The height between the margins above and below."""
        return self.height - self.top - self.bottom

    @property
    def css(self) -> str:
        """The layout as the beginning of a style sheet: the page, and variables for the rest."""
        return f"""\
@page {{ size: {self.width:.2f}pt {self.height:.2f}pt; \
margin: {self.top:.2f}pt {self.side:.2f}pt {self.bottom:.2f}pt }}
:root {{ --body: {self.body:g}pt; --line: {self.line:g}pt; --gutter: {self.gutter:g}pt; \
--measure: {self.measure:.2f}pt; --depth: {self.depth:.2f}pt; --columns: {self.own}; \
--display: {self.measure / 24:.2f}pt; --colour: {self.colour}; \
--text: "Edition {self.text.title()}"; --heads: "Edition {self.headlines.title()}" }}
"""


def layout(theme: Theme, language: str) -> Layout:
    """The layout of an issue of a language by a theme, and by the paper's settings before it.

    The measure is made for the issue's language: a column of Chinese or Japanese text is a whole
    number of characters wide (CLREQ, clause 2.3.1). Raises UsageError where so many columns don't
    go on the page.

    >>> from publisher.theme import find_theme
    >>> a4 = layout(find_theme("gazette"), "zh-Hans")
    >>> a4.columns("zh-Hans"), a4.column("zh-Hans") / a4.body, a4.columns("en")
    (3, 15.0, 2)
    """
    defaults, told = theme.defaults, theme.pages
    body = told.body or defaults.body
    width, height = (side * _PT for side in page_size(told.page or defaults.page))
    room = (width - 2 * defaults.side * _PT) / body
    counts = {
        wanted: told.columns or max(1, round((room + defaults.gutter) / (wanted + defaults.gutter)))
        for wanted in (defaults.han, defaults.words)
    }
    own = counts[defaults.han if language.split("-")[0] in _EAST_ASIAN else defaults.words]
    ems = floor((room - (own - 1) * defaults.gutter) / own)
    if ems < _NARROWEST:
        raise UsageError(
            f"{own} columns of {body:g} pt leave {max(ems, 0)} characters to a line"
            f" on a page {width / _PT:.0f} mm wide",
            remedy="Set fewer columns, a smaller body or a larger page under [print].",
        )
    measure = (own * ems + (own - 1) * defaults.gutter) * body
    return Layout(
        width=width,
        height=height,
        top=defaults.top * _PT,
        bottom=defaults.bottom * _PT,
        side=(width - measure - _SLACK) / 2,
        measure=measure,
        own=own,
        han=counts[defaults.han],
        words=counts[defaults.words],
        gutter=defaults.gutter * body,
        body=body,
        line=told.line or round(body * defaults.leading, 1),
        text=told.text or defaults.text,
        headlines=told.headlines or defaults.headlines,
        colour=told.colour or defaults.colour,
    )
