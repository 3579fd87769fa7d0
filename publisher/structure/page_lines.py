"""Pages: what the furniture of each page says of it, read in the source as it came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from operator import or_

from publisher.model import Page
from publisher.structure.blocks import heading_text
from publisher.structure.columns import is_page_label
from publisher.structure.furniture import Furniture, read_furniture
from publisher.structure.lines import ends_sentence, lines, trimmed, width
from publisher.structure.piece import unwrapped
from publisher.text import Span, pages

#: A wider line is text, and furniture stands above it, in ems; below, only what names the page.
_WIDEST = 40


def read_pages(text: str) -> tuple[Page, ...]:
    """The pages of a source with printed number, section label and editors.

    A front page without a folio has the number that is understood there: 1, or A1 before A2.

    >>> page, = read_pages("第03版：工会新闻 责编 张三\\n\\n近日，夜校开课。")
    >>> page.printed, page.section, page.editors[0].role
    ('03', '工会新闻', '责编')
    """
    found = [_page(text, sequence, span) for sequence, span in enumerate(pages(text), start=1)]
    if len(found) > 1 and not found[0].printed and _is_front(text, found[0].span):
        found[0] = replace(found[0], printed=_first_as(found[1].printed))
    return tuple(found)


def _is_front(text: str, page: Span) -> bool:
    """Whether a page bears the issue's number, as the front page does, which needs no folio."""
    told = page_furniture(text, page)
    return bool(told.whole or told.number or told.volume)


def _first_as(other: str) -> str:
    """The front page's number as another page's is printed; "" where that has none.

    >>> _first_as("A2"), _first_as("12"), _first_as("03"), _first_as("B4")
    ('A1', '1', '01', '')
    """
    found = re.fullmatch(r"(A?)(0*)(\d+)(A?)", other)
    return "".join((found[1], found[2][:1], "1", found[4])) if found else ""


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
