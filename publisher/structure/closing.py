"""What an article shows only as a whole: speech, pull quotes, notes and affiliations at its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from publisher.model import Article, Block, Byline, Caption, Note, Omission, Paragraph, plain
from publisher.structure.articles import Reading
from publisher.structure.pull_quotes import pulled
from publisher.structure.speech import told_apart

_AFFILIATION = re.compile(
    r"[（(]?\s*作者[单單]位[：:]\s*(?P<organisation>[^（）()]{2,40}?)\s*[）)]?。?"
)

#: A last paragraph says who the writer is where it is no longer than this, in characters.
_LONGEST = 220

#: What a tagline says of a writer by the surname.
_TELLS = re.compile(
    r"(\S+) (?:lives|is|has|writes|wrote|covers|teaches|taught|can be|may be|was|works|worked)\b"
)
_TITLE = re.compile(r"\A(?:dr|mr|mrs|ms|rev|the rev|sen|prof|judge|capt)\.? ")
#: Roles of those who made a picture.
_PICTURED = ("摄", "攝", "图", "圖", "供图", "photo")

_WRITE_TO = re.compile(r"(?:Write to|E-?mail|Contact|Reach|Follow) [A-Z]")


def finished(reading: Reading) -> Reading:
    """The reading with what its article shows as a whole: nothing is added to it or lost.

    Paragraphs become questions and answers or pull quotes; a last one about the writer is a note;
    an affiliation (作者单位) of a single writer becomes that of the byline.
    """
    article = reading.article
    body = _tagline(article, pulled(told_apart(article.body)))
    article = replace(article, body=_captioned(article, body))
    return _with_affiliation(replace(reading, article=article))


def _captioned(article: Article, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """The body of a picture with its credit and no writer: its one paragraph is the caption."""
    pictured = any(one.role.startswith(_PICTURED) for one in article.credits)
    only = body[0] if len(body) == 1 else None
    if not pictured or article.bylines or article.dateline or not isinstance(only, Paragraph):
        return body
    return (Caption(only.content, only.origin),)


def _tagline(article: Article, body: Sequence[Block]) -> tuple[Block, ...]:
    """The body with a last paragraph that tells of its writer, as a note."""
    found = list(body)
    for place in range(len(found) - 1, max(0, len(found) - 3), -1):
        block = found[place]
        if isinstance(block, Paragraph) and _tells_of(block.text, article.bylines):
            found[place] = Note(block.content, block.origin)
    return tuple(found)


def _tells_of(text: str, bylines: Sequence[Byline]) -> bool:
    if len(text) > _LONGEST:
        return False
    names = [_TITLE.sub("", one.name.lower()) for one in bylines if one.name]
    begins = any(text.lower().startswith(f"{name} ") for name in names)
    surnames = {name.split()[-1] for name in names}
    told = _TELLS.match(text)
    return begins or bool(told and told[1].lower() in surnames) or bool(_WRITE_TO.match(text))


def _with_affiliation(reading: Reading) -> Reading:
    article = reading.article
    if len(article.bylines) != 1 or article.bylines[0].organisation:
        return reading
    for place, block in enumerate(article.body):
        found = _AFFILIATION.fullmatch(plain(block.content)) if isinstance(block, Note) else None
        if found:
            byline = replace(article.bylines[0], organisation=found["organisation"])
            body = (*article.body[:place], *article.body[place + 1 :])
            left_out = Omission(block.origin, "affiliation, in the byline")
            return replace(
                reading,
                article=replace(article, bylines=(byline,), body=body),
                omissions=(*reading.omissions, left_out),
            )
    return reading
