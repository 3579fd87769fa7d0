"""Wholeness: every page reads as XML, and an article's page holds the article's every text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from publisher.errors import BuildError
from publisher.model import (
    Article,
    Block,
    Figure,
    Footnote,
    Inline,
    NoteReference,
    Ruby,
    Table,
    Text,
    inlines_of,
    leaves,
)
from publisher.text.marks import GAP_MARK
from publisher.theme.rendering import printable

_IMAGE = "{http://www.w3.org/1999/xhtml}img"
_BODY = "{http://www.w3.org/1999/xhtml}body"


def check_page(name: str, page: bytes, article: Article | None = None) -> None:
    """Read a page back; BuildError where it isn't XML or misses a text of the article.

    The body's texts, then its notes', must stand in the order of the model, those of the heads and
    credits anywhere. White space aside: a theme may set it as it likes.
    """
    body = _read(name, page)
    if article is None:
        return
    text = "" if body is None else _packed("".join(body.itertext()))
    missing = [part for part in map(_packed, _about(article)) if part not in text]
    place = 0
    for part in map(_packed, (*texts(article.body), *_notes(article.footnotes))):
        found = text.find(part, place)
        if found < 0:
            missing.append(part)
        else:
            place = found + len(part)
    if missing:
        raise BuildError(
            f"{name}: the theme leaves out {missing[0][:40]!r}",
            remedy="Mend the theme's article template: it has to show every part of an article.",
        )
    shown = 0 if body is None else sum(1 for _ in body.iter(_IMAGE))
    if shown < sum(bool(figure.image) for figure in article.figures):
        raise BuildError(
            f"{name}: the theme leaves out a picture",
            remedy="Mend the theme's article template: it has to show every part of an article.",
        )


def _read(name: str, page: bytes) -> Element | None:
    """The body of a page."""
    try:
        return ElementTree.fromstring(page).find(_BODY)
    except ElementTree.ParseError as fault:
        raise BuildError(
            f"{name}: the theme made a page that isn't XML: {fault}",
            remedy="Mend the theme's templates: EPUB asks for XHTML.",
        ) from fault


def _packed(text: str) -> str:
    return "".join(printable(text).split())


def _about(article: Article) -> Iterator[str]:
    phrases = (article.column, article.kicker, article.headline, article.deck, article.summary)
    texts = [phrase.text for phrase in phrases if phrase]
    if article.dateline:
        texts.append(article.dateline.raw)
    texts += [byline.name for byline in article.bylines]
    texts += [credit.text for credit in article.credits]
    if article.source_credit:
        texts.append(article.source_credit.text)
    for text in texts:
        yield from text.split(GAP_MARK)


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The texts of blocks in the order of the model, parted where text is lost."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (part for row in block.rows for cell in row for part in cell.split(GAP_MARK))
        yield from _inlines(inlines_of(block))
        if isinstance(block, Figure):
            yield from (credit.text for credit in block.credits)


def _notes(notes: Iterable[Footnote]) -> Iterator[str]:
    for note in notes:
        yield note.mark
        yield from _inlines(note.content)


def _inlines(content: Iterable[Inline]) -> Iterator[str]:
    for leaf in leaves(content):
        match leaf:
            case Text(text=text):
                yield from text.split(GAP_MARK)
            case Ruby(base=base, reading=reading):
                yield from (base, reading)
            case NoteReference(mark=mark):
                yield mark
