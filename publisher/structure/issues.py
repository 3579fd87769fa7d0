"""Issues: the articles of a transcript in reading order, and what its pages say of the issue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from publisher.model import Issue, Omission, Phrase, Title
from publisher.structure.accounting import account
from publisher.structure.articles import read_article
from publisher.structure.elements import phrase
from publisher.structure.furniture import Furniture, read_furniture
from publisher.structure.language import language_of
from publisher.structure.pieces import OMITTED, Piece, Role, read_pieces
from publisher.structure.stories import stories, with_headings
from publisher.text import Transcript, pages


def read_issue(transcript: Transcript, *, id: str, name: str, language: str = "") -> Issue:
    """The issue that a repaired transcript holds.

    `language` "" is found out. Title, date and number are those printed, or "". Raises LostText
    for a character that would stand nowhere: a fault of this room, never of the text.

    >>> text = "# 夜校开课\\n\\n本报讯（记者 张三）近日，夜校开课。"
    >>> issue = read_issue(Transcript.of(text), id="a", name="a")
    >>> article = issue.articles[0]
    >>> str(article.headline), article.bylines[0].name, article.paragraphs[0].text
    ('夜校开课', '张三', '近日，夜校开课。')
    """
    text = transcript.text
    spoken = language or language_of(text)
    pieces = with_headings(text, read_pieces(text))
    read = [
        read_article(text, story, id=f"{id}-i{place:04}", language=spoken)
        for place, story in enumerate(stories(text, pieces), start=1)
    ]
    said = _said(text, pieces)
    issue = Issue(
        id=id,
        name=name,
        language=spoken,
        articles=tuple(article for article, _ in read),
        text=text,
        title=Title(name=said.name),
        date=said.date,
        number=said.number,
        banner=_banner(text, pieces),
        pages=pages(text),
        omissions=(*_omitted(pieces), *(one for _, left_out in read for one in left_out)),
    )
    return replace(issue, omissions=account(issue))


def _omitted(pieces: Sequence[Piece]) -> list[Omission]:
    return [Omission(piece.origin, piece.role.value) for piece in pieces if piece.role in OMITTED]


def _banner(text: str, pieces: Sequence[Piece]) -> Phrase | None:
    banners = [piece for piece in pieces if piece.role is Role.BANNER]
    return phrase(text, banners[0].span) if banners else None


def _said(text: str, pieces: Sequence[Piece]) -> Furniture:
    """What the issue's furniture says, the first mention of each."""
    told = [
        said
        for piece in pieces
        if piece.role is Role.FURNITURE and (said := read_furniture(text, piece.span))
    ]
    return Furniture(
        date=next((one.date for one in told if one.date), ""),
        number=next((one.number for one in told if one.number), ""),
        name=next((one.name for one in told if one.name), ""),
    )
