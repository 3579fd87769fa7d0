"""Pull quotes: words of the article set apart from it once more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publisher.model import Block, Paragraph, PullQuote, Quotation

_LETTERS = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[.!?。！？…]+")
_QUOTED = re.compile(r"\s*[“\"「『].*[”\"」』]\s*", re.DOTALL)

#: Fewer letters than this repeat by chance.
_FEWEST = 8


def pulled(body: Sequence[Block]) -> tuple[Block, ...]:
    """The body with pull quotes told from quotations, and from paragraphs that only quote.

    A pull quote's every sentence stands in a paragraph of the article.

    >>> from publisher.model import Text
    >>> from publisher.text import Span
    >>> place = Span(0, 1)
    >>> quote = Quotation((Text("今天是国家让它歇，不算灭。", place),), place)
    >>> told = Paragraph((Text("他说：“今天是国家让它歇，不算灭。”", place),), place)
    >>> [type(block).__name__ for block in pulled([told, quote])]
    ['Paragraph', 'PullQuote']
    """
    letters = [_letters(_text(block)) for block in body]
    found: list[Block] = []
    for place, block in enumerate(body):
        rest = letters[:place] + letters[place + 1 :]
        if isinstance(block, Quotation) and _stands_in(_text(block), rest):
            found.append(PullQuote(block.content, block.origin, block.attribution))
        elif isinstance(block, Paragraph) and _is_quoted(block, rest):
            found.append(PullQuote(block.content, block.origin))
        else:
            found.append(block)
    return tuple(found)


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph | Quotation) else ""


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text)).lower()


def _stands_in(text: str, rest: Sequence[str]) -> bool:
    parts = [part for part in map(_letters, _SENTENCE.split(text)) if part]
    return sum(map(len, parts)) >= _FEWEST and all(
        any(part in other for other in rest) for part in parts
    )


def _is_quoted(block: Paragraph, rest: Sequence[str]) -> bool:
    text = block.text
    return len(text) < 300 and bool(_QUOTED.fullmatch(text)) and _stands_in(text, rest)
