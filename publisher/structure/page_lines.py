"""Pages: what the furniture of each page says of it, read in the source as it came."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_

from publisher.model import Page
from publisher.structure.blocks import heading_text
from publisher.structure.columns import is_page_label
from publisher.structure.furniture import Furniture, read_furniture
from publisher.structure.lines import ends_sentence, lines, trimmed, width
from publisher.structure.pieces import unwrapped
from publisher.text import Span, pages

#: A wider line is text, and furniture stands above it, in ems; below, only what names the page.
_WIDEST = 40


def read_pages(text: str) -> tuple[Page, ...]:
    """The pages of a source with printed number, section label and editors.

    >>> page, = read_pages("第03版：工会新闻 责编 张三\\n\\n近日，夜校开课。")
    >>> page.printed, page.section, page.editors[0].role
    ('03', '工会新闻', '责编')
    """
    return tuple(_page(text, sequence, span) for sequence, span in enumerate(pages(text), start=1))


def _page(text: str, sequence: int, span: Span) -> Page:
    told = page_furniture(text, span)
    return Page(sequence, span, told.page, told.section, told.editors)


def page_furniture(text: str, page: Span) -> Furniture:
    """All that the furniture of a page says; the first mention of a fact holds."""
    return reduce(or_, _told(text, page), Furniture())


def _told(text: str, page: Span) -> Iterator[Furniture]:
    begun = folio = False
    for line, _ in lines(page.of(text)):
        place = trimmed(text, Span(page.start + line.start, page.start + line.end))
        if not place:
            continue
        core = unwrapped(text, heading_text(text, place))
        told = read_furniture(text, core)
        if folio and not begun and not told and is_page_label(core.of(text)):
            told = Furniture(section=core.of(text).strip())
        if told and (not begun or told.page or told.editors):
            yield told
            folio = folio or bool(told.page)
        printed = place.of(text)
        begun = begun or (not told and (ends_sentence(printed) or width(printed) > _WIDEST))
