"""What an article shows only as a whole: speech, pull quotes, notes and affiliations at its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from publisher.model import Article, Block, Byline, Note, Omission, Paragraph, plain
from publisher.structure.articles import Reading
from publisher.structure.pull_quotes import pulled
from publisher.structure.speech import told_apart

_AFFILIATION = re.compile(
    r"[（(]?\s*作者[单單]位[：:]\s*(?P<organisation>[^（）()]{2,40}?)\s*[）)]?。?"
)

#: A last paragraph says who the writer is where it is no longer than this, in characters.
_LONGEST = 220

_WRITE_TO = re.compile(r"(?:Write to|E-?mail|Contact|Reach) [A-Z]")


def finished(reading: Reading) -> Reading:
    """The reading with what its article shows as a whole: nothing is added to it or lost.

    Paragraphs become questions and answers or pull quotes; a last one about the writer is a note;
    an affiliation (作者单位) of a single writer becomes that of the byline.
    """
    article = reading.article
    body = _tagline(article, pulled(told_apart(article.body)))
    article = replace(article, body=body)
    return _with_affiliation(replace(reading, article=article))


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
    begins = any(text.lower().startswith(f"{one.name.lower()} ") for one in bylines if one.name)
    return begins or bool(_WRITE_TO.match(text))


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
